using ClaimTracker.Web;

var builder = WebApplication.CreateBuilder(args);
builder.AddClaimTracker();
var app = builder.Build();
app.MapClaimTracker();
await app.RunAsync();
