using System.Net;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Preferences;

public sealed class PreferencesTests(SharedApp shared) : IClassFixture<SharedApp>
{
    [Theory]
    [InlineData("nb-NO,nb;q=0.9,en;q=0.5", "nb")]
    [InlineData("no", "nb")]
    [InlineData("nn-NO,nn;q=0.9,nb;q=0.8", "nn")]
    [InlineData("en-US,en;q=0.9", "en")]
    [InlineData("fr,en;q=0.2,nn;q=0.7", "nn")]
    [InlineData("pl", "nb")]
    [InlineData("", "nb")]
    [InlineData("***;;;", "nb")]
    public async Task A_page_is_in_the_language_that_the_browser_prefers(string accepted, string language)
    {
        using var browser = shared.App.Browser().Speaks(accepted);
        (await browser.OpenAsync("/")).Language.ShouldBe(language);
    }

    [Fact]
    public async Task A_chosen_language_stays_on_the_device_and_leads_back_to_the_page()
    {
        using var browser = shared.App.Browser();
        var page = await browser.OpenAsync("/?a=1");
        page = await page.PressAsync("Nynorsk");
        page.Path.ShouldBe("/?a=1");
        page.Language.ShouldBe("nn");
        page.Heading.ShouldBe("Velkomen til Endre");
        (await browser.OpenAsync("/")).Language.ShouldBe("nn");
    }

    [Fact]
    public async Task A_signed_in_person_meets_the_chosen_language_on_another_device()
    {
        var mari = await shared.App.EmployeeAsync("Mari Språk");
        using var phone = shared.App.As(mari);
        await (await phone.OpenAsync("/")).PressAsync("English");
        var stored = await shared.App.InStorageAsync(async context =>
            (await context.Users.FindAsync(mari.Id))!.Language
        );
        stored.ShouldBe("en");
    }

    [Fact]
    public async Task A_chosen_appearance_stays_on_the_device()
    {
        using var browser = shared.App.Browser();
        var page = await (await browser.OpenAsync("/")).PressAsync("Mørkt");
        page.Document.DocumentElement.GetAttribute("data-color-scheme").ShouldBe("dark");
    }

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task A_form_never_leads_to_another_site(string returnTo)
    {
        using var browser = shared.App.Browser();
        var page = await browser.OpenAsync("/");
        page = await browser.PostAsync(page, "/sprak", ("language", "nn"), ("returnTo", returnTo));
        page.Path.ShouldBe("/");
        page.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_unknown_language_is_refused()
    {
        using var browser = shared.App.Browser();
        var page = await browser.OpenAsync("/");
        page = await browser.PostAsync(page, "/sprak", ("language", "xx"));
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
    }
}
