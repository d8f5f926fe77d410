using System.Text;
using CsCheck;
using Endre.Storage.Organizations;
using Endre.Web.Look.Logos;

namespace Endre.Web.Tests.Look;

public sealed class LogoFileTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_png_keeps_its_picture_and_loses_what_it_tells_about_people()
    {
        var logo = Taken(
            Pictures.Png(
                32,
                16,
                ("tEXt", "Author\0Kari Nordmann"u8.ToArray()),
                ("eXIf", "II*\0 59.913"u8.ToArray()),
                ("tIME", [0x07, 0xEA, 3, 2, 9, 0, 0])
            )
        );
        (logo.MediaType, logo.Width, logo.Height).ShouldBe(("image/png", 32, 16));
        logo.Content.ShouldBe(Pictures.Png());
    }

    [Fact]
    public void What_comes_after_the_end_of_a_picture_is_not_kept()
    {
        Taken([.. Pictures.Png(), .. "<script>alert(1)</script>"u8]).Content.ShouldBe(Pictures.Png());
        var jpeg = Taken([.. Pictures.Jpeg(), .. "<script>alert(1)</script>"u8]);
        Text(jpeg).ShouldNotContain("script");
    }

    [Fact]
    public void A_jpeg_keeps_which_way_up_it_is_and_loses_where_and_by_whom_it_was_taken()
    {
        var logo = Taken(Pictures.Jpeg(32, 16, Pictures.Exif(6), Pictures.Segment(0xFE, "Kari"u8.ToArray())));
        logo.MediaType.ShouldBe("image/jpeg");
        (logo.Width, logo.Height).ShouldBe((16, 32));
        Text(logo).ShouldNotContain("GPS");
        Text(logo).ShouldNotContain("Kari");
        // Cleaning what is clean changes nothing, so the way up is still there.
        Taken(logo.Content).Content.ShouldBe(logo.Content);
        Taken(logo.Content).Width.ShouldBe(16);
    }

    [Fact]
    public void A_drawing_keeps_its_shapes_and_loses_everything_that_could_run_or_lead_elsewhere()
    {
        var logo = Taken(
            Pictures.Drawing(
                """
                <script>alert(1)</script><style>.a{fill:#e0a100;background:url(https://evil.example/x)}@import "https://evil.example";</style>
                <g onload="alert(1)" style="fill:url(https://evil.example/#a);stroke:#111"><rect class="a" width="3" height="3"/></g>
                <a href="javascript:alert(1)"><circle r="2" onclick="alert(1)"/></a>
                <foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><iframe src="https://evil.example"/></body></foreignObject>
                <animate attributeName="href" to="javascript:alert(1)"/><set attributeName="fill" to="red"/>
                <use href="https://evil.example/x.svg#a"/><use href="data:image/svg+xml,x#a"/>
                <filter id="f"><feImage2/></filter><rect filter="url(#f)" width="1" height="1"/>
                <metadata>Kari Nordmann</metadata><i:pgf xmlns:i="http://ns.adobe.com/x">Kari</i:pgf>
                """
            )
        );
        var text = Text(logo);
        foreach (
            var bad in new[]
            {
                "script",
                "evil",
                "onload",
                "onclick",
                "foreign",
                "iframe",
                "animate",
                "set ",
                "data:",
                "Kari",
                "filter",
                "style",
                "class",
            }
        )
        {
            text.ShouldNotContain(bad, Case.Insensitive);
        }
        text.ShouldContain("""<rect width="3" height="3" fill="#e0a100" />""");
        text.ShouldContain("""<g stroke="#111">""");
        text.ShouldContain("<circle");
        (logo.MediaType, logo.Width, logo.Height).ShouldBe(("image/svg+xml", 40, 20));
    }

    [Fact]
    public void A_drawing_with_gradients_and_things_used_twice_is_drawn_as_before()
    {
        const string inside =
            """<defs><linearGradient id="g"><stop offset="0" stop-color="#fff" /><stop offset="1" stop-color="#000" /></linearGradient><rect id="r" width="1" height="1" /></defs><use href="#r" x="3" fill="url(#g)" />""";
        Text(Taken(Pictures.Drawing(inside))).ShouldContain(inside);
    }

    [Theory]
    [InlineData("<text>Fjordvik</text>", "SvgHasText")]
    [InlineData("<g><image href='data:image/png;base64,AAAA'/></g>", "SvgHasPicture")]
    [InlineData("<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>", "SvgTooComplex")]
    [InlineData("&lol;", "LogoBroken")]
    [InlineData("<g>", "LogoBroken")]
    public void A_drawing_that_cannot_be_shown_as_it_is_meant_is_refused(string inside, string why) =>
        Refused(Pictures.Drawing(inside)).ShouldBe(why);

    [Theory]
    [InlineData(
        """<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="&b;"/></svg>""",
        "LogoBroken"
    )]
    [InlineData(
        """<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0"/><g>&x;</g></svg>""",
        "LogoBroken"
    )]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>""", "SvgHasNoSize")]
    [InlineData(
        """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 1"><path d="M0 0"/></svg>""",
        "SvgHasNoSize"
    )]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><metadata/></svg>""", "SvgEmpty")]
    [InlineData("""<svg viewBox="0 0 9 9"><path d="M0 0"/></svg>""", "LogoBroken")]
    [InlineData("""<html><svg xmlns="http://www.w3.org/2000/svg"/></html>""", "LogoBroken")]
    [InlineData("GIF89a", "LogoUnknownKind")]
    [InlineData("%PDF-1.7", "LogoUnknownKind")]
    [InlineData("", "LogoMissing")]
    public void What_is_no_logo_is_refused_with_a_reason(string file, string why) =>
        Refused(Encoding.UTF8.GetBytes(file)).ShouldBe(why);

    [Fact]
    public void A_document_type_that_declares_nothing_is_no_harm()
    {
        var file =
            """<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg xmlns="http://www.w3.org/2000/svg" width="9px" height="9"><path d="M0 0"/></svg>""";
        Text(Taken(Encoding.UTF8.GetBytes(file))).ShouldNotContain("DOCTYPE");
    }

    [Fact]
    public void A_picture_that_swells_when_it_is_unpacked_is_stopped()
    {
        var packed = new MemoryStream();
        using (
            var zip = new System.IO.Compression.ZLibStream(
                packed,
                System.IO.Compression.CompressionLevel.SmallestSize,
                true
            )
        )
        {
            zip.Write(new byte[100_000_000]);
        }
        Refused(Pictures.Packed(32, 16, packed.ToArray())).ShouldBe("LogoBroken");
    }

    [Theory]
    [InlineData(4_001, 16, "LogoTooManyPixels")]
    [InlineData(16, 60_000, "LogoTooManyPixels")]
    [InlineData(15, 16, "LogoTooSmall")]
    public void A_picture_outside_its_measures_is_refused(int width, int height, string why)
    {
        Refused(Pictures.Packed(width, height, [])).ShouldBe(why);
        Refused(Pictures.Jpeg(width, height)).ShouldBe(why);
    }

    [Fact]
    public void A_drawing_of_too_many_parts_or_too_deep_is_refused()
    {
        Refused(Pictures.Drawing(string.Concat(Enumerable.Repeat("<g/>", 5_001)))).ShouldBe("SvgTooComplex");
        var deep = string.Concat(Enumerable.Repeat("<g>", 60)) + string.Concat(Enumerable.Repeat("</g>", 60));
        Refused(Pictures.Drawing(deep)).ShouldBe("SvgTooComplex");
    }

    [Fact]
    public void A_file_that_is_cut_or_changed_anywhere_is_refused_or_clean_and_never_a_fault_of_ours()
    {
        byte[][] files = [Pictures.Png(), Pictures.Jpeg(32, 16, Pictures.Exif(6)), Pictures.Drawing("<g id='a'/>")];
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 400], Gen.Byte, Gen.Bool)
            .Sample(
                (which, at, value, isCut) =>
                {
                    var file = files[which].ToArray();
                    at %= file.Length;
                    if (isCut)
                    {
                        file = file[..at];
                    }
                    else
                    {
                        file[at] = value;
                    }
                    var (logo, refusal) = LogoFile.Read(file, Now);
                    (logo is null).ShouldBe(refusal is not null);
                    if (logo is not null)
                    {
                        Text(logo).ShouldNotContain("Kari");
                    }
                },
                iter: 3_000
            );
    }

    private static Logo Taken(byte[] file)
    {
        var (logo, refusal) = LogoFile.Read(file, Now);
        refusal.ShouldBeNull();
        return logo!;
    }

    private static string Refused(byte[] file)
    {
        var (logo, refusal) = LogoFile.Read(file, Now);
        logo.ShouldBeNull();
        refusal!.Field.ShouldBe("logo");
        return refusal.Reason;
    }

    private static string Text(Logo logo) => Encoding.Latin1.GetString(logo.Content);
}
