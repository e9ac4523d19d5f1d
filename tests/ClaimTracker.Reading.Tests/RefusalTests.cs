using System.Text;

namespace ClaimTracker.Reading.Tests;

public sealed class RefusalTests
{
    [Fact]
    public void AnEmptyFileIsRefused() => Assert.Equal("Expected an article, found an empty file.", Reading.Refusal("a.txt", []));

    [Theory, InlineData("a.txt"), InlineData("a.html")]
    public void AFileOfWhiteSpaceIsRefused(string file) =>
        Assert.Equal("Expected an article, found nothing but white space.", Reading.Refusal(file, "\uFEFF \r\n\t"u8.ToArray()));

    [Fact]
    public void AFileOverTenMegabytesIsRefusedWithItsSize()
    {
        var bytes = new byte[ArticleReader.MaximumBytes + 500_000];
        bytes.AsSpan().Fill((byte)'a');

        Assert.Equal("Expected at most 10 MB, found 10.5 MB.", Reading.Refusal("a.txt", bytes));
    }

    [Fact]
    public void TheFirstByteThatIsNotUtf8IsNamed()
    {
        byte[] bytes = [.. "Café "u8, 0xE9, (byte)'t'];

        Assert.Equal("Expected UTF-8, found byte 0xE9 at byte 6.", Reading.Refusal("a.txt", bytes));
    }

    [Fact]
    public void ThePlaceOfAWrongByteCountsTheByteOrderMark()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, (byte)'a', 0xFF, (byte)'b'];

        Assert.Equal("Expected UTF-8, found byte 0xFF at byte 4.", Reading.Refusal("a.txt", bytes));
    }

    [Fact]
    public void Utf16IsNamedAsSuch() =>
        Assert.Equal("Expected UTF-8, found UTF-16 (its byte-order mark is at byte 0).",
            Reading.Refusal("a.txt", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("The road is closed.")]));

    [Theory]
    [InlineData("%PDF-1.7 …", "Expected text or HTML, found a PDF.")]
    [InlineData("PK\u0003\u0004rest", "Expected text or HTML, found a ZIP archive or office document.")]
    [InlineData("GIF89a", "Expected text or HTML, found a GIF image.")]
    public void AKnownFormatIsNamed(string beginning, string reason)
    {
        Assert.Equal(reason, Reading.Refusal("a.txt", Encoding.UTF8.GetBytes(beginning)));
        Assert.Equal(reason, Reading.Refusal("a.html", Encoding.UTF8.GetBytes(beginning)));
    }

    [Fact]
    public void BinaryDataIsRefusedWithItsFirstStrangeByte()
    {
        byte[] bytes = [.. "abc"u8, 0x02, 0x01, 0x00, 0x7F];

        Assert.Equal("Expected text or HTML, found binary data: byte 0x02 at byte 3.", Reading.Refusal("a.txt", bytes));
    }

    [Fact]
    public void AZeroByteInPlainTextIsRefused()
    {
        var bytes = Encoding.UTF8.GetBytes(new string('a', 500) + "\0" + new string('b', 500));

        Assert.Equal("Expected text, found binary data: a zero byte at byte 500.", Reading.Refusal("a.txt", bytes));
    }

    [Fact]
    public void OneStrayControlCodeDoesNotMakeATextBinary()
    {
        var text = "The road is closed.\u0001 " + new string('x', 400);

        Assert.Equal(text, Reading.Text(text).Text);
    }

    [Fact]
    public void APageWithoutRunningTextIsRefused() =>
        Assert.Equal("Expected an article, found a page without running text.",
            Reading.Refusal("a.html", "<nav><a href=/>Home</a></nav><script>var x = 1</script>"u8.ToArray()));
}
