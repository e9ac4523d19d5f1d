using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ClaimTracker.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateClaimIds();

            migrationBuilder.CreateTable(
                name: "actors",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    slug = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    side = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    parent = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    known = table.Column<bool>(type: "boolean", nullable: false),
                    roles = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_actors", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "article_changes",
                columns: table => new
                {
                    article_id = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_article_changes", x => x.article_id);
                });

            migrationBuilder.CreateTable(
                name: "claim_corrections",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    claim_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    field = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    value = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    before = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    curator = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    decided = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    undone = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claim_corrections", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "disputes",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    slug = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    question = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    score = table.Column<double>(type: "double precision", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    difference = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    features = table.Column<string[]>(type: "text[]", nullable: false),
                    topics = table.Column<string[]>(type: "text[]", nullable: false),
                    from_day = table.Column<int>(type: "integer", nullable: true),
                    to_day = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disputes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ingest_runs",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    started = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finished = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    trigger = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    stored = table.Column<int>(type: "integer", nullable: false),
                    known = table.Column<int>(type: "integer", nullable: false),
                    skipped = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ingest_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "origins",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    agency = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    why = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    features = table.Column<string[]>(type: "text[]", nullable: false),
                    score = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_origins", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pairing_verdicts",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    first_claim = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    second_claim = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    verdict = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    curator = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    decided = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    undone = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pairing_verdicts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "places",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    slug = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    within = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "repeats",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    why = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    features = table.Column<string[]>(type: "text[]", nullable: false),
                    score = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_repeats", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sides",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    slug = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    place = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sides", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sources",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    slug = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    described = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sources", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "store_state",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    instance = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    data_version = table.Column<long>(type: "bigint", nullable: false),
                    collection_version = table.Column<long>(type: "bigint", nullable: false),
                    rebuilt_version = table.Column<long>(type: "bigint", nullable: false),
                    comparisons_version = table.Column<long>(type: "bigint", nullable: false),
                    articles_version = table.Column<long>(type: "bigint", nullable: false),
                    compared_version = table.Column<long>(type: "bigint", nullable: false),
                    compared_with = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    dossier_version = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_store_state", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "topics",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    slug = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    description = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_topics", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "actor_aliases",
                columns: table => new
                {
                    actor_id = table.Column<int>(type: "integer", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    alias = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_actor_aliases", x => new { x.actor_id, x.ordinal });
                    table.ForeignKey(
                        name: "FK_actor_aliases_actors_actor_id",
                        column: x => x.actor_id,
                        principalTable: "actors",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "skipped_files",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    run_id = table.Column<long>(type: "bigint", nullable: false),
                    file = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_skipped_files", x => x.id);
                    table.ForeignKey(
                        name: "FK_skipped_files_ingest_runs_run_id",
                        column: x => x.run_id,
                        principalTable: "ingest_runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "articles",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    content_hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    file_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    title = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    display_title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    title_start = table.Column<int>(type: "integer", nullable: true),
                    title_end = table.Column<int>(type: "integer", nullable: true),
                    dateline = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    body_start = table.Column<int>(type: "integer", nullable: false),
                    body_end = table.Column<int>(type: "integer", nullable: false),
                    boilerplate = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    published_date = table.Column<DateOnly>(type: "date", nullable: true),
                    published_basis = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    published_evidence = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    published_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    published_latest = table.Column<DateOnly>(type: "date", nullable: true),
                    modified = table.Column<DateOnly>(type: "date", nullable: true),
                    source_id = table.Column<int>(type: "integer", nullable: true),
                    author = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    language = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    url = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    from_html = table.Column<bool>(type: "boolean", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_articles", x => x.id);
                    table.ForeignKey(
                        name: "FK_articles_sources_source_id",
                        column: x => x.source_id,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "arithmetic_checks",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    article_id = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    terms = table.Column<string[]>(type: "text[]", nullable: false),
                    total = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    computed = table.Column<double>(type: "double precision", nullable: false),
                    holds = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    why = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_arithmetic_checks", x => x.id);
                    table.ForeignKey(
                        name: "FK_arithmetic_checks_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    article_id = table.Column<int>(type: "integer", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    source_id = table.Column<int>(type: "integer", nullable: true),
                    speaker_id = table.Column<int>(type: "integer", nullable: false),
                    side = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    day = table.Column<int>(type: "integer", nullable: true),
                    month = table.Column<int>(type: "integer", nullable: true),
                    act = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    quotation = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    content = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    content_denied = table.Column<bool>(type: "boolean", nullable: false),
                    nested_in = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    in_title = table.Column<bool>(type: "boolean", nullable: false),
                    @implicit = table.Column<bool>(name: "implicit", type: "boolean", nullable: false),
                    target_id = table.Column<int>(type: "integer", nullable: true),
                    reported_by_id = table.Column<int>(type: "integer", nullable: true),
                    speaker_start = table.Column<int>(type: "integer", nullable: true),
                    speaker_end = table.Column<int>(type: "integer", nullable: true),
                    anaphoric = table.Column<bool>(type: "boolean", nullable: false),
                    resolution = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    cue_lemma = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    cue_start = table.Column<int>(type: "integer", nullable: true),
                    cue_end = table.Column<int>(type: "integer", nullable: true),
                    said_from = table.Column<DateOnly>(type: "date", nullable: true),
                    said_to = table.Column<DateOnly>(type: "date", nullable: true),
                    said_basis = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    said_words = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    event_from = table.Column<DateOnly>(type: "date", nullable: true),
                    event_to = table.Column<DateOnly>(type: "date", nullable: true),
                    event_basis = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    event_words = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    confidence = table.Column<double>(type: "double precision", nullable: false),
                    rules = table.Column<string[]>(type: "text[]", nullable: false),
                    passage_start = table.Column<int>(type: "integer", nullable: false),
                    passage = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claims", x => x.id);
                    table.ForeignKey(
                        name: "FK_claims_actors_reported_by_id",
                        column: x => x.reported_by_id,
                        principalTable: "actors",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_claims_actors_speaker_id",
                        column: x => x.speaker_id,
                        principalTable: "actors",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_claims_actors_target_id",
                        column: x => x.target_id,
                        principalTable: "actors",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_claims_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_claims_sources_source_id",
                        column: x => x.source_id,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mentions",
                columns: table => new
                {
                    article_id = table.Column<int>(type: "integer", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    actor_id = table.Column<int>(type: "integer", nullable: false),
                    start = table.Column<int>(type: "integer", nullable: false),
                    end = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mentions", x => new { x.article_id, x.ordinal });
                    table.ForeignKey(
                        name: "FK_mentions_actors_actor_id",
                        column: x => x.actor_id,
                        principalTable: "actors",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mentions_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "origin_articles",
                columns: table => new
                {
                    origin_id = table.Column<int>(type: "integer", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    article_id = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_origin_articles", x => new { x.origin_id, x.ordinal });
                    table.ForeignKey(
                        name: "FK_origin_articles_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_origin_articles_origins_origin_id",
                        column: x => x.origin_id,
                        principalTable: "origins",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "originals",
                columns: table => new
                {
                    article_id = table.Column<int>(type: "integer", nullable: false),
                    origin = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    read_with = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    catalogue_entry = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    stored = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_originals", x => x.article_id);
                    table.ForeignKey(
                        name: "FK_originals_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "statistics",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    article_id = table.Column<int>(type: "integer", nullable: false),
                    start = table.Column<int>(type: "integer", nullable: false),
                    end = table.Column<int>(type: "integer", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    low = table.Column<double>(type: "double precision", nullable: true),
                    high = table.Column<double>(type: "double precision", nullable: true),
                    qualifier = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    unit = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    measure = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    counted = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    of_side = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    place = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    period_from = table.Column<DateOnly>(type: "date", nullable: true),
                    period_to = table.Column<DateOnly>(type: "date", nullable: true),
                    period_basis = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    period_words = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    claimed_by_id = table.Column<int>(type: "integer", nullable: true),
                    rules = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statistics", x => x.id);
                    table.ForeignKey(
                        name: "FK_statistics_actors_claimed_by_id",
                        column: x => x.claimed_by_id,
                        principalTable: "actors",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_statistics_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "claim_places",
                columns: table => new
                {
                    claim_id = table.Column<int>(type: "integer", nullable: false),
                    place_id = table.Column<int>(type: "integer", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claim_places", x => new { x.claim_id, x.place_id });
                    table.ForeignKey(
                        name: "FK_claim_places_claims_claim_id",
                        column: x => x.claim_id,
                        principalTable: "claim_ids",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_claim_places_places_place_id",
                        column: x => x.place_id,
                        principalTable: "places",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "claim_topics",
                columns: table => new
                {
                    claim_id = table.Column<int>(type: "integer", nullable: false),
                    topic_id = table.Column<int>(type: "integer", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claim_topics", x => new { x.claim_id, x.topic_id });
                    table.ForeignKey(
                        name: "FK_claim_topics_claims_claim_id",
                        column: x => x.claim_id,
                        principalTable: "claim_ids",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_claim_topics_topics_topic_id",
                        column: x => x.topic_id,
                        principalTable: "topics",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dispute_claims",
                columns: table => new
                {
                    dispute_id = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    supporting = table.Column<bool>(type: "boolean", nullable: false),
                    side = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    claim_id = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dispute_claims", x => new { x.dispute_id, x.position, x.supporting, x.ordinal });
                    table.ForeignKey(
                        name: "FK_dispute_claims_claims_claim_id",
                        column: x => x.claim_id,
                        principalTable: "claim_ids",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_dispute_claims_disputes_dispute_id",
                        column: x => x.dispute_id,
                        principalTable: "disputes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "not_comparable",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    first_claim_id = table.Column<int>(type: "integer", nullable: false),
                    second_claim_id = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    why = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    features = table.Column<string[]>(type: "text[]", nullable: false),
                    score = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_not_comparable", x => x.id);
                    table.ForeignKey(
                        name: "FK_not_comparable_claims_first_claim_id",
                        column: x => x.first_claim_id,
                        principalTable: "claim_ids",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_not_comparable_claims_second_claim_id",
                        column: x => x.second_claim_id,
                        principalTable: "claim_ids",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "repeat_claims",
                columns: table => new
                {
                    repeat_id = table.Column<int>(type: "integer", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    claim_id = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_repeat_claims", x => new { x.repeat_id, x.ordinal });
                    table.ForeignKey(
                        name: "FK_repeat_claims_claims_claim_id",
                        column: x => x.claim_id,
                        principalTable: "claim_ids",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_repeat_claims_repeats_repeat_id",
                        column: x => x.repeat_id,
                        principalTable: "repeats",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "shifts",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    earlier_claim_id = table.Column<int>(type: "integer", nullable: false),
                    later_claim_id = table.Column<int>(type: "integer", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    difference = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    features = table.Column<string[]>(type: "text[]", nullable: false),
                    score = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shifts", x => x.id);
                    table.ForeignKey(
                        name: "FK_shifts_claims_earlier_claim_id",
                        column: x => x.earlier_claim_id,
                        principalTable: "claim_ids",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_shifts_claims_later_claim_id",
                        column: x => x.later_claim_id,
                        principalTable: "claim_ids",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "claim_statistics",
                columns: table => new
                {
                    claim_id = table.Column<int>(type: "integer", nullable: false),
                    statistic_id = table.Column<int>(type: "integer", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claim_statistics", x => new { x.claim_id, x.statistic_id });
                    table.ForeignKey(
                        name: "FK_claim_statistics_claims_claim_id",
                        column: x => x.claim_id,
                        principalTable: "claim_ids",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_claim_statistics_statistics_statistic_id",
                        column: x => x.statistic_id,
                        principalTable: "statistics",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.PartitionClaims();

            migrationBuilder.CreateIndex(
                name: "IX_actor_aliases_alias",
                table: "actor_aliases",
                column: "alias");

            migrationBuilder.CreateIndex(
                name: "IX_actors_slug",
                table: "actors",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_arithmetic_checks_article_id",
                table: "arithmetic_checks",
                column: "article_id");

            migrationBuilder.CreateIndex(
                name: "IX_article_changes_version",
                table: "article_changes",
                column: "version");

            migrationBuilder.CreateIndex(
                name: "IX_articles_content_hash",
                table: "articles",
                column: "content_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_articles_key",
                table: "articles",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_articles_published_date_id",
                table: "articles",
                columns: new[] { "published_date", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_articles_source_id",
                table: "articles",
                column: "source_id");

            migrationBuilder.CreateIndex(
                name: "IX_claim_corrections_claim_key",
                table: "claim_corrections",
                column: "claim_key");

            migrationBuilder.CreateIndex(
                name: "IX_claim_places_place_id",
                table: "claim_places",
                column: "place_id");

            migrationBuilder.CreateIndex(
                name: "IX_claim_statistics_statistic_id",
                table: "claim_statistics",
                column: "statistic_id");

            migrationBuilder.CreateIndex(
                name: "IX_claim_topics_topic_id",
                table: "claim_topics",
                column: "topic_id");

            migrationBuilder.CreateIndex(
                name: "IX_claims_article_id_ordinal",
                table: "claims",
                columns: new[] { "article_id", "ordinal" });

            migrationBuilder.CreateIndex(
                name: "IX_claims_day_id",
                table: "claims",
                columns: new[] { "day", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_claims_reported_by_id",
                table: "claims",
                column: "reported_by_id");

            migrationBuilder.CreateIndex(
                name: "IX_claims_side_day_id",
                table: "claims",
                columns: new[] { "side", "day", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_claims_source_id_day_id",
                table: "claims",
                columns: new[] { "source_id", "day", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_claims_speaker_id_day_id",
                table: "claims",
                columns: new[] { "speaker_id", "day", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_claims_target_id",
                table: "claims",
                column: "target_id");

            migrationBuilder.CreateIndex(
                name: "IX_dispute_claims_claim_id",
                table: "dispute_claims",
                column: "claim_id");

            migrationBuilder.CreateIndex(
                name: "IX_disputes_score_slug",
                table: "disputes",
                columns: new[] { "score", "slug" });

            migrationBuilder.CreateIndex(
                name: "IX_disputes_slug",
                table: "disputes",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mentions_actor_id",
                table: "mentions",
                column: "actor_id");

            migrationBuilder.CreateIndex(
                name: "IX_not_comparable_first_claim_id",
                table: "not_comparable",
                column: "first_claim_id");

            migrationBuilder.CreateIndex(
                name: "IX_not_comparable_second_claim_id",
                table: "not_comparable",
                column: "second_claim_id");

            migrationBuilder.CreateIndex(
                name: "IX_origin_articles_article_id",
                table: "origin_articles",
                column: "article_id");

            migrationBuilder.CreateIndex(
                name: "IX_originals_origin",
                table: "originals",
                column: "origin");

            migrationBuilder.CreateIndex(
                name: "IX_pairing_verdicts_first_claim_second_claim",
                table: "pairing_verdicts",
                columns: new[] { "first_claim", "second_claim" });

            migrationBuilder.CreateIndex(
                name: "IX_pairing_verdicts_second_claim",
                table: "pairing_verdicts",
                column: "second_claim");

            migrationBuilder.CreateIndex(
                name: "IX_places_slug",
                table: "places",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_repeat_claims_claim_id",
                table: "repeat_claims",
                column: "claim_id");

            migrationBuilder.CreateIndex(
                name: "IX_shifts_earlier_claim_id",
                table: "shifts",
                column: "earlier_claim_id");

            migrationBuilder.CreateIndex(
                name: "IX_shifts_later_claim_id",
                table: "shifts",
                column: "later_claim_id");

            migrationBuilder.CreateIndex(
                name: "IX_sides_slug",
                table: "sides",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_skipped_files_run_id",
                table: "skipped_files",
                column: "run_id");

            migrationBuilder.CreateIndex(
                name: "IX_sources_slug",
                table: "sources",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_statistics_article_id_start",
                table: "statistics",
                columns: new[] { "article_id", "start" });

            migrationBuilder.CreateIndex(
                name: "IX_statistics_claimed_by_id",
                table: "statistics",
                column: "claimed_by_id");

            migrationBuilder.CreateIndex(
                name: "IX_statistics_key",
                table: "statistics",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_topics_slug",
                table: "topics",
                column: "slug",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "actor_aliases");

            migrationBuilder.DropTable(
                name: "arithmetic_checks");

            migrationBuilder.DropTable(
                name: "article_changes");

            migrationBuilder.DropTable(
                name: "claim_corrections");

            migrationBuilder.DropTable(
                name: "claim_places");

            migrationBuilder.DropTable(
                name: "claim_statistics");

            migrationBuilder.DropTable(
                name: "claim_topics");

            migrationBuilder.DropTable(
                name: "dispute_claims");

            migrationBuilder.DropTable(
                name: "mentions");

            migrationBuilder.DropTable(
                name: "not_comparable");

            migrationBuilder.DropTable(
                name: "origin_articles");

            migrationBuilder.DropTable(
                name: "originals");

            migrationBuilder.DropTable(
                name: "pairing_verdicts");

            migrationBuilder.DropTable(
                name: "repeat_claims");

            migrationBuilder.DropTable(
                name: "shifts");

            migrationBuilder.DropTable(
                name: "sides");

            migrationBuilder.DropTable(
                name: "skipped_files");

            migrationBuilder.DropTable(
                name: "store_state");

            migrationBuilder.DropTable(
                name: "places");

            migrationBuilder.DropTable(
                name: "statistics");

            migrationBuilder.DropTable(
                name: "topics");

            migrationBuilder.DropTable(
                name: "disputes");

            migrationBuilder.DropTable(
                name: "origins");

            migrationBuilder.DropTable(
                name: "repeats");

            migrationBuilder.DropClaims();

            migrationBuilder.DropTable(
                name: "ingest_runs");

            migrationBuilder.DropTable(
                name: "actors");

            migrationBuilder.DropTable(
                name: "articles");

            migrationBuilder.DropTable(
                name: "sources");
        }
    }
}
