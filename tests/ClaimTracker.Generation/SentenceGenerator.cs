using System.Globalization;
using ClaimTracker.Domain;

namespace ClaimTracker.Generation;

/// <summary>A sentence that holds one claim, whose key is not known before the article's last word is written.</summary>
internal sealed record SentenceParts(TextSpan Sentence, Claim Claim, IReadOnlyList<Statistic> Figures);

/// <summary>Writes sentences in which somebody says something: about an event, or about nothing in particular.</summary>
internal sealed class SentenceGenerator(GeneratedConflict conflict)
{
    /// <summary>How claims about an event divide; what is left speaks of other matters.</summary>
    private const double Charges = 0.22, Denials = 0.14, Counts = 0.3, Blames = 0.06, Standing = 0.04;

    private static readonly string[] Rules = ["source-cue-content", "generated"];
    private readonly Skew _speakers = new(conflict.Actors.Count, 1.0);
    private readonly Skew _words = new(conflict.Words.Count, 1.0);
    private readonly Skew _places = new(conflict.Dossier.Places.Count, 0.8);

    public SentenceParts Write(GeneratedText text, GeneratedEvent? about, DateOnly day, Actor? unnamed, ref Draw draw)
    {
        var speaker = unnamed is not null && draw.Chance(0.2) ? unnamed : conflict.Actors[_speakers.Pick(ref draw)];
        var start = text.Length;
        var saidOn = draw.Chance(0.6) ? DateRange.Day(day.AddDays(-draw.Below(2)), DateBasis.Inferred, "on that day") : null;
        var kind = about is null ? 1 : draw.Share();
        var sentence = kind switch
        {
            < Charges when about is { } e => Charge(text, e, speaker),
            < Charges + Denials when about is { } e => Denial(text, e, speaker),
            < Charges + Denials + Counts when about is { } e => Count(text, e, speaker, ref draw),
            < Charges + Denials + Counts + Blames => Blame(text, speaker),
            < Charges + Denials + Counts + Blames + Standing => OfNoDay(text, speaker),
            _ => Other(text, speaker, ref draw),
        };
        var place = about?.Place ?? (draw.Chance(0.5) ? conflict.Dossier.Places[_places.Pick(ref draw)] : null);
        text.Add(".");
        var claim = sentence.Claim with
        {
            SaidOn = saidOn,
            EventDate = about is not null && sentence.OfEvent ? DateRange.Day(about.Day, DateBasis.Inferred, "that night") : null,
            Topics = Topics(about, sentence.Figures.Count > 0, ref draw),
            Places = place is null ? [] : [place.Id],
            Confidence = Math.Round(0.5 + draw.Share() / 2, 3),
            Rules = Rules,
        };
        return new(new(start, text.Length), claim, sentence.Figures);
    }

    private readonly record struct Written(Claim Claim, List<Statistic> Figures, bool OfEvent);

    private static IReadOnlyList<string> Topics(GeneratedEvent? about, bool figures, ref Draw draw)
    {
        var first = about?.Topic ?? GeneratedConflict.Topics[draw.Below(GeneratedConflict.Topics.Count)];
        return figures && first != "casualties" ? [first, "casualties"] : [first];
    }

    /// <summary>The other side accuses; whoever has no side says the same as a report.</summary>
    private Written Charge(GeneratedText text, GeneratedEvent e, Actor speaker)
    {
        var who = Whoever(speaker, GeneratedConflict.Opposite(e.Agent));
        var (span, cue) = Opening(text, who, "said", " that ");
        var content = text.Add($"{GeneratedConflict.Country(e.Agent)} {e.Deed.Told} at {e.Place.Name}");
        var act = who.Side == GeneratedConflict.Opposite(e.Agent) ? ClaimAct.Accuses : ClaimAct.Asserts;
        return new(Claim(who, span, new("say", cue), act, content) with { Target = e.Agent }, [], true);
    }

    private Written Denial(GeneratedText text, GeneratedEvent e, Actor speaker)
    {
        var who = Whoever(speaker, e.Agent);
        var (span, cue) = Opening(text, who, "denied", " that ");
        var content = text.Add($"{GeneratedConflict.Country(e.Agent)} {e.Deed.Told} at {e.Place.Name}");
        return new(Claim(who, span, new("deny", cue), ClaimAct.Denies, content) with { ContentDenied = true, Target = GeneratedConflict.Opposite(e.Agent) }, [], true);
    }

    private static Written Count(GeneratedText text, GeneratedEvent e, Actor speaker, ref Draw draw)
    {
        var (span, cue) = Opening(text, speaker, "said", " that ");
        var start = text.Length;
        // Each side counts by itself and keeps to its number, give or take a revision; others say what they heard.
        var own = speaker.Side == e.Agent ? 0.5 : speaker.Side is GeneratedConflict.Left or GeneratedConflict.Right ? 1.6 : 1.0;
        var victims = GeneratedConflict.Opposite(e.Agent);
        List<Statistic> figures = [Figure(text, e, speaker, victims, (int)(e.Number * own) + draw.Below(3), ref draw)];
        text.Add($" were {e.Subject.Measure} at {e.Place.Name}");
        for (var more = 0; more < 2 && draw.Chance(0.55); more++)
        {
            text.Add(more == 0 ? " and " : " after ");
            figures.Add(Figure(text, e, speaker, e.Agent, 1 + draw.Below(e.Subject.Usual), ref draw));
            text.Add($" were {e.Subject.Measure}");
        }

        return new(Claim(speaker, span, new("say", cue), ClaimAct.Asserts, new(start, text.Length)), figures, true);
    }

