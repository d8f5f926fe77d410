using Endre.Browser.Tests.Support;
using Endre.Testing;
using Endre.Web.Messages.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Endre.Browser.Tests;

/// <summary>A guest without an account does without the mail, by the link in it, on a phone.</summary>
public sealed class GuestMailTests(Hall hall)
{
    private const string Address = "per.gjest@eiendom.example";

    [Fact]
    public async Task A_guest_declines_from_the_mail_and_whoever_calls_the_meetings_sees_it()
    {
        var leader = await hall.App.LeaderAsync("Gro Gjestfri");
        var page = await hall.OwnPhoneAsync(leader);
        await page.GotoAsync("/moter/serier/ny");
        await page.GetByLabel("Hva heter møtet?").FillAsync("Fellesmøte");
        var first = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(20);
        await page.GetByLabel("Første møte").FillAsync($"{first:yyyy-MM-dd}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lag møterekken" }).ClickAsync();
        await page.ShouldHaveHeadingAsync("Fellesmøte");
        await page.GetByText("Inviter en gjest").ClickAsync();
        await page.GetByLabel("E-postadresse (valgfritt)").FillAsync(Address);
        await page.GetByLabel("Navn, for en som ikke har konto").FillAsync("Per Gjest");
        await page.GetByRole(AriaRole.Button, new() { Name = "Inviter", Exact = true }).ClickAsync();
        await page.ShouldShowAsync("Per Gjest");
        await page.ShouldNotShowAsync("Vil ikke ha e-post");

        var phone = await hall.PhoneAsync();
        await phone.SetContentAsync(await MailAsync());
        await phone.ShouldBeWellAsync("e-post til gjest");
        var link = await phone
            .GetByRole(AriaRole.Link, new() { Name = "Slipp e-post om disse møtene" })
            .GetAttributeAsync("href");
        await phone.GotoAsync(new Uri(link!).PathAndQuery);
        await phone.ShouldHaveHeadingAsync("Slippe e-post om møtene");
        await phone.ShouldBeWellAsync("gjest vil slippe e-post");
        await phone.PressAsync("Slutt å sende meg e-post");
        await phone.ShouldShowAsync("Du får ikke flere e-poster om disse møtene.");
        await phone.ShouldBeWellAsync("gjest slipper e-post");
        await page.ReloadAsync();
        await page.ShouldShowAsync("Vil ikke ha e-post");
        await page.ShouldBeWellAsync("møterekke med gjest uten e-post");
        await phone.PressAsync("Send meg e-post igjen");
        await phone.ShouldShowAsync("Du får e-post om møtene igjen.");
        await phone.ShouldBeWellAsync("gjest får e-post igjen");
        await phone.Context.CloseAsync();
        await page.Context.CloseAsync();
    }

    // The mail as it is sent: whether it goes now or in the morning is another matter.
    private async Task<string> MailAsync()
    {
        var row = await hall.App.InStorageAsync(storage =>
            storage.Messages.AsNoTracking().SingleAsync(message => message.Address == Address)
        );
        await using var scope = hall.App.Services.CreateAsyncScope();
        var mail = scope.ServiceProvider.GetRequiredService<MailComposer>().Compose(row, Address, "Per Gjest", []);
        return mail.HtmlBody.ShouldNotBeNull();
    }
}
