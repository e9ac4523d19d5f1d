namespace ClaimTracker.Domain.Tests;

/// <summary>Each row spoils the sound dossier at one place and names the line and the sentence that tell an editor so.</summary>
public sealed class DossierProblemTests
{
    [Theory]
    [InlineData("title: The Weir dispute", "titel: The Weir dispute", "titel", "the dossier has the unknown key 'titel'")]
    [InlineData("unit: people", "units: people", "units", "the measure 'killed' has the unknown key 'units'")]
    [InlineData("within: northmark }", "in: northmark }", "in: northmark", "the place 'alder' has the unknown key 'in'")]
    [InlineData("    name: Ana Ruiz", "    note: x", "id: ana-ruiz", "the actor 'ana-ruiz' lacks the key 'name'")]
    [InlineData("id: water", "note: water", "note: water", "lacks the key 'id'")]
    [InlineData(", from: 2020-03-01", "", "id: flood", "the event 'flood' lacks the key 'from'")]
    [InlineData("words: [guarded], ", "", "id: guard-weir", "the act 'guard-weir' lacks the key 'words'")]
    [InlineData("    side: north\n    parent", "    side: north\n    side: north\n    parent", "    side: north\n    parent", "the key 'side' twice")]
    [InlineData("id: ana-ruiz", "id: northmark", "id: northmark\n    name: Ana", "the actor 'northmark' is already defined in line 9")]
    [InlineData("id: breach", "id: flood", "id: flood, name: Breach", "the event 'flood' is already defined")]
    [InlineData("id: ana-ruiz", "id: Ana_Ruiz", "Ana_Ruiz", "the id 'Ana_Ruiz' is not lower-case words joined by hyphens")]
    [InlineData("id: guard-weir", "id: guard--weir", "guard--weir", "the id 'guard--weir' is not lower-case words")]
    [InlineData("side: north\n    parent", "side: south\n    parent", "side: south", "refers to the side 'south', which is not in this file")]
    [InlineData("parent: northmark", "parent: southmark", "parent: southmark", "refers to the actor 'southmark'")]
    [InlineData("within: northmark", "within: southmark", "within: southmark", "refers to the place 'southmark'")]
    [InlineData("places: [alder]", "places: [elder]", "places: [elder]", "refers to the place 'elder'")]
    [InlineData("topics: [water]", "topics: [fire]", "topics: [fire]", "refers to the topic 'fire'")]
    [InlineData("topic: water", "topic: fire", "topic: fire", "refers to the topic 'fire'")]
    [InlineData("opposes: [open-weir]", "opposes: [close-weir]", "close-weir", "refers to the act 'close-weir'")]
    [InlineData("capital: alder", "capital: elm", "capital: elm", "refers to the place 'elm'")]
    [InlineData("parent: northmark", "parent: ana-ruiz", "parent: ana-ruiz", "the actor 'ana-ruiz' contains itself: ana-ruiz in ana-ruiz")]
    [InlineData("name: Northmark, kind: country", "name: Northmark, within: alder", "within: alder", "contains itself: northmark in alder in northmark")]
    [InlineData("from: 2020-03-01", "from: 2020-02-30", "2020-02-30", "expected a day such as 2025-10-12 under 'from', found '2020-02-30'")]
    [InlineData("day: 2020-03-02", "day: spring", "day: spring", "expected a day such as 2025-10-12 under 'day', found 'spring'")]
    [InlineData("from: 2020-03-01", "from: 2020-04-01", "2020-04-01", "ends on 2020-03-09, before it begins on 2020-04-01")]
    [InlineData("to: 2021-06-30", "to: 2019-06-30", "2019-06-30", "end on 2019-06-30, before they begin on 2020-01-01")]
    [InlineData("{ from: 2020-01-01, to: 2021-06-30 }", "{ }", "inOffice", "have neither 'from' nor 'to'")]
    [InlineData("words: [weir, flood*]", "words: []", "words: []", "the list under 'words' is empty")]
    [InlineData("words: [weir, flood*]", "words: weir", "words: weir", "expected a list under 'words', found 'weir'")]
    [InlineData("words: [weir, flood*]", "words: [weir, [flood]]", "[flood]", "expected texts in the list under 'words', found a list")]
    [InlineData("words: [weir, flood*]", "words: [weir, weir]", "[weir, weir]", "has 'weir' twice under 'words'")]
    [InlineData("words: [weir, flood*]", "words: [wei*r, weir]", "wei*r", "'wei*r': a '*' stands for any ending, at the end only")]
    [InlineData("[weir, flood*]", "[flood* weir]", "flood* weir", "'flood* weir': a '*' stands for any ending, at the end only")]
    [InlineData("open the weir, opened the weir", "op*en … weir", "op*en", "'op*en … weir': a '*' stands for any ending, at a word's end only")]
    [InlineData("[[open, gate*]]", "[[open]]", "[[open]]", "expected a list of two or more words under 'together'")]
    [InlineData("kind: person", "kind: anonymous", "anonymous", "expected state, government, organisation, person")]
    [InlineData("kind: city", "kind: town", "kind: town", "expected country, province, district, city")]
    [InlineData("place: third", "place: middle", "middle", "expected left, right, third under 'place', found 'middle'")]
    [InlineData("ground: own", "ground: mine", "ground: mine", "expected own, other, any under 'ground', found 'mine'")]
    [InlineData("standing: true", "standing: yes", "standing: yes", "expected true or false under 'standing', found 'yes'")]
    [InlineData("name: Alder", "name: [Alder]", "name: [Alder]", "expected a text under 'name', found a list")]
    [InlineData("- { id: breach, name: Breach, day: 2020-03-02 }", "- breach", "- breach", "as keys with values, found 'breach'")]
    [InlineData("Minister Ana Ruiz]", "Northmark]", "aliases: [Ruiz of Alder", "a name of the actors 'northmark' and 'ana-ruiz'; mark it under 'ambiguous'")]
    [InlineData("ambiguous: [WM]", "ambiguous: [Northmark]", "ambiguous: [Northmark]", "a name of the actors 'northmark' and 'ana-ruiz'")]
    [InlineData("ambiguous: [WM]", "ambiguous: [minister ana ruiz]", "ambiguous: [minister", "the actor 'ana-ruiz' has the name 'minister ana ruiz' twice")]
    [InlineData("ambiguous: [WM]", "ambiguous: [Alder]", "ambiguous: [Alder]", "a name of the actor 'ana-ruiz' and of the place 'alder', which is neither")]
    [InlineData("kind: city, within", "kind: city, aliases: [Northmark], within", "aliases: [Northmark]", "a name of the places 'northmark' and 'alder'")]
    public void AProblemIsReportedWithItsLineAndASentence(string sound, string spoilt, string at, string sentence)
    {
        var yaml = Dossiers.With(sound, spoilt);

        var problems = Dossiers.ProblemsWith(sound, spoilt);

        Assert.Contains(problems, problem => problem.File == Dossiers.File
            && problem.Line == Dossiers.LineOf(at, yaml)
            && problem.Sentence.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void AllProblemsAreReportedAtOnceInTheFilesOrder()
    {
        var yaml = Dossiers.With("title: The Weir dispute", "titel: x")
            .Replace("within: northmark", "within: elm", StringComparison.Ordinal)
            .Replace("words: [killed]", "words: []", StringComparison.Ordinal)
            .Replace("day: 2020-03-02", "day: never", StringComparison.Ordinal);

        var (dossier, problems) = DossierReader.Read(Dossiers.File, yaml);

        Assert.Null(dossier);
        Assert.Equal(
            [
                "dossier.yaml:1: the dossier lacks the key 'title'",
                "dossier.yaml:1: the dossier has the unknown key 'titel'; known are title, sides, actors, places, topics, measures, groups, events, acts",
                "dossier.yaml:7: the place 'alder' refers to the place 'elm', which is not in this file",
                "dossier.yaml:37: the measure 'killed': the list under 'words' is empty; leave the key out or fill it",
                "dossier.yaml:43: the event 'breach': expected a day such as 2025-10-12 under 'day', found 'never'",
            ],
            problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void ANameThatIsMarkedAsSharedByAllItsBearersIsNoProblem()
    {
        var yaml = Dossiers.With("    adjectives:", "    ambiguous: [WM]\n    generic: [the office]\n    adjectives:")
            .Replace("short: [Ruiz]", "generic: [the office]", StringComparison.Ordinal);

        var (_, problems) = DossierReader.Read(Dossiers.File, yaml);

        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("", 1, "the file is empty")]
    [InlineData("# only a comment\n", 2, "the file is empty")]
    [InlineData("title: [unclosed\nsides: x", 1, "not YAML that can be read")]
    [InlineData("title: a\n\tsides: x", 2, "not YAML that can be read")]
    [InlineData("title: a\n---\ntitle: b", 2, "expected one document")]
    [InlineData("title: *other", 1, "references with '*' are not supported")]
    [InlineData("- a\n- b", 1, "expected the dossier as keys with values, found a list")]
    public void WhatIsNotADossierAtAllIsRefusedWithASentence(string yaml, int line, string sentence)
    {
        var (dossier, problems) = DossierReader.Read(Dossiers.File, yaml);

        Assert.Null(dossier);
        Assert.Equal(line, problems[0].Line);
        Assert.Contains(sentence, problems[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void NestingWithoutEndIsRefusedAndNotFollowed()
    {
        var (dossier, problems) = DossierReader.Read(Dossiers.File, "title: " + new string('[', 100_000));

        Assert.Null(dossier);
        Assert.Contains("nested more than", problems.Single().Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void AnyTextGivesADossierOrProblemsAndNeverAnException()
    {
        var random = new Random(20251012);

        for (var round = 0; round < 1_500; round++)
        {
            var yaml = Spoil(random);
            var (dossier, problems) = DossierReader.Read(Dossiers.File, yaml);

            Assert.Equal(dossier is null, problems.Count > 0);
            var lines = yaml.Count(c => c == '\n') + 2;
            Assert.All(problems, problem => Assert.InRange(problem.Line, 1, lines));
        }
    }

    private static string Spoil(Random random)
    {
        const string Junk = "[]{}:,-*&!|>'\"%@`#?\t\n x0\u0000\ufeff\u2028";
        var text = new System.Text.StringBuilder(Dossiers.Sound);
        for (var changes = random.Next(1, 4); changes > 0; changes--)
            if (random.Next(2) == 0)
                text.Remove(random.Next(text.Length - 9), random.Next(9));
            else
                text.Insert(random.Next(text.Length), Junk[random.Next(Junk.Length)]);
        return text.ToString();
    }
}
