using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using ClaimTracker.Domain;
using ClaimTracker.Reading.Html;

namespace ClaimTracker.Reading.Lexicon;

/// <summary>The words by which a reader tells an article from what stands around it. Immutable.</summary>
internal sealed class ReadingLexicon
{
    /// <summary>The file names, in the order in which they are read.</summary>
    public static IReadOnlyList<string> Files { get; } =
        ["calendar.txt", "dates.txt", "datelines.txt", "encodings.txt", "furniture.txt", "labels.txt", "markup.txt", "metadata.txt"];

    private static readonly Lazy<ReadingLexicon> ShippedLexicon = new(ReadShipped);

    private ReadingLexicon() { }

    /// <summary>The lexicon that is part of this assembly.</summary>
    public static ReadingLexicon Shipped => ShippedLexicon.Value;

    /// <summary>Month names in lower case, 1 to 12.</summary>
    public required WordTable<int> Months { get; init; }

    /// <summary>Weekday names in lower case.</summary>
    public required WordTable<DayOfWeek> Weekdays { get; init; }

    /// <summary>“a.m.”, “GMT”: what can follow the date in a stamp.</summary>
    public required WordTable<int> TimeWords { get; init; }

    /// <summary>“st”, “th”.</summary>
    public required WordTable<int> OrdinalEndings { get; init; }

    /// <summary>“of” in “5th of March”.</summary>
    public required WordTable<int> DayJoiners { get; init; }

    /// <summary>Words shortly before a date that is still to come, or only a limit.</summary>
    public required WordTable<int> Future { get; init; }

    /// <summary>Words right before a year that stands alone.</summary>
    public required WordTable<int> BeforeYear { get; init; }

    /// <summary>“yesterday”: how many days before publication.</summary>
    public required WordTable<int> RelativeDays { get; init; }

    /// <summary>“since”, before the day on which a count began.</summary>
    public required WordTable<int> CountSince { get; init; }

    /// <summary>“a day”, “daily”.</summary>
    public required PhraseSet PerDay { get; init; }

    /// <summary>What stands before a publication date.</summary>
    public required PhraseSet PublishedMarkers { get; init; }

    /// <summary>What stands before an outlet’s name and a publication date.</summary>
    public required PhraseSet PublishedIn { get; init; }

    /// <summary>What stands before the date of the last change.</summary>
    public required PhraseSet ModifiedMarkers { get; init; }

    public required FrozenSet<string> Agencies { get; init; }

    /// <summary>“Correspondent”, “newswire”: last words in a dateline’s brackets that tell who sent the report.</summary>
    public required FrozenSet<string> AgencyWords { get; init; }

    /// <summary>Mixed-case places before a mere colon: cities from which much is reported.</summary>
    public required FrozenSet<string> Places { get; init; }

    /// <summary>“File”, “photo”: words of which the credits of pictures are made, beside agencies.</summary>
    public required WordTable<int> PhotoWords { get; init; }

    /// <summary>Words in front of a colon that look like a dateline and name no place.</summary>
    public required FrozenSet<string> NotPlaces { get; init; }

    /// <summary>Lower-case words inside datelines: “and”.</summary>
    public required WordTable<int> DatelineJoiners { get; init; }

    /// <summary>The encoding of old pages by their language.</summary>
    public required WordTable<string> LegacyEncodings { get; init; }

    /// <summary>Lines that are no part of an article wherever they stand.</summary>
    public required LinePatterns Anywhere { get; init; }

    /// <summary>Lines that are no part of it above the first paragraph.</summary>
    public required LinePatterns Before { get; init; }

    /// <summary>Lines that are no part of it below the last paragraph.</summary>
    public required LinePatterns After { get; init; }

    /// <summary>Names of meta elements in order of preference by what they say: the sections of metadata.txt.</summary>
    public required FrozenDictionary<string, IReadOnlyList<string>> MetadataNames { get; init; }

    /// <summary>Lines, and beginnings of paragraphs, that are no part of it where they hold a link.</summary>
    public required LinePatterns WithLink { get; init; }

    /// <summary>What the names of elements say.</summary>
    public required MarkupWords Markup { get; init; }

    public required PhraseSet TitleLabels { get; init; }

    public required PhraseSet AuthorLabels { get; init; }

    public required PhraseSet OutletLabels { get; init; }

