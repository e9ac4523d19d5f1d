using System.Text;

namespace ClaimTracker.Reading.Tests;

public sealed class EncodingTests
{
    static EncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private const string French = "L’été, la rivière a débordé à trois endroits, a déclaré la préfecture, et les écoles restent fermées jusqu’à lundi.";
    private const string Russian = "Река поднялась на два метра за ночь, сообщили в управлении, и три моста были закрыты для движения до понедельника.";
    private const string Japanese = "川の水位は一晩で二メートル上昇し、三つの橋が通行止めになったと県の当局者が発表した。学校は月曜日まで休校となる。";

    [Theory]
    [InlineData("windows-1252", "<meta charset=iso-8859-1>", French)]
    [InlineData("windows-1252", "<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>", French)]
    [InlineData("windows-1252", "", French)]
    [InlineData("windows-1252", "<meta charset=no-such-encoding>", French)]
    [InlineData("windows-1252", "<meta charset=utf-8>", French)]
    [InlineData("utf-8", "<meta charset=iso-8859-1>", French)]
    [InlineData("utf-8", "", French)]
    [InlineData("utf-8", "<meta charset=utf-16>", Russian)]
    [InlineData("windows-1251", "<meta charset=windows-1251>", Russian)]
    [InlineData("windows-1251", "<html lang=ru>", Russian)]
    [InlineData("windows-1251", "<html lang='ru-RU'><meta charset=utf-8>", Russian)]
    [InlineData("koi8-r", "<meta charset='koi8-r'>", Russian)]
    [InlineData("shift_jis", "<meta charset=x-sjis>", Japanese)]
    [InlineData("shift_jis", "<html lang=ja>", Japanese)]
    [InlineData("euc-jp", "<meta charset=euc-jp>", Japanese)]
    [InlineData("iso-2022-jp", "<meta charset=iso-2022-jp>", Japanese)]
    public void APageIsReadInItsEncodingWhateverItSays(string encoding, string head, string text)
    {
        var bytes = Encoding.GetEncoding(encoding).GetBytes($"{head}<body><p>{text}</p>");

        Assert.Equal(text, Reading.Article("page.html", bytes).Text);
    }

    [Theory, InlineData("utf-16"), InlineData("utf-16BE"), InlineData("utf-8")]
    public void AByteOrderMarkDecides(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes($"<meta charset=windows-1251><p>{French}</p>")];

        Assert.Equal(French, Reading.Article("page.html", bytes).Text);
    }

    [Fact]
    public void AFewBrokenBytesDoNotTakeUtf8AwayFromAPage()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes($"<meta charset=utf-8><p>{French}"), 0xC3, .. "</p>"u8];

        Assert.Equal(French + "\uFFFD", Reading.Article("page.html", bytes).Text);
    }
}
