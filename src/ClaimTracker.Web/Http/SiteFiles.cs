using ClaimTracker.Web.Addresses;
using Microsoft.AspNetCore.Components;

namespace ClaimTracker.Web.Http;

/// <summary>Names that files of this site have now, for documents that are not pages of the router and so are not told.</summary>
internal sealed class SiteFiles(EndpointDataSource endpoints)
{
    private readonly Lazy<ResourceAssetCollection> _files = new(() =>
        endpoints.Endpoints.Select(e => e.Metadata.GetMetadata<ResourceAssetCollection>()).FirstOrDefault(files => files is not null) ?? ResourceAssetCollection.Empty);

    public string Address(string file) => Urls.Asset(_files.Value, file);
}
