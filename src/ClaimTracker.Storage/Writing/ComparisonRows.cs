using ClaimTracker.Domain;

namespace ClaimTracker.Storage.Writing;

/// <summary>What comparing found as rows, put in and taken out one by one.</summary>
internal sealed class ComparisonRows(WriteSession session)
{
    private static readonly string InsertDispute =
        Sql.Insert("disputes", "slug", "question", "kind", "score", "why", "difference", "features", "topics", "from_day", "to_day") + " RETURNING id";

    private static readonly string InsertDisputeClaim =
        Sql.Insert("dispute_claims", "dispute_id", "position", "supporting", "ordinal", "side", "claim_id");

    private static readonly string InsertRepeat = Sql.Insert("repeats", "why", "features", "score") + " RETURNING id";
    private static readonly string InsertRepeatClaim = Sql.Insert("repeat_claims", "repeat_id", "ordinal", "claim_id");

    private static readonly string InsertNotComparable =
        Sql.Insert("not_comparable", "first_claim_id", "second_claim_id", "reason", "why", "features", "score");

    private static readonly string InsertShift =
        Sql.Insert("shifts", "kind", "earlier_claim_id", "later_claim_id", "why", "difference", "features", "score");

    private static readonly string InsertOrigin = Sql.Insert("origins", "agency", "why", "features", "score") + " RETURNING id";
    private static readonly string InsertOriginArticle = Sql.Insert("origin_articles", "origin_id", "ordinal", "article_id");

    private static readonly string InsertArithmetic =
        Sql.Insert("arithmetic_checks", "article_id", "kind", "terms", "total", "computed", "holds", "why");

    private static readonly string[] Tables = ["disputes", "repeats", "arithmetic_checks", "not_comparable", "shifts", "origins"];

    private readonly Dictionary<string, long?> _claims = new(StringComparer.Ordinal);

    /// <summary>Puts a result in the place of whatever is there.</summary>
    public void Replace(Comparisons found)
    {
        foreach (var table in Tables) session.Execute($"DELETE FROM {table}");
        foreach (var dispute in found.Disputes) Add(dispute);
        foreach (var repeat in found.Repeats) Add(repeat);
        foreach (var pair in found.NotComparable) Add(pair);
        foreach (var shift in found.Shifts) Add(shift);
        foreach (var origin in found.Origins) Add(origin);
        foreach (var check in found.Arithmetic) Add(check);
    }

    /// <summary>Takes out what is gone, then puts in what came.</summary>
    public void Apply(ComparisonChange change)
    {
        foreach (var slug in change.GoneDisputes) session.Execute("DELETE FROM disputes WHERE slug = $1", slug);
        foreach (var dispute in change.Disputes) session.Execute("DELETE FROM disputes WHERE slug = $1", dispute.Slug);
        var allFound = true;
        foreach (var repeat in change.GoneRepeats) allFound &= Remove(repeat);
        foreach (var pair in change.GoneNotComparable) Remove(pair);
        foreach (var shift in change.GoneShifts) Remove(shift);
        foreach (var origin in change.GoneOrigins) allFound &= Remove(origin);
        foreach (var check in change.GoneArithmetic) Remove(check);
        if (!allFound) RemoveEmpty();

        foreach (var dispute in change.Disputes) Add(dispute);
        foreach (var repeat in change.Repeats) Add(repeat);
        foreach (var pair in change.NotComparable) Add(pair);
        foreach (var shift in change.Shifts) Add(shift);
        foreach (var origin in change.Origins) Add(origin);
        foreach (var check in change.Arithmetic) Add(check);
    }

    private void Add(Dispute d)
    {
        var id = session.Number(InsertDispute, d.Slug, d.Question, d.Kind, d.Score, d.Why, d.Difference, d.Features, d.Topics,
            d.From?.DayNumber, d.To?.DayNumber);
        foreach (var (place, position) in d.Positions.Index())
        {
            foreach (var (n, key) in position.Claims.Index())
                session.Execute(InsertDisputeClaim, id, place, false, n, position.Side, ClaimId(key));
            foreach (var (n, key) in position.Supporting.Index())
                session.Execute(InsertDisputeClaim, id, place, true, n, position.Side, ClaimId(key));
        }
    }

