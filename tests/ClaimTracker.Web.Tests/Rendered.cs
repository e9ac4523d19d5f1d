using AngleSharp;
using AngleSharp.Dom;
using ClaimTracker.Web.Presentation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClaimTracker.Web.Tests;

/// <summary>A component alone, rendered and read.</summary>
internal static class Rendered
{
    public static async Task<IDocument> OfAsync<TComponent>(Dictionary<string, object?> parameters) where TComponent : IComponent
    {
        using var services = new ServiceCollection().AddSingleton(new SideRegister(Rows.Dossier)).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        return await BrowsingContext.New().OpenAsync(r => r.Content(html));
    }

    public static Task<IDocument> OfAsync(RenderFragment content) => OfAsync<Fragment>(new() { [nameof(Fragment.Content)] = content });

    private sealed class Fragment : ComponentBase
    {
        [Parameter] public RenderFragment? Content { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Content);
    }
}
