using Endre.Browser.Tests.Support;
using Endre.Storage;
using Endre.Testing;
using Endre.Web.Features.ActionItems.TellOwner;
using Endre.Web.Messages;
using Endre.Web.Messages.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Browser.Tests;

/// <summary>A nurse is told something, reads it on her phone and chooses her quiet hours; the link in the mail works too.</summary>
public sealed class MessageTests(Hall hall)
{
    [Fact]
    public async Task What_one_is_told_is_read_and_chosen_on_a_phone()
    {
        var kari = await hall.App.EmployeeAsync("Kari Melding");
        await TellAsync(kari.Id);
        var page = await hall.LaptopAsync(kari);
        await page.SetViewportSizeAsync(360, 740);
        await page.GotoAsync("/meldinger");
        await page.ShouldBeWellAsync("meldinger");
        await page.LinkAsync("Nytt tiltak til deg: Merke plassen til løfteheisen");
        await page.ShouldHaveHeadingAsync("Nytt tiltak til deg: Merke plassen til løfteheisen");
        await page.ShouldBeWellAsync("melding åpen");
        await page.LinkAsync("Til meldingene");
        await page.LinkAsync("Velg hva du får e-post om, og når");
        await page.ShouldBeWellAsync("meldinger valg");
        await page.GetByLabel("Timer jeg velger selv").CheckAsync();
        await page.GetByLabel("Stille fra klokka").FillAsync("08:00");
        await page.GetByLabel("Stille til klokka").FillAsync("08:00");
        await page.PressAsync("Lagre");
        await page.ShouldShowAsync("De to klokkeslettene er like.");
        await page.ShouldBeWellAsync("meldinger valg avvist");
        await page.GetByLabel("Stille til klokka").FillAsync("15:30");
        await page.PressAsync("Lagre");
        await page.ShouldShowAsync("Valgene dine er lagret.");

        var token = hall.App.Services.GetRequiredService<UnsubscribeTokens>().Make(kari.Id, TellOwner.Given.Word);
        await page.GotoAsync($"/meldinger/avmeld/{token}");
        await page.ShouldBeWellAsync("avmelding");
        await page.PressAsync("Slå av");
        await page.ShouldShowAsync("Du får ikke lenger e-post");
        await page.ShouldBeWellAsync("avmeldt");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_administrator_sees_how_mail_goes()
    {
        var page = await hall.LaptopAsync(await hall.App.AdministratorAsync("Ada Post"));
        await page.GotoAsync("/e-post");
        await page.ShouldBeWellAsync("e-post");
        await page.PressAsync("Send en prøve til meg");
        await page.ShouldShowAsync("En prøve er på vei til deg.");
        await page.ShouldBeWellAsync("e-post prøvd");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_mail_itself_is_accessible_on_a_phone_in_light_and_dark()
    {
        var page = await hall.LaptopAsync(await hall.App.EmployeeAsync("Eva Epost"));
        await page.SetViewportSizeAsync(360, 740);
        await page.SetContentAsync(
            LetterHtml.Of(
                Letter,
                new LetterFrame(
                    "nb",
                    hall.App.Address,
                    "Du får denne e-posten fordi du har konto i Endre.",
                    [("Slå av e-post av denne typen", $"{hall.App.Address}meldinger/avmeld/x")]
                )
            )
        );
        await page.ShouldHaveHeadingAsync(Letter.Subject);
        await page.ShouldBeWellAsync("e-posten");
        await page.Context.CloseAsync();
    }

    private static readonly Letter Letter = new(
        "Nytt tiltak til deg: Merke plassen til løfteheisen",
        LetterPart.Paragraph("Du er ansvarlig for dette. Fristen er 9. mars 2026."),
        LetterPart.Heading("Tre ting til"),
        LetterPart.List(new LetterItem("Nøklene", "/plunder"), new LetterItem("Skapet")),
        LetterPart.Quote("Sånn sa de det"),
        LetterPart.Button("Åpne tiltaket", "/tiltak")
    );

    private async Task TellAsync(Guid person)
    {
        await using var scope = hall.App.Services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<Outgoing>()
            .AddAsync(person, new OutgoingMessage(TellOwner.Given, "nettleser", () => Letter), CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<EndreContext>().SaveChangesAsync();
    }
}