    /// <summary>Reads the files of <see cref="Files"/>.</summary>
    /// <param name="text">The text of a file by its name.</param>
    /// <returns>The lexicon, or null with every problem found, each with file, line and a sentence.</returns>
    public static (ReadingLexicon? Lexicon, IReadOnlyList<DataProblem> Problems) Read(Func<string, string> text)
    {
        var problems = new List<DataProblem>();
        LexiconSections Open(string file, params string[] sections) => LexiconSections.Read(file, text(file), sections, problems);

        var calendar = Open("calendar.txt", "months", "weekdays");
        var dates = Open("dates.txt", "published", "published-in", "modified", "time", "ordinal-endings", "day-joiners",
            "future", "before-year", "relative-day", "count-since", "per-day");
        var datelines = Open("datelines.txt", "agencies", "agency-words", "places", "photo-credits", "not-places", "joiners");
        var encodings = Open("encodings.txt", "by-language");
        var furniture = Open("furniture.txt", "anywhere", "before", "after", "with-link");
        var labels = Open("labels.txt", "title", "author", "outlet");
        var markup = Open("markup.txt", "never", "outside", "invisible");
        string[] metadataSections = ["title", "published", "modified", "author", "outlet", "language", "url"];
        var metadata = Open("metadata.txt", metadataSections);
        var lexicon = new ReadingLexicon
        {
            Months = Numbers(calendar, "months", 1, 12, number => number),
            Weekdays = Numbers(calendar, "weekdays", 1, 7, number => (DayOfWeek)(number % 7)),
            TimeWords = Table(dates, "time"),
            OrdinalEndings = Table(dates, "ordinal-endings"),
            DayJoiners = Table(dates, "day-joiners"),
            Future = Table(dates, "future"),
            BeforeYear = Table(dates, "before-year"),
            RelativeDays = Numbers(dates, "relative-day", 0, 7, number => number),
            CountSince = Table(dates, "count-since"),
            PerDay = new PhraseSet(Words(dates, "per-day")),
            PublishedMarkers = new PhraseSet(Words(dates, "published")),
            PublishedIn = new PhraseSet(Words(dates, "published-in")),
            ModifiedMarkers = new PhraseSet(Words(dates, "modified")),
            Agencies = Words(datelines, "agencies").ToFrozenSet(),
            AgencyWords = Words(datelines, "agency-words").ToFrozenSet(),
            Places = Words(datelines, "places").ToFrozenSet(),
            PhotoWords = Table(datelines, "photo-credits"),
            NotPlaces = Words(datelines, "not-places").ToFrozenSet(),
            DatelineJoiners = Table(datelines, "joiners"),
            LegacyEncodings = Names(encodings, "by-language"),
            Anywhere = LinePatterns.Read(furniture, "anywhere"),
            Before = LinePatterns.Read(furniture, "before"),
            After = LinePatterns.Read(furniture, "after"),
            WithLink = LinePatterns.Read(furniture, "with-link"),
            TitleLabels = new PhraseSet(Words(labels, "title")),
            AuthorLabels = new PhraseSet(Words(labels, "author")),
            Markup = new MarkupWords(
                Signs(markup, "never", MarkupSigns.Never)
                    .Concat(Signs(markup, "outside", MarkupSigns.Outside))
                    .Concat(Signs(markup, "invisible", MarkupSigns.Invisible))),
            MetadataNames = metadataSections.ToFrozenDictionary(
                section => section, section => (IReadOnlyList<string>)Words(metadata, section)),
            OutletLabels = new PhraseSet(Words(labels, "outlet")),
        };
        return problems.Count == 0 ? (lexicon, []) : (null, problems);
    }

    /// <summary>Whether a line names an agency and says nothing else: “The Associated Press”.</summary>
    public bool IsAgency(LineWords line) => Agencies.Contains(line.Normalized());

    /// <summary>The text of a lexicon file that is part of this assembly.</summary>
    internal static string ShippedText(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"Expected the lexicon file '{file}' in the assembly, found none.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static ReadingLexicon ReadShipped()
    {
        var (lexicon, problems) = Read(ShippedText);
        return lexicon ?? throw new InvalidOperationException("The reading lexicon is broken: " + string.Join("; ", problems));
    }

    private static WordTable<T> Numbers<T>(LexiconSections file, string section, int least, int most, Func<int, T> value)
    {
        var found = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in file[section])
        {
            var isNumber = int.TryParse(entry.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            var line = entry.Value is null ? entry.Words : $"{entry.Words} = {entry.Value}";
            if (!isNumber || number < least || number > most)
                file.Report(entry.Line, $"expected 'name = number from {least} to {most}', found '{line}'");
            else if (!found.TryAdd(entry.Words, value(number)))
                file.Report(entry.Line, $"expected each entry once, found '{entry.Words}' again");
        }

        return new WordTable<T>(found);
    }

    private static WordTable<string> Names(LexiconSections file, string section)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in file[section])
            if (entry.Value is not { Length: > 0 } value) file.Report(entry.Line, $"expected 'name = value', found '{entry.Words}'");
            else if (!found.TryAdd(entry.Words, value)) file.Report(entry.Line, $"expected each entry once, found '{entry.Words}' again");
        return new WordTable<string>(found);
    }

    private static IEnumerable<KeyValuePair<string, MarkupSigns>> Signs(LexiconSections file, string section, MarkupSigns sign) =>
        Words(file, section).Select(words => KeyValuePair.Create(words, sign));

    private static WordTable<int> Table(LexiconSections file, string section) =>
        new(Words(file, section).Select(word => KeyValuePair.Create(word, 0)));

    private static List<string> Words(LexiconSections file, string section)
    {
        var found = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in file[section])
            if (entry.Value is not null) file.Report(entry.Line, $"expected words alone, found '{entry.Words} = {entry.Value}'");
            else if (entry.Words.Any(char.IsUpper)) file.Report(entry.Line, $"expected lower case, found '{entry.Words}'");
            else if (!seen.Add(entry.Words)) file.Report(entry.Line, $"expected each entry once, found '{entry.Words}' again");
            else found.Add(entry.Words);
        return found;
    }
}
