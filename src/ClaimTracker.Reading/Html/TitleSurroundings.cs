using ClaimTracker.Domain;
using ClaimTracker.Reading.Dates;
using ClaimTracker.Reading.Lexicon;
using ClaimTracker.Reading.PlainText;

namespace ClaimTracker.Reading.Html;

/// <summary>What a page prints right above and below its headline: who wrote the article, and when.</summary>
internal sealed record TitleSurroundings
{
    private const int BlocksAbove = 3;
    private const int BlocksBelow = 10;
    private const int LongestLine = 120;

    public PublishedDate? Published { get; private init; }

    public DateOnly? Modified { get; private init; }

    public string? Author { get; private init; }

    public static TitleSurroundings Read(PageTree tree, IReadOnlyList<PageBlock> blocks, PageTitle title, ReadingLexicon lexicon)
    {
        if (title.Block < 0) return new TitleSurroundings();

        var found = new TitleSurroundings();
        var last = Math.Min(blocks.Count - 1, title.Block + BlocksBelow);
        for (var i = Math.Max(0, title.Block - BlocksAbove); i <= last; i++)
            if (i != title.Block && blocks[i].Text.Length <= LongestLine) found = found.With(blocks[i].Text, lexicon);
        return found.Published is not null
            ? found
            : found with { Published = FromTimeElement(tree, blocks[title.Block].First, blocks[last].First, lexicon) };
    }

    private TitleSurroundings With(string line, ReadingLexicon lexicon)
    {
        var words = new LineWords(line, new TextSpan(0, line.Length));
        var found = Author is null && Byline.Find(words, lexicon) is { } names ? this with { Author = names.In(line).ToString() } : this;
        var modified = false;
        for (var i = 0; i < words.Count; i++)
        {
            if (lexicon.ModifiedMarkers.LengthAt(words, i) > 0) modified = true;
            else if (lexicon.PublishedMarkers.LengthAt(words, i) > 0) modified = false;
            if (DateScanner.ReadAt(words, i, lexicon) is not { } date) continue;
            if (modified) found = found with { Modified = found.Modified ?? date.Full };
            else found = found with { Published = found.Published ?? PublishedDates.Stated(date, line) };
        }

        return found;
    }

    /// <summary>“2 hours ago”, with the day in the element's datetime.</summary>
    private static PublishedDate? FromTimeElement(PageTree tree, int from, int to, ReadingLexicon lexicon)
    {
        for (var i = from; i <= to; i++)
            if (tree[i].Tag == PageTag.Time && tree[i].Element!.GetAttribute("datetime") is { Length: < 60 } stamp
                && DateScanner.ReadAt(new LineWords(stamp, new TextSpan(0, stamp.Length)), 0, lexicon)?.Full is { } day)
                return new PublishedDate(day, DateBasis.Metadata, $"The time below the headline is marked “{stamp}”.", day, day);
        return null;
    }
}
