namespace ClaimTracker.Web.Tests;

/// <summary>Folders of programs that end beside the test: the factory that started one returns while the program still closes its files.</summary>
internal static class Folders
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10), Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Deletes a folder with what is in it, once nothing is written into it any more.</summary>
    /// <exception cref="IOException">Something still is after ten seconds.</exception>
    public static void Delete(string folder)
    {
        var end = DateTime.UtcNow + Patience;
        while (true)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (IOException) when (DateTime.UtcNow < end)
            {
                Thread.Sleep(Pause);
            }
        }
    }
}
