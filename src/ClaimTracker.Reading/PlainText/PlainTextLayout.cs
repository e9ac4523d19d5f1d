using ClaimTracker.Domain;
using ClaimTracker.Reading.Dates;
using ClaimTracker.Reading.Lexicon;

namespace ClaimTracker.Reading.PlainText;

/// <summary>What the lines of a plain text are: headline, body, and what stands around them.</summary>
internal sealed class PlainTextLayout
{
    private const int MostHeadBlocks = 40;
    private const int MostSectionWords = 3;
    private const int MostStampWords = 16;
    private const int MostHeadLines = 4;
    private readonly string _text;
    private readonly ReadingLexicon _lexicon;
    private readonly List<TextBlock> _blocks;
    private readonly List<TextSpan> _boilerplate = [];

    private PlainTextLayout(string text, ReadingLexicon lexicon)
    {
        (_text, _lexicon) = (text, lexicon);
        _blocks = TextBlock.Of(text);
    }

    public TextSpan? Title { get; private set; }

    public TextSpan Body { get; private set; }

    public IReadOnlyList<TextSpan> Boilerplate => _boilerplate;

    public Dateline? Dateline { get; private set; }

    /// <summary>The first printed publication date that has a year.</summary>
    public PrintedDate? Published { get; private set; }

    public PrintedDate? Modified { get; private set; }

    public string? Author { get; private set; }

    public string? Outlet { get; private set; }

    public static PlainTextLayout Of(string text, ReadingLexicon lexicon)
    {
        var layout = new PlainTextLayout(text, lexicon);
        layout.SplitStamp();
        layout.MarkFurniture();
        layout.ReadHead();
        layout.ReadTail();
        layout.MarkRepeatedTitles();
        layout.Close();
        return layout;
    }

    /// <summary>“date 2026-03-05 Bridge closed for a week”: a marked date before whatever the first line is.</summary>
    private void SplitStamp()
    {
        if (_blocks.Count == 0 || DateStamp.Find(_blocks[0].Words, _lexicon) is not { IsWholeLine: false, IsMarked: true } stamp) return;
        Take(stamp);
        _boilerplate.Add(stamp.Words);
        _blocks[0] = new TextBlock(_text, ArticleText.Trim(_text, new TextSpan(stamp.Words.End, _blocks[0].Span.End)));
    }

    private void MarkFurniture()
    {
        var aboveText = true;
        foreach (var block in _blocks)
        {
            if (block.IsShort && (IsStamp(block, aboveText) || ReadOutletStamp(block) || _lexicon.Anywhere.Match(block.Words, _lexicon))
                || CaptionLine.Is(_text, block.Span, _lexicon)) block.Kind = BlockKind.Boilerplate;
            aboveText &= !block.IsParagraph;
        }
    }

    /// <summary>From the top to the first running text: labels, bylines, and the headline.</summary>
    private void ReadHead()
    {
        var lastParagraph = _blocks.FindLastIndex(block => block.Kind == BlockKind.Body && block.IsParagraph);
        for (var i = 0; i < Math.Min(_blocks.Count, MostHeadBlocks); i++)
        {
            var block = _blocks[i];
            if (block.Kind == BlockKind.Boilerplate) continue;
            if (block.IsShort && ReadLabel(block)) continue;
            if (block.IsShort && IsCreditOrClock(block))
            {
                block.Kind = BlockKind.Boilerplate;
                continue;
            }

            if (Title is not null && block.IsShort && !block.EndsSentence && ReadStampAtEnd(block)) continue;
            if (block.IsShort && !block.EndsSentence && _lexicon.Before.Match(block.Words, _lexicon)) block.Kind = BlockKind.Boilerplate;
            else if (Title is null && i < lastParagraph && Headline.Is(_text, block, _blocks, i, _lexicon) && !IsSection(i))
                (block.Kind, Title) = (BlockKind.Title, block.Span);
            else if (block.IsParagraph || Title is null && block.Words.Count > MostSectionWords) break;
        }

        // A word or two above the headline are the name of a section.
        var title = _blocks.FindIndex(block => block.Kind == BlockKind.Title);
        for (var i = 0; i < title; i++) _blocks[i].Kind = BlockKind.Boilerplate;
    }

