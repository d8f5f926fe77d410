using Endre.Domain.Messages;
using Endre.Testing;
using Endre.Testing.Mail;
using Endre.Web.Tests.Messages;

namespace Endre.Web.Tests.Features.People;

public sealed class SendInvitationTests
{
    [MailFact]
    public async Task An_invitation_is_mailed_at_once_opens_the_door_and_is_kept_nowhere()
    {
        await using var server = await MailServer.StartAsync();
        await using var app = await AppUnderTest.StartAsync(
            new AppSetup
            {
                Args = server.Args,
                // A Saturday night: whoever waits for it gets it.
                Now = new DateTimeOffset(2026, 3, 7, 22, 0, 0, TimeSpan.Zero),
            }
        );
        var site = new Uri("https://endre.fjordvik.example");
        using var browser = app.As(await app.AdministratorAsync());
        browser.Client.DefaultRequestHeaders.Host = site.Host;
        var page = await browser.OpenAsync("/personer/inviter");
        page = await page.Fill("Navn", "Nye Nora").Fill("E-post", "nora@fjord.example").PressAsync("Lag invitasjon");
        page.Text.ShouldContain("Lenken er også sendt til nora@fjord.example.");
        var link = page.Document.QuerySelector("textarea")!.TextContent.Trim();
        await app.RoundAsync();
        var mail = server.Taken.ShouldHaveSingleItem();
        mail.Subject.ShouldBe("Velg passord i Endre");
        mail.TextBody!.ShouldContain(link);
        mail.Headers.Contains("List-Unsubscribe").ShouldBeFalse();
        var row = (await app.MessagesAsync()).Single();
        (row.Mail, row.Parts).ShouldBe((MailState.Sent, null));
        row.Key.ShouldNotContain(link.Split('/')[^1]);
    }

    [Fact]
    public async Task Without_a_mail_server_the_administrator_passes_it_on_and_it_lies_in_no_file()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var browser = app.As(await app.AdministratorAsync());
        var page = await browser.OpenAsync("/personer/inviter");
        page = await page.Fill("Navn", "Nye Nora").Fill("E-post", "nora@fjord.example").PressAsync("Lag invitasjon");
        page.Text.ShouldNotContain("også sendt");
        (await app.MessagesAsync()).ShouldBeEmpty();
    }
}