    private void Add(Repeat repeat)
    {
        var id = session.Number(InsertRepeat, repeat.Why, repeat.Features, repeat.Score);
        foreach (var (n, key) in repeat.Claims.Index()) session.Execute(InsertRepeatClaim, id, n, ClaimId(key));
    }

    private void Add(NotComparable p) =>
        session.Execute(InsertNotComparable, ClaimId(p.First), ClaimId(p.Second), p.Reason, p.Why, p.Features, p.Score);

    private void Add(Shift s) =>
        session.Execute(InsertShift, s.Kind, ClaimId(s.Earlier), ClaimId(s.Later), s.Why, s.Difference, s.Features, s.Score);

    private void Add(Origin origin)
    {
        var id = session.Number(InsertOrigin, origin.Agency, origin.Why, origin.Features, origin.Score);
        foreach (var (n, key) in origin.Articles.Index()) session.Execute(InsertOriginArticle, id, n, ArticleId(key));
    }

    private void Add(ArithmeticCheck c) =>
        session.Execute(InsertArithmetic, ArticleId(c.ArticleKey), c.Kind, c.Terms, c.Total, c.Computed, c.Holds, c.Why);

    /// <summary>A claim is in one repeat at most, so that any claim that is still in it finds it.</summary>
    private bool Remove(Repeat repeat)
    {
        foreach (var key in repeat.Claims)
            if (FindClaim(key) is { } claim
                && session.NumberOrNull("DELETE FROM repeats WHERE id IN (SELECT repeat_id FROM repeat_claims WHERE claim_id = $1) RETURNING id", claim) is not null)
                return true;
        return false;
    }

    private void Remove(NotComparable p)
    {
        if (FindClaim(p.First) is { } first && FindClaim(p.Second) is { } second)
            session.Execute(
                "DELETE FROM not_comparable WHERE first_claim_id = $1 AND second_claim_id = $2 AND reason = $3 AND why = $4 AND features = $5",
                first, second, p.Reason, p.Why, p.Features);
    }

    private void Remove(Shift s)
    {
        if (FindClaim(s.Earlier) is { } earlier && FindClaim(s.Later) is { } later)
            session.Execute(
                "DELETE FROM shifts WHERE earlier_claim_id = $1 AND later_claim_id = $2 AND kind = $3 AND why = $4 AND features = $5",
                earlier, later, s.Kind, s.Why, s.Features);
    }

    /// <summary>As a claim in one repeat, an article is in one origin.</summary>
    private bool Remove(Origin origin)
    {
        foreach (var key in origin.Articles)
            if (session.NumberOrNull(
                "DELETE FROM origins WHERE id IN (SELECT o.origin_id FROM origin_articles o JOIN articles a ON a.id = o.article_id WHERE a.key = $1) RETURNING id", key) is not null)
                return true;
        return false;
    }

    /// <summary>A claim or article that went has taken its own rows along; what stood on nothing else is left without any.</summary>
    private void RemoveEmpty()
    {
        session.Execute("DELETE FROM repeats WHERE NOT EXISTS (SELECT 1 FROM repeat_claims WHERE repeat_id = repeats.id)");
        session.Execute("DELETE FROM origins WHERE NOT EXISTS (SELECT 1 FROM origin_articles WHERE origin_id = origins.id)");
    }

    private void Remove(ArithmeticCheck c) =>
        session.Execute(
            "DELETE FROM arithmetic_checks WHERE article_id IN (SELECT id FROM articles WHERE key = $1) AND kind = $2 AND total = $3 AND terms = $4",
            c.ArticleKey, c.Kind, c.Total, c.Terms);

    private long ArticleId(string key) => session.Number("SELECT id FROM articles WHERE key = $1", key);

    private long ClaimId(string key) => FindClaim(key) ?? throw new ArgumentException($"Expected the key of a stored claim, found '{key}'.");

    private long? FindClaim(string key)
    {
        if (_claims.TryGetValue(key, out var id)) return id;
        return _claims[key] = session.NumberOrNull("SELECT id FROM claims WHERE key = $1", key);
    }
}
