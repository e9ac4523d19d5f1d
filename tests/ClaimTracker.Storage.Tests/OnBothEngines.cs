namespace ClaimTracker.Storage.Tests;

// What the store does is the same on every engine: each of these classes runs on both.

public sealed class ColumnTestsOnSqlite() : ColumnTests(StoreEngine.Sqlite);

public sealed class ColumnTestsOnPostgres() : ColumnTests(StoreEngine.Postgres);

public sealed class ComparisonChangeTestsOnSqlite() : ComparisonChangeTests(StoreEngine.Sqlite);

public sealed class ComparisonChangeTestsOnPostgres() : ComparisonChangeTests(StoreEngine.Postgres);

public sealed class FilterTestsOnSqlite() : FilterTests(StoreEngine.Sqlite);

public sealed class FilterTestsOnPostgres() : FilterTests(StoreEngine.Postgres);

public sealed class FreshnessTestsOnSqlite() : FreshnessTests(StoreEngine.Sqlite);

public sealed class FreshnessTestsOnPostgres() : FreshnessTests(StoreEngine.Postgres);

public sealed class QueryTestsOnSqlite() : QueryTests(StoreEngine.Sqlite);

public sealed class QueryTestsOnPostgres() : QueryTests(StoreEngine.Postgres);

public sealed class ReadingAgainTestsOnSqlite() : ReadingAgainTests(StoreEngine.Sqlite);

public sealed class ReadingAgainTestsOnPostgres() : ReadingAgainTests(StoreEngine.Postgres);

public sealed class RoundTripTestsOnSqlite() : RoundTripTests(StoreEngine.Sqlite);

public sealed class RoundTripTestsOnPostgres() : RoundTripTests(StoreEngine.Postgres);

public sealed class SchemaTestsOnSqlite() : SchemaTests(StoreEngine.Sqlite);

public sealed class SchemaTestsOnPostgres() : SchemaTests(StoreEngine.Postgres);

public sealed class SearchTestsOnSqlite() : SearchTests(StoreEngine.Sqlite);

public sealed class SearchTestsOnPostgres() : SearchTests(StoreEngine.Postgres);

public sealed class ListTestsOnSqlite() : ListTests(StoreEngine.Sqlite);

public sealed class VerdictTestsOnSqlite() : VerdictTests(StoreEngine.Sqlite);

public sealed class ListTestsOnPostgres() : ListTests(StoreEngine.Postgres);

public sealed class VerdictTestsOnPostgres() : VerdictTests(StoreEngine.Postgres);

public sealed class WritingTestsOnSqlite() : WritingTests(StoreEngine.Sqlite);

public sealed class WritingTestsOnPostgres() : WritingTests(StoreEngine.Postgres);
