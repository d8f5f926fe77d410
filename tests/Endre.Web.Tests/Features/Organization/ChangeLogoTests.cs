using System.Net;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Endre.Testing;
using Endre.Web.Tests.Features.Workshops;
using Endre.Web.Tests.Look;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Organization;

public sealed class ChangeLogoTests
{
    [Theory, EachDatabase]
    public async Task A_logo_stands_on_every_page_under_the_organizations_name_until_it_is_removed(
        DatabaseKind database
    )
    {
        await using var app = await AppUnderTest.StartAsync(
            new AppSetup { Database = database, Args = ["--organization", "Fjordvik kommune"] }
        );
        using var ada = app.As(await app.AdministratorAsync());
        using var answer = await ada.UploadAsync(Pictures.Drawing("<script>alert(1)</script>"), Pictures.Png());
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        using var stranger = app.Browser();
        var page = await stranger.OpenAsync("/finnes-ikke");
        var image = page.Document.QuerySelector("header img")!;
        image.GetAttribute("alt").ShouldBe("Fjordvik kommune");
        (image.GetAttribute("width"), image.GetAttribute("height")).ShouldBe(("80", "40"));
        var address = image.GetAttribute("src")!;
        using var logo = await stranger.Client.GetAsync(address);
        logo.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        logo.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        logo.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        // Opened by itself, it is a page that may do nothing.
        logo.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'; sandbox");
        (await logo.Content.ReadAsStringAsync()).ShouldNotContain("script");

        page = await (await ada.OpenAsync(LookUnderTest.Page)).PressAsync("Fjern logoen");
        page.Text.ShouldContain("Logoen er fjernet");
        page.Document.QuerySelector("img").ShouldBeNull();
        (await stranger.Client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.InStorageAsync(context => context.Logos.CountAsync())).ShouldBe(0);
        (await app.InStorageAsync(context => context.LookChanges.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task A_file_that_is_no_logo_is_refused_at_its_field_in_the_persons_language()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var ada = app.As(await app.AdministratorAsync());
        foreach (
            var (language, message) in new[]
            {
                ("nb", "Tegningen har tekst"),
                ("nn", "Teikninga har tekst"),
                ("en", "The drawing has text"),
            }
        )
        {
            using var answer = await ada.Speaks(language).UploadAsync(Pictures.Drawing("<text>Fjordvik</text>"));
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await answer.Content.ReadAsStringAsync()).ShouldContain(message);
        }
        ada.Speaks("nb");
        using var none = await ada.UploadAsync([]);
        (await none.Content.ReadAsStringAsync()).ShouldContain("Velg en fil med logoen først.");
        using var large = await ada.UploadAsync(new byte[600 * 1024]);
        (await large.Content.ReadAsStringAsync()).ShouldContain("Den kan være høyst 512 kB.");
        using var huge = await ada.UploadAsync(new byte[9 * 1024 * 1024]);
        huge.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await app.InStorageAsync(context => context.Logos.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_logo_twice_is_one_and_another_takes_its_place()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var ada = app.As(await app.AdministratorAsync());
        (await ada.UploadAsync(Pictures.Drawing(""))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await ada.OpenAsync(LookUnderTest.Page)).Text.ShouldContain("Eldre Word og LibreOffice viser ikke SVG");
        (await ada.UploadAsync(Pictures.Drawing(""), Pictures.Png())).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await ada.OpenAsync(LookUnderTest.Page)).Text.ShouldNotContain("Eldre Word");
        (await ada.UploadAsync(Pictures.Jpeg())).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var logo = await app.InStorageAsync(context => context.Logos.SingleAsync());
        logo.MediaType.ShouldBe("image/jpeg");
    }

    [Theory]
    [InlineData("svg", "image/svg+xml")]
    [InlineData("png", "image/png")]
    [InlineData("jpeg", "image/jpeg")]
    public async Task The_report_in_Word_carries_the_name_and_the_logo(string kind, string mediaType)
    {
        await using var app = await AppUnderTest.StartAsync();
        using var ada = app.As(await app.AdministratorAsync());
        await (await ada.OpenAsync(LookUnderTest.Page))
            .Fill("Navnet på virksomheten (valgfritt)", "Fjordvik kommune")
            .PressAsync("Lagre navn og språk");
        var file = kind switch
        {
            "svg" => Pictures.Drawing(""),
            "png" => Pictures.Png(),
            _ => Pictures.Jpeg(),
        };
        (await ada.UploadAsync(file, Pictures.Png())).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        var full = await FullWorkshop.ClosedAsync(app);
        using var frode = app.As(full.Facilitator);
        var bytes = await frode.Client.GetByteArrayAsync($"/verksted/{full.Id}/rapport.docx");
        using var word = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(word).Select(e => e.Description).ShouldBeEmpty();
        var main = word.MainDocumentPart!;
        main.ImageParts.Select(part => part.ContentType).ShouldContain(mediaType);
        var first = main.Document!.Body!.Elements().First();
        first.Descendants<DocProperties>().Single().Description!.Value.ShouldBe("Fjordvik kommune");
        main.Document.Body.InnerText.ShouldContain("Fjordvik kommune");

        // On paper too: the page's header is not printed, the report's own is.
        var page = await frode.OpenAsync($"/verksted/{full.Id}/rapport");
        page.Document.QuerySelector("article img")!.GetAttribute("alt").ShouldBe("Fjordvik kommune");
    }

    [Fact]
    public async Task The_demo_has_a_name_a_logo_and_colors_of_its_own()
    {
        await using var app = await AppUnderTest.StartAsync("--demo");
        using var browser = app.Browser();
        var page = await browser.OpenAsync("/");
        var logo = page.Document.QuerySelector("header img")!;
        logo.GetAttribute("alt").ShouldBe("Fjordvik kommune");
        (await browser.Client.GetStringAsync(logo.GetAttribute("src"))).ShouldContain("#0f5f8c");
        var sheet = await browser.Client.GetStringAsync(LookUnderTest.SheetOf(page));
        LookUnderTest.Variable(sheet, "--ds-color-accent-base-default").ShouldBe("#0f5f8c");
        var stored = await app.InStorageAsync(context => context.Logos.SingleAsync());
        stored.Picture.ShouldNotBeNull();
        Encoding.ASCII.GetString(stored.Picture, 1, 3).ShouldBe("PNG");
    }
}
