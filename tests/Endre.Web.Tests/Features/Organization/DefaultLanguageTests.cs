using System.Net;
using DocumentFormat.OpenXml.Packaging;
using Endre.Testing;
using Endre.Web.Tests.Features.Workshops;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Organization;

public sealed class DefaultLanguageTests
{
    [Fact]
    public async Task Whoever_has_not_chosen_meets_the_organizations_language()
    {
        await using var app = await AppUnderTest.StartAsync();
        await ChooseAsync(app, "nn");
        await ShouldMeetAsync(app, "", "nn");
        await ShouldMeetAsync(app, "pl", "nn");
        // Norwegian of no form, and what Danes and Swedes read best, is the organization's form.
        await ShouldMeetAsync(app, "no", "nn");
        await ShouldMeetAsync(app, "sv-SE,sv;q=0.9,en;q=0.5", "nn");
        // What the browser asks for and we speak is not taken away.
        await ShouldMeetAsync(app, "nb-NO,nb;q=0.9", "nb");
        await ShouldMeetAsync(app, "en", "en");
        await ChooseAsync(app, "en");
        await ShouldMeetAsync(app, "pl", "en");
        await ShouldMeetAsync(app, "no", "nb");
    }

    [Fact]
    public async Task An_organization_may_let_its_form_go_before_the_browsers()
    {
        await using var app = await AppUnderTest.StartAsync();
        await ChooseAsync(app, "nn", goesBefore: true);
        await ShouldMeetAsync(app, "nb-NO,nb;q=0.9,no;q=0.8,nn;q=0.7,en;q=0.5", "nn");
        await ShouldMeetAsync(app, "en-GB,nb;q=0.5", "en");
        // Who chooses is still asked first.
        using var browser = app.Browser().Speaks("nb");
        var page = await (await browser.OpenAsync("/")).PressAsync("Bokmål");
        page.Language.ShouldBe("nb");
        (await browser.OpenAsync("/bli-med")).Language.ShouldBe("nb");
        (await browser.OpenAsync("/finnes-ikke")).Language.ShouldBe("nb");
    }

    [Fact]
    public async Task The_name_and_the_language_are_saved_and_what_is_wrong_is_told()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var ada = app.As(await app.AdministratorAsync());
        var page = await ada.OpenAsync(LookUnderTest.Page);
        page = await page.Fill("Navnet på virksomheten (valgfritt)", "  Fjordvik   kommune ")
            .Tick("Nynorsk")
            .PressAsync("Lagre navn og språk");
        page.Language.ShouldBe("nn");
        page.ValueOf("Namnet på verksemda (valfritt)").ShouldBe("Fjordvik kommune");
        page.ValueOf("Nynorsk").ShouldBe("nn");
        page.Document.QuerySelector("header")!.TextContent.ShouldContain("Fjordvik kommune");

        page = await ada.PostAsync(
            page,
            $"{LookUnderTest.Page}/navn",
            ("name", new string('x', 101)),
            ("language", "nb")
        );
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldHaveSingleItem().ShouldContain("100");
        page = await ada.PostAsync(page, $"{LookUnderTest.Page}/navn", ("name", "Fjordvik"), ("language", "se"));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.ValueOf("Namnet på verksemda (valfritt)").ShouldBe("Fjordvik");
        (await app.InStorageAsync(context => context.Looks.SingleAsync())).Language.ShouldBe("nn");
    }

    [Fact]
    public async Task A_persons_language_holds_on_other_devices_and_on_a_ward_computer_that_speaks_another()
    {
        await using var app = await AppUnderTest.StartAsync();
        var mari = await app.EmployeeAsync();
        using var phone = app.As(mari);
        using var ward = app.As(mari);
        // Somebody else has left the ward's computer in English.
        await (await ward.OpenAsync("/")).PressAsync("English");
        (await (await phone.OpenAsync("/")).PressAsync("Nynorsk")).Language.ShouldBe("nn");
        // The sign-in reads the person anew within a minute.
        app.Time.Advance(TimeSpan.FromMinutes(2));
        (await ward.OpenAsync("/")).Language.ShouldBe("nn");
        (await ward.OpenAsync("/finnes-ikke")).Language.ShouldBe("nn");
        // Nobody signed in: what was chosen on the device.
        var page = await (await ward.OpenAsync("/")).PressAsync("Logg ut");
        page.Language.ShouldBe("en");
    }

    [Fact]
    public async Task A_report_is_fetched_in_ones_own_language_or_in_that_of_those_who_shall_read_it()
    {
        await using var app = await AppUnderTest.StartAsync();
        var full = await FullWorkshop.ClosedAsync(app);
        using var frode = app.As(full.Facilitator);
        var report = $"/verksted/{full.Id}/rapport";
        (await WordsAsync(frode, $"{report}.docx")).ShouldContain("Hva skjer videre");
        var page = await frode.OpenAsync(report);
        (await WordsAsync(frode, page.AddressOf("Word, Nynorsk"))).ShouldContain("Kva skjer vidare");
        (await WordsAsync(frode, page.AddressOf("Word, English"))).ShouldContain("What happens next");
        // A language that is none is the reader's own; the page itself stays in it.
        (await WordsAsync(frode, $"{report}.docx?sprak=se")).ShouldContain("Hva skjer videre");
        (await frode.OpenAsync("/")).Language.ShouldBe("nb");
        await (await frode.OpenAsync("/")).PressAsync("Nynorsk");
        (await WordsAsync(frode, $"{report}.docx")).ShouldContain("Kva skjer vidare");
        // Whoever has a token only, asks as their browser would.
        using var device = app.Api(full.Devices[0].Token);
        device.DefaultRequestHeaders.AcceptLanguage.ParseAdd("nn");
        (await WordsAsync(device, $"/api/v1/workshops/{full.Id}/report.docx")).ShouldContain("Kva skjer vidare");
    }

    private static async Task ChooseAsync(AppUnderTest app, string language, bool goesBefore = false)
    {
        using var ada = app.As(await app.AdministratorAsync($"Ada {language}"));
        var page = await ada.OpenAsync(LookUnderTest.Page);
        (string, string)[] fields = [("name", "Fjordvik"), ("language", language)];
        page = await ada.PostAsync(
            page,
            $"{LookUnderTest.Page}/navn",
            goesBefore ? [.. fields, ("goesBefore", "true")] : fields
        );
        page.Status.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task ShouldMeetAsync(AppUnderTest app, string accepted, string language)
    {
        using var browser = app.Browser().Speaks(accepted);
        (await browser.OpenAsync("/")).Language.ShouldBe(language, accepted);
        (await browser.OpenAsync("/finnes-ikke")).Language.ShouldBe(language, accepted);
    }

    private static Task<string> WordsAsync(TestBrowser browser, string address) => WordsAsync(browser.Client, address);

    private static async Task<string> WordsAsync(HttpClient client, string address)
    {
        var bytes = await client.GetByteArrayAsync(address);
        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        return file.MainDocumentPart!.Document!.Body!.InnerText;
    }
}
