namespace ClaimTracker.Domain.Yaml;

/// <summary>Reads what claims and figures are about: topics, measures, groups, acts.</summary>
internal sealed class SubjectSection(References references, ProblemList problems)
{
    private static readonly (string, ActGround)[] Grounds = [("own", ActGround.Own), ("other", ActGround.Other), ("any", ActGround.Any)];

    public IReadOnlyList<Topic> ReadTopics(IReadOnlyList<YamlValue> values) =>
        ReadEach(values, "topic", fields => new Topic(
            Id(fields, "topic"), Name(fields), fields.Required("description")?.Text ?? "", Words(fields))
        {
            Together = ReadTogether(fields),
        });

    public IReadOnlyList<Measure> ReadMeasures(IReadOnlyList<YamlValue> values) =>
        ReadEach(values, "measure", fields =>
        {
            var glosses = fields.Pairs("glosses");
            return new Measure(Id(fields, "measure", true), Name(fields), fields.Optional("unit")?.Text, WithGlossed(Texts(fields, "words"), glosses))
            {
                Glosses = glosses,
            };
        });

    public IReadOnlyList<CountedGroup> ReadGroups(IReadOnlyList<YamlValue> values) =>
        ReadEach(values, "group", fields =>
        {
            var glosses = fields.Pairs("glosses");
            return new CountedGroup(Id(fields, "group", true), Name(fields), WithGlossed(Words(fields), glosses))
            {
                GenericWords = Texts(fields, "generic"),
                Glosses = glosses,
            };
        });

    public IReadOnlyList<ConflictAct> ReadActs(IReadOnlyList<YamlValue> values) =>
        ReadEach(values, "act", fields => new ConflictAct(Id(fields, "act"), Name(fields), Phrases(fields, "words", required: true))
        {
            WeakWords = Phrases(fields, "weak"),
            AnswerWords = Phrases(fields, "answers"),
            ContraryWords = Phrases(fields, "contrary"),
            Agent = references.Refer("side", fields.Optional("agent"), fields.What),
            Named = fields.Flag("named"),
            OwnDeed = fields.Flag("own"),
            Ground = fields.Has("ground") ? fields.Choice("ground", Grounds) ?? default : default,
            Gerund = fields.Optional("gerund")?.Text,
            Past = fields.Optional("past")?.Text,
            Standing = fields.Flag("standing"),
            Lasting = fields.Flag("lasting"),
            Binding = fields.Flag("binding"),
            Anywhere = fields.Flag("anywhere"),
            Topic = references.Refer("topic", fields.Optional("topic"), fields.What),
            Together = ReadTogether(fields),
            Opposes = [.. fields.Texts("opposes").Select(act => references.Refer("act", act, fields.What)!)],
        });

    private List<T> ReadEach<T>(IReadOnlyList<YamlValue> values, string kind, Func<Fields, T> read)
    {
        var found = new List<T>();
        foreach (var value in values)
        {
            var fields = new Fields(value, $"the {kind} in line {value.Line}", problems);
            found.Add(read(fields));
            fields.Finish();
        }

        return found;
    }

    private string Id(Fields fields, string kind, bool underscores = false)
    {
        if (fields.Required("id") is not { } id)
            return "";
        references.Define(kind, id, underscores);
        fields.What = $"the {kind} '{id.Text}'";
        return id.Text;
    }

    private static string Name(Fields fields) => fields.Required("name")?.Text ?? "";

    private IReadOnlyList<string> Words(Fields fields) => Texts(fields, "words", required: true);

    private IReadOnlyList<string> Texts(Fields fields, string key, bool required = false)
    {
        var words = fields.Texts(key, required);
        foreach (var word in words.Where(word => HasStrayStar(word.Text)))
            problems.Add(word.Line, $"{fields.What} has the word '{word.Text}': a '*' stands for any ending, at the end only");
        return [.. words.Select(word => word.Text)];
    }

    /// <summary>Words of acts, whose parts may each stand for any ending and lie apart: “violat* … sovereignty”.</summary>
    private IReadOnlyList<string> Phrases(Fields fields, string key, bool required = false)
    {
        var phrases = fields.Texts(key, required);
        foreach (var phrase in phrases.Where(phrase => phrase.Text.Split(' ').Any(HasStrayStar)))
            problems.Add(phrase.Line, $"{fields.What} has the word '{phrase.Text}': a '*' stands for any ending, at a word's end only");
        return [.. phrases.Select(phrase => phrase.Text)];
    }

    private static bool HasStrayStar(string word) => word.IndexOf('*', StringComparison.Ordinal) is >= 0 and var star && star < word.Length - 1;

    private static IReadOnlyList<string> WithGlossed(IReadOnlyList<string> words, IReadOnlyDictionary<string, string> glosses) =>
        [.. words, .. glosses.Keys.Except(words, StringComparer.Ordinal)];

    private List<IReadOnlyList<string>> ReadTogether(Fields fields)
    {
        var sets = new List<IReadOnlyList<string>>();
        foreach (var item in fields.Entries("together"))
            if (item is YamlList { Items.Count: >= 2 } list && list.Items.All(word => word is YamlScalar { Text.Length: > 0 }))
                sets.Add([.. list.Items.Cast<YamlScalar>().Select(word => word.Text)]);
            else
                problems.Add(item.Line, $"{fields.What}: expected a list of two or more words under 'together'");
        return sets;
    }
}