    private static Written Blame(GeneratedText text, Actor speaker)
    {
        var other = speaker.Side is GeneratedConflict.Left or GeneratedConflict.Right ? GeneratedConflict.Opposite(speaker.Side) : GeneratedConflict.Left;
        var (span, cue) = Opening(text, speaker, "insisted", " that ");
        var content = text.Add($"{GeneratedConflict.Country(other)} began the fighting");
        return new(Claim(speaker, span, new("insist", cue), ClaimAct.Accuses, content) with { Target = other }, [], true);
    }

    private static Written OfNoDay(GeneratedText text, Actor speaker)
    {
        var denies = speaker.Side == GeneratedConflict.Right;
        var (span, cue) = Opening(text, speaker, denies ? "denied" : "said", " that ");
        var content = text.Add("Sudovia arms gangs in the hills");
        var claim = Claim(speaker, span, new(denies ? "deny" : "say", cue), denies ? ClaimAct.Denies : ClaimAct.Accuses, content);
        return new(claim with { ContentDenied = denies, Target = GeneratedConflict.Right }, [], false);
    }

    private Written Other(GeneratedText text, Actor speaker, ref Draw draw)
    {
        var direct = draw.Chance(0.4);
        var (span, cue) = Opening(text, speaker, "said", direct ? ": “" : " that ");
        var start = text.Length;
        List<Statistic> figures = [];
        var count = 8 + draw.Below(14);
        for (var i = 0; i < count; i++)
        {
            if (i > 0) text.Add(" ");
            if (i == 3 && draw.Chance(0.35))
            {
                figures.Add(Figure(text, null, speaker, GeneratedConflict.Left, 1 + draw.Below(500), ref draw));
                continue;
            }

            text.Add(conflict.Words[_words.Pick(ref draw)]);
        }

        var content = new TextSpan(start, text.Length);
        if (direct) text.Add("”");
        return new(Claim(speaker, span, new("say", cue), direct ? ClaimAct.Demands : ClaimAct.Asserts, content) with
        {
            Quotation = direct ? QuotationKind.Direct : QuotationKind.Indirect,
        }, figures, false);
    }

    private static Statistic Figure(GeneratedText text, GeneratedEvent? e, Actor speaker, string ofSide, int number, ref Draw draw)
    {
        var qualifier = draw.Below(10) switch { 0 => Qualifier.AtLeast, 1 => Qualifier.MoreThan, 2 => Qualifier.About, _ => Qualifier.Exactly };
        var before = qualifier switch { Qualifier.AtLeast => "at least ", Qualifier.MoreThan => "more than ", Qualifier.About => "about ", _ => "" };
        var span = text.Add(before + number.ToString("N0", CultureInfo.InvariantCulture));
        var counted = e is null ? "operations" : e.Subject.OfPeople ? $"{GeneratedConflict.Adjective(ofSide)} {e.Subject.Counted}" : e.Subject.Counted;
        text.Add(" " + counted);
        return new()
        {
            Id = "",
            Span = span,
            Low = number,
            High = qualifier is Qualifier.AtLeast or Qualifier.MoreThan ? null : number,
            Qualifier = qualifier,
            Unit = e?.Subject.Unit ?? "operations",
            Measure = e?.Subject.Measure ?? "conducted",
            Counted = counted,
            OfSide = ofSide,
            Place = e?.Place.Id,
            Period = e is null ? null : DateRange.Day(e.Day, DateBasis.Inferred, "that night"),
            ClaimedBy = speaker.Id,
            Rules = Rules,
        };
    }

    /// <summary>The speaker where the side fits, else the side's state: nobody accuses his own.</summary>
    private Actor Whoever(Actor speaker, string side) =>
        speaker.Side == side || speaker.Side is not (GeneratedConflict.Left or GeneratedConflict.Right)
            ? speaker
            : conflict.Dossier.Actors[side == GeneratedConflict.Left ? 0 : 1];

    private static (TextSpan Speaker, TextSpan Cue) Opening(GeneratedText text, Actor speaker, string verb, string after)
    {
        var span = text.Add(speaker.Kind == ActorKind.Anonymous ? "An official" : speaker.Name);
        text.Add(" ");
        var cue = text.Add(verb);
        text.Add(after);
        return (span, cue);
    }

    private static Claim Claim(Actor speaker, TextSpan span, Cue cue, ClaimAct act, TextSpan content) => new()
    {
        Key = "",
        Speaker = new(speaker.Id, speaker.Name, speaker.Side, span),
        Cue = cue,
        Act = act,
        Quotation = QuotationKind.Indirect,
        Content = [content],
        Confidence = 0,
    };
}
