using System.Net;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Privacy;

public sealed class ChangePrivacyTests
{
    private const string Settings = "/personverninnstillinger";
    private const string Limit = "Minste tall som vises";
    private const string Names = "Navn på deltakere i avsluttede verksteder, dager";

    [Theory, EachDatabase]
    public async Task What_is_chosen_is_read_by_everybody_and_recorded(DatabaseKind database)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = database });
        using var ada = app.As(await app.AdministratorAsync());
        var page = await ada.OpenAsync(Settings);
        page.ValueOf(Limit).ShouldBe("5");
        page = await page.Fill(Limit, "8").Fill(Names, "90").PressAsync("Lagre");
        page.Text.ShouldContain("Innstillingene er lagret.");
        page.ValueOf(Limit).ShouldBe("8");

        using var stranger = app.Browser();
        var privacy = await stranger.OpenAsync("/personvern");
        privacy.Text.ShouldContain("Tall under 8 blir ikke vist.");
        privacy.Text.ShouldContain("slettes 90 dager etter at verkstedet er avsluttet");
        var entry = await app.InStorageAsync(storage => storage.AuditEntries.SingleAsync());
        entry.Details.ShouldContain("5 \\u2192 8");
    }

    [Fact]
    public async Task The_limit_does_not_sink_again_and_what_was_typed_stands()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var ada = app.As(await app.AdministratorAsync());
        var page = await (await ada.OpenAsync(Settings)).Fill(Limit, "8").PressAsync("Lagre");
        page = await page.Fill(Limit, "7").Fill(Names, "ti").PressAsync("Lagre");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldBe([
            "Grensen er 8 og kan bare settes høyere. Folk har sagt det de har sagt i tillit til den.",
            "Skriv et antall dager fra 30 til 1100.",
        ]);
        page.ValueOf(Limit).ShouldBe("7");
        page.ValueOf(Names).ShouldBe("ti");
        (await ada.OpenAsync(Settings)).ValueOf(Limit).ShouldBe("8");
    }

    [Fact]
    public async Task Nothing_changed_is_nothing_recorded()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var ada = app.As(await app.AdministratorAsync());
        await (await ada.OpenAsync(Settings)).PressAsync("Lagre");
        (await app.InStorageAsync(storage => storage.AuditEntries.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Only_administrators_may()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var leader = app.As(await app.PersonAsync("Liv Leder", "leader", "security-reader"));
        (await leader.OpenAsync(Settings)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
