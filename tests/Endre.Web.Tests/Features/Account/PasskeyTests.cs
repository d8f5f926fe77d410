using System.Net;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Account;

public sealed class PasskeyTests : IAsyncLifetime
{
    private AppUnderTest _app = null!;

    public async ValueTask InitializeAsync() => _app = await AppUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_passkey_opens_the_door_without_a_password_until_it_is_removed()
    {
        var kari = await _app.FacilitatorAsync();
        using var key = new SoftwareKey(Site);
        using var laptop = _app.As(kari, Site);
        var page = await laptop.OpenAsync("/min-side");
        var question = await AskAsync(laptop, page, "/min-side/passnokkel/sporsmal");
        page = await laptop.PostAsync(
            page,
            "/min-side/passnokkel",
            ("credential", key.Create(question)),
            ("passkeyName", "Jobbtelefonen")
        );
        page.Text.ShouldContain("Passnøkkelen er lagt til");
        page.Text.ShouldContain("Jobbtelefonen");

        using var phone = _app.Browser(Site);
        (await SignInAsync(phone, key)).Heading.ShouldBe("Min side");

        page = await page.FollowAsync("Gi nytt navn: Jobbtelefonen");
        page.Heading.ShouldBe("Nytt navn på Jobbtelefonen");
        page = await page.Fill("Navn på enheten (valgfritt)", "  Den nye  ").PressAsync("Lagre navn");
        page.Text.ShouldContain("Navnet på passnøkkelen er lagret");
        using var renamed = _app.Browser(Site);
        (await SignInAsync(renamed, key)).Heading.ShouldBe("Min side");

        page = await page.PressAsync("Fjern passnøkkelen Den nye");
        page.Text.ShouldContain("Du har ingen passnøkler");
        using var again = _app.Browser(Site);
        var refused = await SignInAsync(again, key);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("Passnøkkelen ble ikke godtatt");
    }

    [Fact]
    public async Task A_passkey_of_somebody_else_is_not_found()
    {
        using var key = new SoftwareKey(Site);
        using var kari = _app.As(await _app.FacilitatorAsync(), Site);
        var page = await kari.OpenAsync("/min-side");
        var question = await AskAsync(kari, page, "/min-side/passnokkel/sporsmal");
        page = await kari.PostAsync(page, "/min-side/passnokkel", ("credential", key.Create(question)));
        var address = page.AddressOf("Gi nytt navn: Passnøkkel");
        using var mari = _app.As(await _app.EmployeeAsync(), Site);
        (await mari.OpenAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        var own = await mari.OpenAsync("/min-side");
        (await mari.PostAsync(own, address, ("passkeyName", "min"))).Status.ShouldBe(HttpStatusCode.NotFound);
        await mari.PostAsync(own, "/min-side/passnokkel/fjern", ("passkey", address.Split('/')[3]));
        (await kari.OpenAsync("/min-side")).Text.ShouldNotContain("Du har ingen passnøkler");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("ikke json")]
    public async Task An_answer_that_is_none_opens_nothing(string credential)
    {
        using var browser = _app.Browser(Site);
        var page = await browser.OpenAsync("/logg-inn");
        await AskAsync(browser, page, "/logg-inn/passnokkel/sporsmal");
        page = await browser.PostAsync(page, "/logg-inn/passnokkel", ("credential", credential));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task An_answer_without_a_question_adds_nothing()
    {
        using var key = new SoftwareKey(Site);
        using var browser = _app.As(await _app.EmployeeAsync(), Site);
        var page = await browser.OpenAsync("/min-side");
        var answer = key.Create("""{"challenge":"YWJj","user":{"id":"YWJj"}}""");
        page = await browser.PostAsync(page, "/min-side/passnokkel", ("credential", answer));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("Du har ingen passnøkler");
    }

    // A passkey belongs to a name, never to a bare address.
    private Uri Site => new($"http://localhost:{_app.Address.Port}");

    private static async Task<TestPage> SignInAsync(TestBrowser browser, SoftwareKey key)
    {
        var page = await browser.OpenAsync("/logg-inn?returnTo=/min-side");
        var question = await AskAsync(browser, page, "/logg-inn/passnokkel/sporsmal");
        return await browser.PostAsync(
            page,
            "/logg-inn/passnokkel",
            ("credential", key.Get(question)),
            ("returnTo", "/min-side")
        );
    }

    private static async Task<string> AskAsync(TestBrowser browser, TestPage page, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Headers.Add("X-Endre-Token", page.Document.QuerySelector("input[name=__token]")!.GetAttribute("value"));
        var answer = await browser.Client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync();
    }
}
