using ClaimTracker.Browser.Tests;
using ClaimTracker.Browser.Tests.Running;

if (args is not ["screenshots", var folder])
{
    Console.Error.WriteLine("Expected: screenshots FOLDER. Takes pictures of every page at three widths, light and dark, into FOLDER. The tests are run by “dotnet test”.");
    return 2;
}

var site = new Site();
try
{
    await site.InitializeAsync();
    await Screenshots.TakeAsync(site, folder, Console.Out);
    return 0;
}
finally
{
    await site.DisposeAsync();
}
