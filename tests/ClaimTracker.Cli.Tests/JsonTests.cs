using System.Text;
using ClaimTracker.Cli.Output;
using ClaimTracker.Domain;

namespace ClaimTracker.Cli.Tests;

/// <summary>The whole contract on values of our own, to the letter.</summary>
public sealed class JsonTests
{
    private static readonly Article Article = new()
    {
        FileName = "a.html",
        ContentHash = new('a', 64),
        Text = "“Ü”",
        FromHtml = true,
        Title = "T",
        Body = new(0, 3),
        Boilerplate = [new(1, 2)],
        Source = new("wire", "The Wire"),
        Published = new(new(2026, 3, 5), DateBasis.Catalogue, "why"),
    };

    private static readonly Claim Claim = new()
    {
        Key = "k",
        Speaker = new("bo", "Bo", "town", new(0, 1), Anaphoric: true),
        ReportedBy = "wire",
        Cue = new("say", new(1, 2)),
        Act = ClaimAct.CallsFor,
        Quotation = QuotationKind.Direct,
        Content = [new(0, 1), new(2, 3)],
        ContentDenied = true,
        NestedIn = "outer",
        InTitle = true,
        Implicit = true,
        Target = "river",
        SaidOn = DateRange.Day(new(2026, 3, 4)),
        EventDate = new(new(2026, 3, 1), null),
        Topics = ["rain"],
        Places = ["mill"],
        Statistics = ["s"],
        Confidence = 0.5,
        Rules = ["r"],
    };

    private static readonly Statistic Statistic = new()
    {
        Id = "s",
        Span = new(0, 2),
        Low = 67023,
        High = 1.5,
        Qualifier = Qualifier.AtLeast,
        Unit = "people",
        Measure = "killed",
        Counted = "sheep",
        OfSide = "town",
        Place = "mill",
        Period = new(new(2026, 1, 1), null, DateBasis.Inferred, "since January"),
        ClaimedBy = "bo",
        Rules = ["digits"],
    };

    [Fact]
    public void AnArticleIsPrintedAsTheContractSays()
    {
        var analysis = new ArticleAnalysis(Article, [Claim], [Statistic], [new("bo", new(0, 1))], []);

        Assert.Equal(
            """
            {"file":"a.html","text":"“Ü”","title":"T","source":"The Wire","dateline":null,
            "published":{"date":"2026-03-05","basis":"catalogue","evidence":"why"},"body":[0,3],"boilerplate":[[1,2]],
            "claims":[{"key":"k","speaker":{"id":"bo","name":"Bo","side":"town","span":[0,1],"anaphoric":true},"reportedBy":"wire",
            "cue":{"lemma":"say","span":[1,2]},"act":"calls_for","quotation":"direct","content":[[0,1],[2,3]],"contentDenied":true,"nestedIn":"outer",
            "inTitle":true,"implicit":true,"target":"river","saidOn":{"from":"2026-03-04","to":"2026-03-04"},"topics":["rain"],"places":["mill"],
            "eventDate":{"from":"2026-03-01","to":null},"statistics":["s"],"confidence":0.5}],
            "statistics":[{"id":"s","span":[0,2],"low":67023,"high":1.5,"qualifier":"at_least","unit":"people","measure":"killed","counted":"sheep",
            "ofSide":"town","place":"mill","period":{"from":"2026-01-01","to":null,"text":"since January"},"claimedBy":"bo"}],
            "mentions":[{"actor":"bo","span":[0,1]}]}

            """.ReplaceLineEndings("").Trim() + "\n",
            Print(lines => lines.Write(json => AnalysisJson.Write(json, analysis, withRules: false))));
    }

    [Fact]
    public void WhatIsNotKnownIsNull()
    {
        var bare = Article with { FromHtml = false, Title = null, Source = null, Published = PublishedDate.Unknown, Boilerplate = [] };
        var claim = Claim with
        {
            Speaker = new("x", "X", null, null),
            ReportedBy = null,
            Cue = null,
            NestedIn = null,
            Target = null,
            SaidOn = null,
            EventDate = null,
            Topics = [],
            Places = [],
            Statistics = [],
        };

        var printed = Print(lines => lines.Write(json => AnalysisJson.Write(json, new(bare, [claim], [], [], []), withRules: true)));

        Assert.StartsWith("""{"file":"a.html","text":null,"title":null,"source":null,"dateline":null,"published":{"date":null,"basis":"unknown","evidence":null},""", printed);
        Assert.Contains("""{"key":"k","speaker":{"id":"x","name":"X","side":null,"span":null,"anaphoric":false},"reportedBy":null,"cue":null,""", printed);
        Assert.Contains("""
            "nestedIn":null,"inTitle":true,"implicit":true,"target":null,"saidOn":null,"topics":[],"places":[],"eventDate":null,"statistics":[],"confidence":0.5,"rules":["r"]}
            """.Trim(), printed);
    }

    [Fact]
    public void AttributionsAreSpansAlone() => Assert.Equal(
        """{"file":"f","attributions":[{"source":[[0,1]],"cue":[[1,2]],"content":[[2,3],[4,5]]},{"source":null,"cue":[],"content":[[6,7]]}]}""" + "\n",
        Print(lines => lines.Write(json => AttributionJson.Write(
            json, "f", [new([new(0, 1)], [new(1, 2)], [new(2, 3), new(4, 5)]), new([], [], [new(6, 7)])], withRules: false))));

    [Fact]
    public void ComparisonsNameClaimsByKeyAndArticlesByFile()
    {
        var found = new Comparisons(
            [new("slug", "Q?", DisputeKind.DateOrPlace, [new("town", ["k"], ["backs"]), new("river", ["l"], [])], 0.25, "so") { Features = ["same act"] }],
            [new(["k", "l"], "same words") { Features = ["same speaker"], Score = 0.5 }],
            [new(Article.Key, "sum", ["s", "t"], "u", 4729, ArithmeticVerdict.Approximately, "1 + 1 = 2")])
        {
            NotComparable = [new("k", "m", ApartReason.Group, "others") { Features = ["other group"], Score = 0.75 }],
            Shifts = [new(ShiftKind.Raised, "ana", "k", "n", "more") { Difference = "1 / 2", Features = ["same body"], Score = 0.5 }],
            Origins = [new([Article.Key], "wire", "one text") { Features = ["articles: 2"], Score = 0.5 }],
        };

        Assert.Equal(
            """
            {"disputes":[{"slug":"slug","question":"Q?","kind":"date_or_place","positions":[{"side":"town","claims":["k"]},{"side":"river","claims":["l"]}],"score":0.25,"features":["same act"],"why":"so"}],
            "repeats":[{"claims":["k","l"],"why":"same words","features":["same speaker"],"score":0.5}],
            "arithmetic":[{"file":"a.html","kind":"sum","terms":["s","t"],"total":"u","computed":4729,"holds":"approximately","why":"1 + 1 = 2"}],
            "notComparable":[{"first":"k","second":"m","reason":"group","why":"others","features":["other group"],"score":0.75}],
            "shifts":[{"kind":"raised","actor":"ana","earlier":"k","later":"n","difference":"1 / 2","why":"more","features":["same body"],"score":0.5}],
            "origins":[{"files":["a.html"],"agency":"wire","why":"one text","features":["articles: 2"],"score":0.5}]}
            """.ReplaceLineEndings("") + "\n",
            Print(lines => lines.Write(json => ComparisonJson.Write(json, found, [new(Article, [], [], [], [])]))));
    }

    private static string Print(Action<JsonLines> print)
    {
        using var output = new MemoryStream();
        using (var lines = new JsonLines(output)) print(lines);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
