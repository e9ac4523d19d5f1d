using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ClaimTracker.Reading.Html;

/// <summary>The elements of a page that say something of it, gathered in one walk.</summary>
internal sealed class PageElements
{
    private static readonly string[] Namings = ["name", "property", "itemprop", "http-equiv"];
    private const int MostScripts = 50;

    /// <summary>Values by name: meta elements by name, property or itemprop, others by itemprop; the first of each name.</summary>
    public Dictionary<string, string> Named { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The texts of JSON-LD scripts.</summary>
    public List<string> LinkedData { get; } = [];

    public string? Canonical { get; private set; }

    public static PageElements Collect(IHtmlDocument document)
    {
        var found = new PageElements();
        var open = new Stack<(INodeList Children, int Next)>();
        open.Push((document.ChildNodes, 0));
        while (open.TryPop(out var at))
        {
            if (at.Next == at.Children.Length) continue;
            open.Push((at.Children, at.Next + 1));
            if (at.Children[at.Next] is not IElement element) continue;
            found.Add(element);
            if (element.ChildNodes.Length > 0) open.Push((element.ChildNodes, 0));
        }

        return found;
    }

    private void Add(IElement element)
    {
        switch (element.LocalName)
        {
            case "meta":
                var content = element.GetAttribute("content");
                foreach (var naming in Namings) AddValue(element.GetAttribute(naming), content);
                break;
            case "link":
                var isCanonical = string.Equals(element.GetAttribute("rel"), "canonical", StringComparison.OrdinalIgnoreCase);
                if (isCanonical) Canonical ??= element.GetAttribute("href");
                else AddValue(element.GetAttribute("itemprop"), element.GetAttribute("href"));
                break;
            case "script":
                if (LinkedData.Count < MostScripts && element.GetAttribute("type") is { } type
                    && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase)) LinkedData.Add(TextOf(element));
                break;
            default:
                AddValue(element.GetAttribute("itemprop"), element.GetAttribute("datetime") ?? element.GetAttribute("content"));
                break;
        }
    }

    private void AddValue(string? name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(name) && !string.IsNullOrWhiteSpace(value)) Named.TryAdd(name.Trim(), value.Trim());
    }

    private static string TextOf(IElement script)
    {
        var children = script.ChildNodes;
        return string.Concat(children.OfType<IText>().Select(part => part.Data));
    }
}