    /// <summary>“The Associated Press”, “(XYZ- Northern News Network)”, “9/10/2024 3:15:42 PM”: who passed the report on, and when.</summary>
    private bool IsCreditOrClock(TextBlock block)
    {
        var words = block.Words;
        if (_lexicon.IsAgency(words) || (_text[block.Span.Start] == '(' && block.Last == ')' && !block.EndsSentence)) return true;
        for (var i = 0; i < words.Count; i++)
            if (!char.IsAsciiDigit(words[i][0]) && words[i] is not ":" && !_lexicon.TimeWords.Contains(words[i])) return false;
        return words.Count > 1;
    }

    /// <summary>“The Valley Post”, “News in brief” above the headline: a few words, and a longer line right below them that could be one.</summary>
    private bool IsSection(int index)
    {
        var block = _blocks[index];
        if (block.Words.Count > MostSectionWords) return false;
        for (var i = index + 1; i < _blocks.Count; i++)
        {
            if (_blocks[i].Kind == BlockKind.Boilerplate) continue;
            return _blocks[i].Words.Count > MostSectionWords && Headline.Is(_text, _blocks[i], _blocks, i, _lexicon);
        }

        return false;
    }

    /// <summary>From the bottom up to the last running text: credits, and lines that only name agencies.</summary>
    private void ReadTail()
    {
        for (var i = _blocks.Count - 1; i > 0; i--)
        {
            var block = _blocks[i];
            if (block.Kind == BlockKind.Boilerplate) continue;
            if (block.Kind == BlockKind.Title || !block.IsShort || !_lexicon.After.Match(block.Words, _lexicon)) break;
            block.Kind = BlockKind.Boilerplate;
        }
    }

    private void MarkRepeatedTitles()
    {
        if (Title is not { } title) return;
        var words = new LineWords(_text, title);
        var wanted = words.Normalized();
        foreach (var block in _blocks)
            if (block.Kind == BlockKind.Body && block.IsShort && block.Words.Count == words.Count && block.Normalized == wanted) block.Kind = BlockKind.Boilerplate;
    }

    private void Close()
    {
        var first = _blocks.Find(block => block.Kind == BlockKind.Body);
        var last = _blocks.FindLast(block => block.Kind == BlockKind.Body);
        foreach (var block in _blocks)
        {
            if (block.Kind == BlockKind.Boilerplate) _boilerplate.Add(block.Span);
            if (block.Kind == BlockKind.Title && Title is { } title && title.Start > block.Span.Start)
                _boilerplate.Add(new TextSpan(block.Span.Start, title.Start));
            if (block == first) ReadFirstParagraph(block);
        }

        // A caption or a second headline can stand before the report's first words.
        if (Dateline is null && first is { IsShort: true } && (!first.IsParagraph || EndsInDay(first.Words)) && FirstRunning(first) is { } second)
        {
            Dateline = PlainText.Dateline.Find(_text, second.Span, _lexicon);
            if (Dateline?.Day is { Year: not null } day) Published ??= day;
        }

        if (Dateline is null) ReadHeadDateline(first);
        if (Published is null) ReadHeadDay(first);

        var start = first?.Span.Start ?? Title?.End ?? 0;
        Body = new TextSpan(start, Math.Max(start, last?.Span.End ?? start));
    }

    /// <summary>The first running text below a short line and those that stand with it: “PRESS RELEASE”, “Water Board”, “For immediate use”.</summary>
    private TextBlock? FirstRunning(TextBlock first)
    {
        var below = _blocks.SkipWhile(block => block != first).Skip(1).Where(block => block.Kind == BlockKind.Body).Take(MostHeadLines).ToList();
        return below.FindIndex(block => block.IsParagraph) is >= 0 and var found ? below[found] : null;
    }

    /// <summary>“LIMA - March 5, 2025”, below a headline or a byline and above the text.</summary>
    private void ReadHeadDateline(TextBlock? first)
    {
        foreach (var block in _blocks.TakeWhile(block => block != first))
        {
            for (var i = 1; block.Kind == BlockKind.Boilerplate && Dateline is null && i < block.Words.Count; i++)
            {
                if (DateScanner.ReadAt(block.Words, i, _lexicon) is { Day: not null } day && DateScanner.EndOfStamp(block.Words, i, _lexicon) == block.Words.Count)
                    Dateline = PlainText.Dateline.OfLine(_text, block.Span, day, _lexicon);
            }
        }
    }

    /// <summary>“Friday 27 February 2026. All times local. Updates by our reporters”: a line above the article that begins with its day.</summary>
    private void ReadHeadDay(TextBlock? first)
    {
        foreach (var block in _blocks.TakeWhile(block => block != first))
        {
            if (block.Kind != BlockKind.Boilerplate || DateScanner.ReadAt(block.Words, 0, _lexicon) is not { Full: not null } day) continue;
            Published = day;
            return;
        }
    }

