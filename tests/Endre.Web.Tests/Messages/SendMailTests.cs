using Endre.Domain.Messages;
using Endre.Testing;
using Endre.Testing.Mail;
using Endre.Web.Features.Messages;
using Endre.Web.Messages;
using Endre.Web.Messages.Sending;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Endre.Web.Tests.Messages;

/// <summary>Against a real mail server, which takes, refuses and hangs up.</summary>
public sealed class SendMailTests
{
    [MailFact]
    public async Task A_message_is_sent_once_encrypted_and_with_every_letter()
    {
        await using var server = await MailServer.StartAsync("endre", "hemmelig æøå");
        await using var app = await AppUnderTest.StartAsync([
            .. server.Args,
            "--mail-user",
            "endre",
            "--mail-password",
            "hemmelig æøå",
        ]);
        var kari = await app.EmployeeAsync("Kari Sørgård");
        (await app.TellAsync(kari.Id, "Blåbærøl på Ærøy")).ShouldBeTrue();
        (await app.TellAsync(kari.Id, "Blåbærøl på Ærøy")).ShouldBeFalse("it has been told");
        await app.RoundAsync();
        await app.RoundAsync();

        var mail = server.Taken.ShouldHaveSingleItem();
        mail.Subject.ShouldBe("Blåbærøl på Ærøy");
        mail.To.Mailboxes.Single().Name.ShouldBe("Kari Sørgård");
        mail.To.Mailboxes.Single().Address.ShouldBe(kari.Email);
        mail.From.Mailboxes.Single().ToString().ShouldBe("\"Endre på Ærøy\" <endre@fjordvik.example>");
        mail.Headers["X-Tls"].ShouldBe("True");
        mail.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        mail.TextBody!.ShouldContain("Hei på deg");
        mail.HtmlBody!.ShouldContain("Hei på deg");
        using var watcher = app.Api();
        var numbers = await watcher.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        numbers.ShouldContain("endre_mail_sent_total 1");
        numbers.ShouldContain("endre_mail_waiting 0");
        var row = (await app.MessagesAsync()).Single();
        (row.Mail, row.Tries, row.SentAt).ShouldBe((MailState.Sent, 1, app.Time.GetUtcNow()));
        mail.MessageId.ShouldBe($"{row.Id:N}@fjordvik.example");
        mail.Headers[HeaderId.ListUnsubscribe].ShouldStartWith("<https://endre.fjordvik.example/api/v1/unsubscribe/");
        mail.Headers[HeaderId.ListUnsubscribePost].ShouldBe("List-Unsubscribe=One-Click");
    }

    [MailFact]
    public async Task What_the_server_has_no_time_for_is_tried_again_by_the_same_id()
    {
        await using var server = await MailServer.StartAsync();
        await using var app = await AppUnderTest.StartAsync(server.Args);
        await app.TellAsync((await app.EmployeeAsync()).Id, "en");
        server.Order("451", "drop");
        await app.RoundAsync();
        var row = (await app.MessagesAsync()).Single();
        (row.Mail, row.LastError, row.Tries).ShouldBe((MailState.Failed, "server-busy", 1));
        row.NextTryAt.ShouldBe(app.Time.GetUtcNow().AddMinutes(1));
        await app.RoundAsync();
        (await app.MessagesAsync()).Single().Tries.ShouldBe(1, "it is not time yet");

        // It hangs up after the data and before it says that it has them.
        app.Time.Advance(TimeSpan.FromSeconds(59));
        app.Time.Advance(TimeSpan.FromSeconds(1));
        await UntilAsync(app, row => row.Tries == 2);
        (await app.MessagesAsync()).Single().LastError.ShouldBe("network");
        app.Time.Advance(TimeSpan.FromMinutes(5));
        await UntilAsync(app, row => row.Mail == MailState.Sent);
        server.Taken.ShouldHaveSingleItem().MessageId.ShouldStartWith($"{row.Id:N}@");
    }

    [MailFact]
    public async Task When_the_answer_is_lost_it_comes_twice_at_most_and_by_one_id()
    {
        await using var server = await MailServer.StartAsync();
        await using var app = await AppUnderTest.StartAsync(server.Args);
        await app.TellAsync((await app.EmployeeAsync()).Id, "en");
        server.Order("lose");
        await app.RoundAsync();
        (await app.MessagesAsync()).Single().Mail.ShouldBe(MailState.Failed);
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await UntilAsync(app, row => row.Mail == MailState.Sent);
        server.Taken.Count.ShouldBe(2);
        server.Taken.Select(mail => mail.MessageId).Distinct().ShouldHaveSingleItem();
    }

