using System.Net;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.SignIn;

/// <summary>Many wrong passwords close an account for a while, and nobody can tell from outside that there is one.</summary>
public sealed class LockOutTests : IAsyncLifetime
{
    private AppUnderTest _app = null!;
    private TestPerson _kari = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await AppUnderTest.StartAsync();
        _kari = await _app.EmployeeAsync("Kari Låst");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_locked_account_an_unknown_address_and_a_wrong_password_get_the_same_answer()
    {
        await LockAsync();
        var locked = await TryAsync(_kari.Email, TestPerson.Password);
        var wrong = await TryAsync((await _app.EmployeeAsync("Mari Åpen")).Email, "noe helt annet her");
        var unknown = await TryAsync("ingen@example.no", "noe helt annet her");
        foreach (var page in new[] { locked, wrong, unknown })
        {
            page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            Alert(page).ShouldBe(Alert(unknown));
        }
    }

    [Fact]
    public async Task After_five_minutes_the_right_password_works_again()
    {
        await LockAsync();
        (await TryAsync(_kari.Email, TestPerson.Password)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        // Identity counts by the machine's own clock, so time is moved in the row.
        await _app.InStorageAsync(context =>
            context
                .Users.Where(person => person.Id == _kari.Id)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(p => p.LockoutEnd, p => (DateTimeOffset?)DateTimeOffset.UnixEpoch)
                )
        );
        (await TryAsync(_kari.Email, TestPerson.Password)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_administrator_sees_it_and_unlocks()
    {
        await LockAsync();
        using var ada = _app.As(await _app.AdministratorAsync());
        var page = await ada.OpenAsync($"/personer/{_kari.Id}");
        page.Text.ShouldContain("Brukeren er låst etter mange feil passord");
        page = await page.PressAsync("Lås opp nå");
        page.Text.ShouldNotContain("Brukeren er låst");
        (await TryAsync(_kari.Email, TestPerson.Password)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_new_link_from_the_administrator_unlocks_too()
    {
        await LockAsync();
        using var ada = _app.As(await _app.AdministratorAsync());
        var link = (await (await ada.OpenAsync($"/personer/{_kari.Id}")).PressAsync("Lag ny lenke")).ValueOf(
            "Engangslenke"
        );
        using var phone = _app.Browser();
        await (await phone.OpenAsync(link))
            .Fill("Velg et passord", "tre grønne båter")
            .PressAsync("Lagre passord og gå inn");
        (await TryAsync(_kari.Email, "tre grønne båter")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private async Task LockAsync()
    {
        for (var i = 0; i < 10; i++)
            await TryAsync(_kari.Email, "feil feil feil feil");
    }

    private async Task<TestPage> TryAsync(string email, string password)
    {
        using var browser = _app.Browser();
        var page = await browser.OpenAsync("/logg-inn");
        return await page.Fill("E-post", email).Fill("Passord", password).PressAsync("Logg inn");
    }

    private static string Alert(TestPage page) => page.Document.QuerySelector("[role=alert]")!.TextContent;
}
