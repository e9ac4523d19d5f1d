using ClaimTracker.Domain;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Tests;

public sealed class TextTests
{
    [Theory]
    [InlineData("The U.S. sent 4,910 troops.", "The|U.S.|sent|4,910|troops|.")]
    [InlineData("They’ve taken Gen. Ruiz’s 15-25 km road—all of it.", "They|’ve|taken|Gen|.|Ruiz|’s|15|-|25|km|road|—|all|of|it|.")]
    [InlineData("He didn't pay Rs2.5bn to O'Brien's ex-partner", "He|didn't|pay|Rs|2.5|bn|to|O'Brien|'s|ex-partner")]
    [InlineData("It cost US$5m (about 4 per cent).", "It|cost|US|$|5|m|(|about|4|per|cent|)|.")]
    [InlineData("“Go,” she said -- twice.", "“|Go|,|”|she|said|--|twice|.")]
    public void TextIsCutIntoTokens(string text, string expected)
    {
        var read = Read(text);

        Assert.Equal(expected, string.Join('|', Enumerable.Range(0, read.Tokens.Count).Select(i => read.Letters(i).ToString())));
    }

    [Theory]
    [InlineData("Lt. Gen. Ruiz spoke. He left.", "Lt. Gen. Ruiz spoke.|He left.")]
    [InlineData("It happened in the U.S. last year. Nobody knew.", "It happened in the U.S. last year.|Nobody knew.")]
    [InlineData("Ships left at 5 a.m. Tuesday. “We saw it.” Others did not.", "Ships left at 5 a.m. Tuesday.|“We saw it.”|Others did not.")]
    [InlineData("It begins at 6 p.m. Ruiz agreed. It ends at 9 p.m. Kabul time. Ana came at 7 a.m. Wednesday.", "It begins at 6 p.m.|Ruiz agreed.|It ends at 9 p.m. Kabul time.|Ana came at 7 a.m. Wednesday.")]
    [InlineData("He went to the U.S. The ministry knew. The U.S. Embassy did not.", "He went to the U.S.|The ministry knew.|The U.S. Embassy did not.")]
    [InlineData("The route.The crossing stayed open. but nobody came.", "The route.|The crossing stayed open.|but nobody came.")]
    [InlineData("First line\nSecond line. Third", "First line|Second line.|Third")]
    [InlineData("It cost 1.5 million. J. Ruiz paid.", "It cost 1.5 million.|J. Ruiz paid.")]
    public void SentencesEndWhereAReaderEndsThem(string text, string expected)
    {
        var read = Read(text);

        Assert.Equal(expected, string.Join('|', read.Sentences.Select(s => read.SpanOf(s).In(text).ToString())));
    }

    [Theory]
    [InlineData("\"Go,\" he said. \"Now.\"", "Go,|Now.")]
    [InlineData("“Go,” he said, “and don’t return.”", "Go,|and don’t return.")]
    [InlineData("He said it was \"wrong\" and \"late\".", "wrong|late")]
    [InlineData("“She said ‘no’ to the soldiers’ plan,” he said.", "She said ‘no’ to the soldiers’ plan,|no")]
    [InlineData("“It goes on.\n“And on.”", "It goes on.|And on.")]
    [InlineData("the ‘terrorists’ in the soldiers’ camp", "terrorists")]
    public void QuotationMarksArePaired(string text, string expected)
    {
        var read = Read(text);

        Assert.Equal(expected, string.Join('|', read.Quotations.Select(q => read.SpanOf(q.Inside).In(text).ToString())));
    }

    private static ArticleTokens Read(string text)
    {
        var vocabulary = new Vocabulary();
        var tokens = new ArticleTokens(vocabulary, new Sentences(vocabulary));
        tokens.Read(new Article { FileName = "a.txt", ContentHash = new string('0', 64), Text = text, Body = new TextSpan(0, text.Length) });
        return tokens;
    }
}