    /// <summary>“Mourners in Lima, Peru March 5, 2025.”: the words below a picture end in the day on which it was taken.</summary>
    private bool EndsInDay(LineWords words)
    {
        for (var i = Math.Max(0, words.Count - 3); i < words.Count; i++)
            if (DateScanner.ReadAt(words, i, _lexicon) is { Full: not null } date && date.NextWord == words.Count) return true;
        return false;
    }

    /// <summary>A stamp before the dateline, the dateline, and the agency in it.</summary>
    private void ReadFirstParagraph(TextBlock block)
    {
        var start = block.Span.Start;
        if (DateStamp.Find(block.Words, _lexicon) is { IsWholeLine: false } stamp)
        {
            Take(stamp);
            _boilerplate.Add(stamp.Words);
            start = stamp.Words.End;
        }

        var rest = ArticleText.Trim(_text, new TextSpan(start, block.Span.End));
        Dateline = PlainText.Dateline.Find(_text, rest, _lexicon);
        if (Dateline?.Day is { Year: not null } day) Published ??= day;
    }

    /// <summary>A line that is a date and nothing else counts above the first paragraph; below it can be that of a correction.</summary>
    private bool IsStamp(TextBlock block, bool aboveText)
    {
        if (DateStamp.Find(block.Words, _lexicon) is not { IsWholeLine: true } stamp) return false;
        if (stamp.IsMarked || aboveText) Take(stamp);
        return true;
    }

    /// <summary>“Staff Reporter | November 25, 2025 10:30 am”, below a headline.</summary>
    private bool ReadStampAtEnd(TextBlock block)
    {
        var words = block.Words;
        if (words.Count > MostStampWords) return false;
        for (var i = 1; i < words.Count; i++)
        {
            if (DateScanner.ReadAt(words, i, _lexicon) is not { Full: not null } date) continue;
            if (_lexicon.PublishedMarkers.LengthAt(words, i - 1) > 0) Published ??= date;
            if (DateScanner.EndOfStamp(words, i, _lexicon) != words.Count) continue;
            Take(new DateStamp(date, _lexicon.ModifiedMarkers.LengthAt(words, i - 1) > 0, date.Words, false));
            block.Kind = BlockKind.Boilerplate;
            return true;
        }

        return false;
    }

    /// <summary>“Published in The Valley Post, March 5th, 2026”.</summary>
    private bool ReadOutletStamp(TextBlock block)
    {
        var words = block.Words;
        var name = _lexicon.PublishedIn.LengthAt(words, 0);
        if (name == 0) return false;
        for (var i = name + 1; i < words.Count; i++)
        {
            if (DateScanner.ReadAt(words, i, _lexicon) is not { Full: not null } date) continue;
            Outlet ??= _text[words.SpanOf(name).Start..words.SpanOf(i - 1).End];
            Published ??= date;
            return true;
        }

        return false;
    }

    private void Take(DateStamp stamp)
    {
        if (stamp.Date.Full is null) return;
        if (stamp.IsModified) Modified ??= stamp.Date;
        else Published ??= stamp.Date;
    }

    /// <summary>“By Ana Ruiz”, “Title: …”, “Source: …”: takes what the label names.</summary>
    private bool ReadLabel(TextBlock block)
    {
        var words = block.Words;
        if (Title is null && LabelLength(words, _lexicon.TitleLabels) is > 0 and var title)
        {
            (block.Kind, Title) = (BlockKind.Title, new TextSpan(words.SpanOf(title).Start, block.Span.End));
            return true;
        }

        if (Byline.Find(words, _lexicon) is { } names) Author ??= names.In(_text).ToString();
        else if (LabelLength(words, _lexicon.OutletLabels) is > 0 and var outlet)
            Outlet ??= _text[words.SpanOf(outlet).Start..block.Span.End];
        else return false;
        block.Kind = BlockKind.Boilerplate;
        return true;
    }

    /// <summary>Words up to and with the colon; 0 where the line has no such label, or nothing behind it.</summary>
    private static int LabelLength(LineWords words, PhraseSet labels)
    {
        var length = labels.LengthAt(words, 0);
        return length > 0 && length + 1 < words.Count && words[length] is ":" ? length + 1 : 0;
    }
}
