using ClaimTracker.Comparison.Lexicon;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Tests;

public sealed class ComparisonLexiconTests
{
    [Fact]
    public void TheShippedLexiconHasNoProblems()
    {
        var lexicon = ComparisonLexicon.Shipped;

        Assert.NotEmpty(lexicon.Acts);
        Assert.NotEmpty(lexicon.Categories);
        Assert.All(TextName.All, name => Assert.Contains(name, lexicon.Texts.Keys));
    }

    [Fact]
    public void EveryProblemIsReportedWithItsLine()
    {
        var (lexicon, problems) = ComparisonLexicon.Read("comparison.txt", """
            stray = word
            [words]
            negation = no
            negation = not
            no sign here
            [text]
            denial question = Did {agent
            [act fight]
            name = fight
            colour = red
            [weather]
            """);

        Assert.Null(lexicon);
        Assert.Contains(new DataProblem("comparison.txt", 1, "expected a '[section]' before 'stray = word'"), problems);
        Assert.Contains(new DataProblem("comparison.txt", 4, "'negation' stands twice in its section"), problems);
        Assert.Contains(new DataProblem("comparison.txt", 5, "expected '[section]' or 'key = value; value', found 'no sign here'"), problems);
        Assert.Contains(new DataProblem("comparison.txt", 7, "expected braces and brackets that close, found 'Did {agent'"), problems);
        Assert.Contains(new DataProblem("comparison.txt", 8, "the act 'fight' lacks its words"), problems);
        Assert.Contains(problems, p => p.Line == 10 && p.Sentence.StartsWith("the act 'fight' has 'colour', which is not a key here", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Line == 11 && p.Sentence.StartsWith("expected [words], [text]", StringComparison.Ordinal));
        Assert.Contains(new DataProblem("comparison.txt", 0, "[words] lacks 'modal'"), problems);
    }

    [Fact]
    public void EveryClassThatTheDossierNamesIsThere()
    {
        var phrases = SeedDossier.Conflict.Acts.SelectMany(a => a.Words.Concat(a.WeakWords).Concat(a.AnswerWords)).ToList();

        var named = phrases.SelectMany(p => p.Split(' ')).Where(w => w.StartsWith('<')).Distinct().ToList();

        Assert.NotEmpty(named);
        Assert.All(named, n => Assert.Contains(n.Trim('<', '>'), ComparisonLexicon.Shipped.Classes.Keys));
    }

    [Theory]
    [InlineData("a {b}[ in {c}].", "x", "y", "a x in y.")]
    [InlineData("a {b}[ in {c}].", "x", "", "a x.")]
    [InlineData("[{c}: ]{b}", "x", "", "x")]
    public void APieceInBracketsFallsAwayWithItsWord(string text, string b, string c, string expected)
    {
        Assert.True(Template.TryParse(text, out var template));

        Assert.Equal(expected, template.Fill(("b", b), ("c", c)));
    }
}