    [MailFact]
    public async Task What_is_refused_for_good_is_given_up_shown_and_tried_again_when_somebody_asks()
    {
        await using var server = await MailServer.StartAsync();
        await using var app = await AppUnderTest.StartAsync(server.Args);
        var person = await app.EmployeeAsync();
        await app.TellAsync(person.Id, "Hemmelig emne");
        await app.TellAsync(person.Id, "to");
        server.Order("550-recipient", "550");
        await app.RoundAsync();
        (await app.MessagesAsync())
            .Select(row => (row.Mail, row.LastError))
            .ShouldBe([(MailState.GivenUp, "recipient-refused"), (MailState.GivenUp, "message-refused")]);
        app.Log.All.ShouldNotContain(line => line.Contains(person.Email, StringComparison.OrdinalIgnoreCase));

        using var administrator = app.As(await app.AdministratorAsync());
        var page = await administrator.OpenAsync("/e-post");
        page.Text.ShouldContain("E-posttjeneren kjenner ikke mottakeren");
        page.Text.ShouldContain("Gitt opp 2");
        page.Text.ShouldNotContain("Hemmelig emne");
        page.Text.ShouldNotContain(person.Email);
        page = await page.PressAsync("Prøv alt på nytt nå");
        page.Text.ShouldContain("prøves på nytt nå");
        await app.RoundAsync();
        server.Taken.Count.ShouldBe(2);
        (
            await app.InStorageAsync(storage => storage.AuditEntries.AnyAsync(entry => entry.Act == "RetryMail"))
        ).ShouldBeTrue();
    }

    [MailFact]
    public async Task A_server_that_is_away_at_the_start_gets_it_when_it_comes()
    {
        await using var server = MailServer.Stopped();
        await using var app = await AppUnderTest.StartAsync(server.Args);
        var person = await app.EmployeeAsync();
        foreach (var i in Enumerable.Range(0, 7))
        {
            await app.TellAsync(person.Id, $"{i}");
        }
        await app.RoundAsync();
        var rows = await app.MessagesAsync();
        rows.Count(row => row is { Mail: MailState.Failed, LastError: "network" }).ShouldBe(5);
        rows.Count(row => row.Mail == MailState.Waiting).ShouldBe(2, "it is knocked at once in a round");
        await server.StartAgainAsync();
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await app.RoundAsync();
        await server.TakenAsync(7);
        server.Taken.Select(mail => mail.MessageId).Distinct().Count().ShouldBe(7);
    }

    [MailFact]
    public async Task A_certificate_that_nobody_vouches_for_is_no_certificate()
    {
        await using var server = await MailServer.StartAsync();
        var args = server.Args.ToList();
        args.RemoveRange(args.IndexOf("--mail-ca-file"), 2);
        await using var app = await AppUnderTest.StartAsync([.. args]);
        await app.TellAsync((await app.EmployeeAsync()).Id, "en");
        await app.RoundAsync();
        (await app.MessagesAsync()).Single().LastError.ShouldBe("certificate");
        server.Taken.ShouldBeEmpty();
    }

    [MailFact]
    public async Task A_certificate_of_another_name_is_none_either()
    {
        await using var server = await MailServer.StartAsync();
        var args = server.Args;
        args[1] = "127.0.0.1";
        await using var app = await AppUnderTest.StartAsync(args);
        await app.TellAsync((await app.EmployeeAsync()).Id, "en");
        await app.RoundAsync();
        (await app.MessagesAsync()).Single().LastError.ShouldBe("certificate");
    }

    [MailFact]
    public async Task An_access_token_is_read_anew_for_each_connection()
    {
        await using var server = await MailServer.StartAsync("endre@fjordvik.example", "den-nye");
        using var folder = new TemporaryFolder();
        var token = Path.Combine(folder.Path, "token");
        await File.WriteAllTextAsync(token, "den-gamle\n");
        await using var app = await AppUnderTest.StartAsync([
            .. server.Args,
            "--mail-user",
            "endre@fjordvik.example",
            "--mail-oauth-token-file",
            token,
        ]);
        await app.TellAsync((await app.EmployeeAsync()).Id, "en");
        await app.RoundAsync();
        var row = (await app.MessagesAsync()).Single();
        (row.Mail, row.LastError).ShouldBe((MailState.Failed, "sign-in-refused"));
        await File.WriteAllTextAsync(token, "den-nye\n");
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await UntilAsync(app, message => message.Mail == MailState.Sent);
        server.Taken.ShouldHaveSingleItem();
    }

