using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClaimTracker.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "actors",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    side = table.Column<string>(type: "TEXT", nullable: true),
                    parent = table.Column<string>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    known = table.Column<bool>(type: "INTEGER", nullable: false),
                    roles = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_actors", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "claim_corrections",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    claim_key = table.Column<string>(type: "TEXT", nullable: false),
                    field = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true),
                    before = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    curator = table.Column<string>(type: "TEXT", nullable: false),
                    decided = table.Column<DateTimeOffset>(type: "TEXT", nullable: false),
                    undone = table.Column<DateTimeOffset>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claim_corrections", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "disputes",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    question = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    score = table.Column<double>(type: "REAL", nullable: false),
                    why = table.Column<string>(type: "TEXT", nullable: false),
                    difference = table.Column<string>(type: "TEXT", nullable: true),
                    features = table.Column<string>(type: "TEXT", nullable: false),
                    topics = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disputes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ingest_runs",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    started = table.Column<DateTimeOffset>(type: "TEXT", nullable: false),
                    finished = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    trigger = table.Column<string>(type: "TEXT", nullable: false),
                    stored = table.Column<int>(type: "INTEGER", nullable: false),
                    known = table.Column<int>(type: "INTEGER", nullable: false),
                    skipped = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ingest_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pairing_verdicts",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    first_claim = table.Column<string>(type: "TEXT", nullable: false),
                    second_claim = table.Column<string>(type: "TEXT", nullable: false),
                    verdict = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    curator = table.Column<string>(type: "TEXT", nullable: false),
                    decided = table.Column<DateTimeOffset>(type: "TEXT", nullable: false),
                    undone = table.Column<DateTimeOffset>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pairing_verdicts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "places",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    within = table.Column<string>(type: "TEXT", nullable: true),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "repeats",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    why = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_repeats", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sides",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sides", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sources",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    described = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sources", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "store_state",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    instance = table.Column<string>(type: "TEXT", nullable: false),
                    data_version = table.Column<long>(type: "INTEGER", nullable: false),
                    collection_version = table.Column<long>(type: "INTEGER", nullable: false),
                    articles_version = table.Column<long>(type: "INTEGER", nullable: false),
                    compared_version = table.Column<long>(type: "INTEGER", nullable: false),
                    compared_with = table.Column<string>(type: "TEXT", nullable: false),
                    dossier_version = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_store_state", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "topics",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_topics", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "actor_aliases",
                columns: table => new
                {
                    actor_id = table.Column<int>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    alias = table.Column<string>(type: "TEXT", nullable: false)
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
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    run_id = table.Column<long>(type: "INTEGER", nullable: false),
                    file = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false)
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
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: true),
                    display_title = table.Column<string>(type: "TEXT", nullable: false),
                    title_start = table.Column<int>(type: "INTEGER", nullable: true),
                    title_end = table.Column<int>(type: "INTEGER", nullable: true),
                    dateline = table.Column<string>(type: "TEXT", nullable: true),
                    body_start = table.Column<int>(type: "INTEGER", nullable: false),
                    body_end = table.Column<int>(type: "INTEGER", nullable: false),
                    boilerplate = table.Column<string>(type: "TEXT", nullable: false),
                    published_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    published_basis = table.Column<string>(type: "TEXT", nullable: false),
                    published_evidence = table.Column<string>(type: "TEXT", nullable: true),
                    published_earliest = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    published_latest = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    modified = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    source_id = table.Column<int>(type: "INTEGER", nullable: true),
                    author = table.Column<string>(type: "TEXT", nullable: true),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    url = table.Column<string>(type: "TEXT", nullable: true),
                    from_html = table.Column<bool>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false)
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
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    article_id = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    terms = table.Column<string>(type: "TEXT", nullable: false),
                    total = table.Column<string>(type: "TEXT", nullable: false),
                    computed = table.Column<double>(type: "REAL", nullable: false),
                    holds = table.Column<string>(type: "TEXT", nullable: false),
                    why = table.Column<string>(type: "TEXT", nullable: false)
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
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    article_id = table.Column<int>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    source_id = table.Column<int>(type: "INTEGER", nullable: true),
                    speaker_id = table.Column<int>(type: "INTEGER", nullable: false),
                    side = table.Column<string>(type: "TEXT", nullable: true),
                    day = table.Column<int>(type: "INTEGER", nullable: true),
                    month = table.Column<int>(type: "INTEGER", nullable: true),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    quotation = table.Column<string>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    content_denied = table.Column<bool>(type: "INTEGER", nullable: false),
                    nested_in = table.Column<string>(type: "TEXT", nullable: true),
                    in_title = table.Column<bool>(type: "INTEGER", nullable: false),
                    @implicit = table.Column<bool>(name: "implicit", type: "INTEGER", nullable: false),
                    target_id = table.Column<int>(type: "INTEGER", nullable: true),
                    reported_by_id = table.Column<int>(type: "INTEGER", nullable: true),
                    speaker_start = table.Column<int>(type: "INTEGER", nullable: true),
                    speaker_end = table.Column<int>(type: "INTEGER", nullable: true),
                    anaphoric = table.Column<bool>(type: "INTEGER", nullable: false),
                    resolution = table.Column<string>(type: "TEXT", nullable: true),
                    cue_lemma = table.Column<string>(type: "TEXT", nullable: true),
                    cue_start = table.Column<int>(type: "INTEGER", nullable: true),
                    cue_end = table.Column<int>(type: "INTEGER", nullable: true),
                    said_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    said_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    said_basis = table.Column<string>(type: "TEXT", nullable: true),
                    said_words = table.Column<string>(type: "TEXT", nullable: true),
                    event_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    event_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    event_basis = table.Column<string>(type: "TEXT", nullable: true),
                    event_words = table.Column<string>(type: "TEXT", nullable: true),
                    confidence = table.Column<double>(type: "REAL", nullable: false),
                    rules = table.Column<string>(type: "TEXT", nullable: false),
                    passage_start = table.Column<int>(type: "INTEGER", nullable: false),
                    passage = table.Column<string>(type: "TEXT", nullable: false)
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
                    article_id = table.Column<int>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    actor_id = table.Column<int>(type: "INTEGER", nullable: false),
                    start = table.Column<int>(type: "INTEGER", nullable: false),
                    end = table.Column<int>(type: "INTEGER", nullable: false)
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
                name: "originals",
                columns: table => new
                {
                    article_id = table.Column<int>(type: "INTEGER", nullable: false),
                    origin = table.Column<string>(type: "TEXT", nullable: false),
                    read_with = table.Column<string>(type: "TEXT", nullable: false),
                    catalogue_entry = table.Column<string>(type: "TEXT", nullable: true),
                    stored = table.Column<DateTimeOffset>(type: "TEXT", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
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
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    article_id = table.Column<int>(type: "INTEGER", nullable: false),
                    start = table.Column<int>(type: "INTEGER", nullable: false),
                    end = table.Column<int>(type: "INTEGER", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    low = table.Column<double>(type: "REAL", nullable: true),
                    high = table.Column<double>(type: "REAL", nullable: true),
                    qualifier = table.Column<string>(type: "TEXT", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: true),
                    measure = table.Column<string>(type: "TEXT", nullable: true),
                    counted = table.Column<string>(type: "TEXT", nullable: true),
                    of_side = table.Column<string>(type: "TEXT", nullable: true),
                    place = table.Column<string>(type: "TEXT", nullable: true),
                    period_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    period_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    period_basis = table.Column<string>(type: "TEXT", nullable: true),
                    period_words = table.Column<string>(type: "TEXT", nullable: true),
                    claimed_by_id = table.Column<int>(type: "INTEGER", nullable: true),
                    rules = table.Column<string>(type: "TEXT", nullable: false)
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
                    claim_id = table.Column<int>(type: "INTEGER", nullable: false),
                    place_id = table.Column<int>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claim_places", x => new { x.claim_id, x.place_id });
                    table.ForeignKey(
                        name: "FK_claim_places_claims_claim_id",
                        column: x => x.claim_id,
                        principalTable: "claims",
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
                    claim_id = table.Column<int>(type: "INTEGER", nullable: false),
                    topic_id = table.Column<int>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claim_topics", x => new { x.claim_id, x.topic_id });
                    table.ForeignKey(
                        name: "FK_claim_topics_claims_claim_id",
                        column: x => x.claim_id,
                        principalTable: "claims",
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
                    dispute_id = table.Column<int>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    supporting = table.Column<bool>(type: "INTEGER", nullable: false),
                    side = table.Column<string>(type: "TEXT", nullable: false),
                    claim_id = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dispute_claims", x => new { x.dispute_id, x.position, x.supporting, x.ordinal });
                    table.ForeignKey(
                        name: "FK_dispute_claims_claims_claim_id",
                        column: x => x.claim_id,
                        principalTable: "claims",
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
                name: "repeat_claims",
                columns: table => new
                {
                    repeat_id = table.Column<int>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    claim_id = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_repeat_claims", x => new { x.repeat_id, x.ordinal });
                    table.ForeignKey(
                        name: "FK_repeat_claims_claims_claim_id",
                        column: x => x.claim_id,
                        principalTable: "claims",
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
                name: "claim_statistics",
                columns: table => new
                {
                    claim_id = table.Column<int>(type: "INTEGER", nullable: false),
                    statistic_id = table.Column<int>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claim_statistics", x => new { x.claim_id, x.statistic_id });
                    table.ForeignKey(
                        name: "FK_claim_statistics_claims_claim_id",
                        column: x => x.claim_id,
                        principalTable: "claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_claim_statistics_statistics_statistic_id",
                        column: x => x.statistic_id,
                        principalTable: "statistics",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

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
                name: "IX_claims_key",
                table: "claims",
                column: "key",
                unique: true);

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
                name: "IX_disputes_slug",
                table: "disputes",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mentions_actor_id",
                table: "mentions",
                column: "actor_id");

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

            migrationBuilder.CreateSearchTables();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropSearchTables();

            migrationBuilder.DropTable(
                name: "actor_aliases");

            migrationBuilder.DropTable(
                name: "arithmetic_checks");

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
                name: "originals");

            migrationBuilder.DropTable(
                name: "pairing_verdicts");

            migrationBuilder.DropTable(
                name: "repeat_claims");

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
                name: "claims");

            migrationBuilder.DropTable(
                name: "repeats");

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
