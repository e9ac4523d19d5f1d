using System.Globalization;
using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Addresses;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Presentation;

/// <summary>What values are called on pages: enum values by the interface's texts, ids by the dossier.</summary>
public sealed class Labels(Dossier dossier)
{
    private readonly Dictionary<string, string> _topics = dossier.Topics.ToDictionary(t => t.Id, t => t.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _places = dossier.Places.ToDictionary(p => p.Id, p => p.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _measures = dossier.Measures.ToDictionary(m => m.Id, m => m.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _groups = dossier.Groups.ToDictionary(g => g.Id, g => g.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _acts = dossier.Acts.ToDictionary(a => a.Id, a => a.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _sides = dossier.Sides.ToDictionary(s => s.Id, s => s.Name, StringComparer.Ordinal);

    public string Topic(string id) => _topics.GetValueOrDefault(id, id);

    public string Topics(IEnumerable<string> ids) => string.Join(", ", ids.Select(Topic));

    public string Place(string id) => _places.GetValueOrDefault(id, id);

    /// <summary>The name of the event that fills a period exactly, or null.</summary>
    public string? Event(DateOnly? from, DateOnly? to) => dossier.Events.FirstOrDefault(e => e.From == from && e.To == to)?.Name;

    /// <summary>A measure's name; one that the dossier doesn't name is shown by the engine's own word.</summary>
    public string Measure(string? id) => id is null ? Texts.MeasureNone : _measures.GetValueOrDefault(id, Spaced(id));

    /// <summary>Whose the counted are: a side or a group; null where nothing tells.</summary>
    public string? Group(string? id) => id is null ? null : _groups.GetValueOrDefault(id) ?? _sides.GetValueOrDefault(id, Spaced(id));

    /// <summary>What made a pairing, in words: ids of acts, measures and groups by their names. Figures and counts are left out, which a page says elsewhere.</summary>
    public IReadOnlyList<string> Features(IEnumerable<string> features) =>
        [.. features.Select(f => f.Split(": ", 2)).Where(f => f[0] is not ("figures" or "claims")).Select(f => f.Length < 2 ? f[0] : $"{f[0]}: {Feature(f[0], f[1])}")];

    private string? Feature(string name, string value) => name switch
    {
        "same act" or "opposite names" => string.Join(" / ", value.Split(", ").Select(id => _acts.GetValueOrDefault(id, Spaced(id)))),
        "same measure" => Measure(value),
        "same group" => Group(value),
        _ => value,
    };

    /// <summary>The label of a facet's value. What only the store knows (actors, sources, articles) keeps the label it came with.</summary>
    public string Value(string facet, FacetValue value) => facet switch
    {
        Parameters.Side => _sides.GetValueOrDefault(value.Value, Texts.NoSide),
        Parameters.Source when value.Value == ClaimFilter.NoSource => Texts.SourceUnknown,
        Parameters.Topic => Topic(value.Value),
        Parameters.Place => Place(value.Value),
        Parameters.Kind when AddressNames.TryRead<DisputeKind>(value.Value, out var kind) => Kind(kind),
        Parameters.Act when AddressNames.TryRead<ClaimAct>(value.Value, out var act) => Act(act),
        Parameters.Quotation when AddressNames.TryRead<QuotationKind>(value.Value, out var wording) => Quotation(wording),
        Parameters.Statistics => value.Value == "true" ? Texts.WithFigures : Texts.WithoutFigures,
        Parameters.Disputed => value.Value == "true" ? Texts.Contested : Texts.NotContested,
        _ => value.Label,
    };

    /// <summary>Labels by facet and value, as facets have them; a value that no facet has stands for itself.</summary>
    public Func<string, string, string> Of(IReadOnlyList<Facet> facets) => (facet, value) =>
        facets.FirstOrDefault(f => f.Name == facet)?.Values.FirstOrDefault(v => v.Value == value) is { } known ? Value(facet, known) : value;

    public static string Facet(string name) => name switch
    {
        Parameters.Side => Texts.FacetSide,
        Parameters.Actor => Texts.FacetActor,
        Parameters.Source => Texts.FacetSource,
        Parameters.Topic => Texts.FacetTopic,
        Parameters.Place => Texts.FacetPlace,
        Parameters.Act => Texts.FacetAct,
        Parameters.Quotation => Texts.FacetQuotation,
        Parameters.Article => Texts.FacetArticle,
        Parameters.Kind => Texts.FacetKind,
        _ => Texts.FacetOnly,
    };

    public static string Act(ClaimAct act) => act switch
    {
        ClaimAct.Asserts => Texts.ActAsserts,
        ClaimAct.Accuses => Texts.ActAccuses,
        ClaimAct.Denies => Texts.ActDenies,
        ClaimAct.Confirms => Texts.ActConfirms,
        ClaimAct.Demands => Texts.ActDemands,
        ClaimAct.CallsFor => Texts.ActCallsFor,
        ClaimAct.Warns => Texts.ActWarns,
        ClaimAct.Promises => Texts.ActPromises,
        ClaimAct.Announces => Texts.ActAnnounces,
        ClaimAct.Condemns => Texts.ActCondemns,
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
    };

    /// <summary>The same of several speakers: “say”.</summary>
    public static string ActOfMany(ClaimAct act) => act switch
    {
        ClaimAct.Asserts => Texts.ActAssertsMany,
        ClaimAct.Accuses => Texts.ActAccusesMany,
        ClaimAct.Denies => Texts.ActDeniesMany,
        ClaimAct.Confirms => Texts.ActConfirmsMany,
        ClaimAct.Demands => Texts.ActDemandsMany,
        ClaimAct.CallsFor => Texts.ActCallsForMany,
        ClaimAct.Warns => Texts.ActWarnsMany,
        ClaimAct.Promises => Texts.ActPromisesMany,
        ClaimAct.Announces => Texts.ActAnnouncesMany,
        ClaimAct.Condemns => Texts.ActCondemnsMany,
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
    };

    public static string Quotation(QuotationKind kind) => kind switch
    {
        QuotationKind.Direct => Texts.QuotationDirect,
        QuotationKind.Mixed => Texts.QuotationMixed,
        QuotationKind.Indirect => Texts.QuotationIndirect,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Kind(DisputeKind kind) => kind switch
    {
        DisputeKind.Denial => Texts.KindDenial,
        DisputeKind.Figure => Texts.KindFigure,
        DisputeKind.Blame => Texts.KindBlame,
        DisputeKind.Characterisation => Texts.KindCharacterisation,
        DisputeKind.Category => Texts.KindCategory,
        DisputeKind.DateOrPlace => Texts.KindDateOrPlace,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>How a speaker's later claim stands to the earlier one.</summary>
    public static string Shift(ShiftKind kind) => kind switch
    {
        ShiftKind.Raised => Texts.ShiftRaised,
        ShiftKind.Lowered => Texts.ShiftLowered,
        ShiftKind.Withdrawn => Texts.ShiftWithdrawn,
        ShiftKind.Headline => Texts.ShiftHeadline,
        ShiftKind.Differs => Texts.ShiftDiffers,
        ShiftKind.Reversed => Texts.ShiftReversed,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Kind(ActorKind kind) => kind switch
    {
        ActorKind.State => Texts.ActorState,
        ActorKind.Government => Texts.ActorGovernment,
        ActorKind.Organisation => Texts.ActorOrganisation,
        ActorKind.Person => Texts.ActorPerson,
        ActorKind.ArmedGroup => Texts.ActorArmedGroup,
        ActorKind.Media => Texts.ActorMedia,
        ActorKind.InternationalBody => Texts.ActorInternationalBody,
        ActorKind.Anonymous => Texts.ActorAnonymous,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Basis(DateBasis basis) => basis switch
    {
        DateBasis.Stated => Texts.BasisStated,
        DateBasis.Metadata => Texts.BasisMetadata,
        DateBasis.Catalogue => Texts.BasisCatalogue,
        DateBasis.Inferred => Texts.BasisInferred,
        DateBasis.Unknown => Texts.BasisUnknown,
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, null),
    };

    public static string Verdict(ArithmeticVerdict verdict) => verdict switch
    {
        ArithmeticVerdict.Exactly => Texts.SumExactly,
        ArithmeticVerdict.Approximately => Texts.SumApproximately,
        ArithmeticVerdict.No => Texts.SumNo,
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, null),
    };

    /// <summary>What an evaluation measured, in plain words for the command's own: “attr+source” stands in the texts as <c>MeasuredAttrSource</c>. What has no text stands for itself.</summary>
    public static string Measured(string printed)
    {
        var words = new string([.. printed.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var name = $"Measured{string.Concat(words.Select(Formats.Sentence))}";
        return Texts.ResourceManager.GetString(name, CultureInfo.CurrentUICulture) ?? printed;
    }

    private static string Spaced(string id) => id.Replace('_', ' ').Replace('-', ' ');
}