    [MailFact]
    public async Task Nobody_writes_a_header_by_a_title_or_a_name()
    {
        await using var server = await MailServer.StartAsync();
        await using var app = await AppUnderTest.StartAsync(server.Args);
        var person = await app.EmployeeAsync();
        await app.InStorageAsync(storage =>
            storage.Users.ExecuteUpdateAsync(to =>
                to.SetProperty(row => row.DisplayName, "Ola\r\nBcc: alle@fjord.example")
            )
        );
        await app.TellAsync(
            person.Id,
            "en",
            new Letter("Hei\r\nBcc: alle@fjord.example\r\n\r\n<h1>Ny</h1>", LetterPart.Paragraph("Tekst"))
        );
        await app.TellGuestAsync(
            new MessageGuest("gjest@fjord.example", "Gro\nCc: alle@fjord.example") { AboutId = Guid.CreateVersion7() },
            new OutgoingMessage(
                Post.Kind,
                "to",
                () => new Letter("Til gjest", LetterPart.Button("Åpne", "https://andre.example/møte"))
            )
        );
        await app.RoundAsync();
        server.Taken.Count.ShouldBe(2);
        foreach (var mail in server.Taken)
        {
            mail.Bcc.ShouldBeEmpty();
            mail.Cc.ShouldBeEmpty();
            mail.Headers["X-Rcpt"]!.ShouldNotContain("alle@");
        }
        server.Taken[0].To.Mailboxes.Single().Name.ShouldBe("Ola Bcc: alle@fjord.example");
        server.Taken[0].Subject.ShouldBe("Hei Bcc: alle@fjord.example <h1>Ny</h1>");
        server.Taken[0].HtmlBody!.ShouldNotContain("<h1>Ny</h1>");
        var guest = server.Taken[1];
        guest.To.Mailboxes.Single().Name.ShouldBe("Gro Cc: alle@fjord.example");
        guest.Headers[HeaderId.ListUnsubscribe].ShouldStartWith("<https://endre.fjordvik.example/api/v1/unsubscribe/");
        guest.Headers[HeaderId.ListUnsubscribePost].ShouldBe("List-Unsubscribe=One-Click");
        guest.TextBody!.ShouldContain("Slipp e-post om disse møtene");
        guest.TextBody!.ShouldContain("Du har ikke konto der.");
    }

    [MailFact]
    public async Task An_invitation_is_what_calendars_look_for_and_a_file_too()
    {
        await using var server = await MailServer.StartAsync();
        await using var app = await AppUnderTest.StartAsync(server.Args);
        await app.TellAsync(
            (await app.EmployeeAsync()).Id,
            "en",
            letter: null,
            new MessageFile("møte.ics", "text/calendar; method=REQUEST; charset=utf-8", "BEGIN:VCALENDAR"u8.ToArray()),
            new MessageFile("referat på nynorsk.pdf", "application/pdf", [1, 2, 3])
        );
        await app.RoundAsync();
        var mail = server.Taken.ShouldHaveSingleItem();
        var mixed = mail.Body.ShouldBeOfType<Multipart>();
        var forms = mixed[0].ShouldBeOfType<MultipartAlternative>();
        forms.Select(part => part.ContentType.MimeType).ShouldBe(["text/plain", "text/html", "text/calendar"]);
        forms[2].ContentType.Parameters["method"].ShouldBe("REQUEST");
        mail.Attachments.OfType<MimePart>()
            .Select(part => part.FileName)
            .ShouldBe(["møte.ics", "referat på nynorsk.pdf"]);
        forms.OfType<TextPart>().Last().Text.ShouldBe("BEGIN:VCALENDAR");
    }

    [MailFact(withPostgres: true)]
    public async Task Of_two_nodes_one_sends_each_message()
    {
        await using var server = await MailServer.StartAsync();
        await using var database = await TestDatabase.UpgradedAsync(DatabaseKind.Postgres);
        await using var first = await AppUnderTest.StartAsync(new AppSetup { Storage = database, Args = server.Args });
        await using var second = await AppUnderTest.StartAsync(new AppSetup { Storage = database, Args = server.Args });
        var person = await first.EmployeeAsync();
        foreach (var i in Enumerable.Range(0, 30))
        {
            await first.TellAsync(person.Id, $"{i}");
        }
        await Task.WhenAll(first.RoundAsync(), second.RoundAsync(), first.RoundAsync(), second.RoundAsync());
        (await first.MessagesAsync()).ShouldAllBe(row => row.Mail == MailState.Sent && row.Tries == 1);
        server.Taken.Count.ShouldBe(30);
        server.Taken.Select(mail => mail.MessageId).Distinct().Count().ShouldBe(30);
    }

    [Fact]
    public void Every_reason_has_words() =>
        MailFault.Words.ShouldAllBe(word => new Texts<MessageTexts>().Has($"MailError_{word}"));

    private static async Task UntilAsync(AppUnderTest app, Func<Endre.Storage.Messages.MessageRow, bool> isSo)
    {
        // The program's own round may be at it; whoever comes second finds nothing due and looks again.
        for (var i = 0; i < 400 && !isSo((await app.MessagesAsync()).Single()); i++)
        {
            await app.RoundAsync();
            await Task.Yield();
        }
        isSo((await app.MessagesAsync()).Single()).ShouldBeTrue();
    }
}
