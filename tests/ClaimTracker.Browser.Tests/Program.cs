using ClaimTracker.Browser.Tests;
using ClaimTracker.Browser.Tests.Running;

if (args is not ["screenshots" or "readme", var folder])
{
    Console.Error.WriteLine("""
        Expected one of
          screenshots FOLDER   pictures of every page at three widths, light and dark
          readme FOLDER        the two pictures that the README shows
        The tests are run by “dotnet test”.
        """);
    return 2;
}

var site = new Site();
try
{
    await site.InitializeAsync();
    if (args[0] == "readme")
        await Screenshots.TakeForReadmeAsync(site, folder);
    else
        await Screenshots.TakeAsync(site, folder, Console.Out);
    return 0;
}
finally
{
    await site.DisposeAsync();
}
