using AngleSharp.Html.Parser;
using Endre.Domain.Messages;
using Endre.Testing;
using Endre.Web.Features.Messages;
using Endre.Web.Messages;
using Endre.Web.Messages.Sending;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Endre.Web.Tests.Messages;

/// <summary>Without a mail server each message is a file that mail programs open.</summary>
public sealed class LetterTests
{
    private static readonly Letter Full = new(
        "Fem ting & «mer»",
        LetterPart.Paragraph("Første linje\nandre linje <b>"),
        LetterPart.Heading("Å svare på"),
        LetterPart.List(new LetterItem("Nøklene", "/plunder/1"), new LetterItem("Uten lenke")),
        LetterPart.Quote("Sånn sa de det"),
        LetterPart.Button("Åpne lista", "/a-svare-pa?x=1&y=2")
    );

    [Theory]
    [InlineData("nb", "Du får denne e-posten fordi du har konto i Endre.", "Slå av e-post av denne typen")]
    [InlineData("nn", "Du får denne e-posten fordi du har konto i Endre.", "Vel kva du får e-post om, og når")]
    [InlineData("en", "You get this e-mail because you have an account in Endre.", "Turn off e-mail of this kind")]
    public async Task The_html_can_be_read_by_everybody_and_the_text_says_the_same(
        string language,
        string why,
        string link
    )
    {
        var mail = await MailAsync(language, Full);
        var html = await new HtmlParser().ParseDocumentAsync(mail.HtmlBody!);
        html.DocumentElement.GetAttribute("lang").ShouldBe(language);
        html.Title.ShouldBe("Fem ting & «mer»");
        html.QuerySelectorAll("h1, h2, h3")
            .Select(heading => heading.TextContent)
            .ShouldBe(["Fem ting & «mer»", "Å svare på"]);
        html.QuerySelectorAll("ul > li").Length.ShouldBe(2);
        html.QuerySelectorAll("img, script, link, iframe, object, table, form, video, audio").ShouldBeEmpty();
        html.QuerySelectorAll("[src], [background], [style*=url], [onclick]").ShouldBeEmpty();
        mail.HtmlBody!.ShouldNotContain("@import");
        mail.HtmlBody!.ShouldNotContain("url(");
        html.QuerySelector("style")!.TextContent.ShouldContain("font: 16px");
        html.QuerySelector("style")!.TextContent.ShouldContain("prefers-color-scheme: dark");
        var links = html.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).ToList();
        links.ShouldAllBe(address => address.StartsWith("http", StringComparison.Ordinal));
        links.ShouldContain(address => address.EndsWith("/a-svare-pa?x=1&y=2", StringComparison.Ordinal));

        var text = mail.TextBody!.ReplaceLineEndings("\n");
        foreach (var element in html.QuerySelectorAll("h1, h2, li, blockquote, footer p, a"))
        {
            text.ShouldContain(element.TextContent.Trim());
        }
        links.ShouldAllBe(address => text.Contains(address));
        text.ShouldContain("Første linje\nandre linje <b>");
        text.ShouldContain(why);
        text.ShouldContain(link);
        mail.BodyParts.OfType<TextPart>().ShouldAllBe(part => part.ContentType.Charset == "utf-8");
    }

    [Fact]
    public async Task It_is_written_in_the_readers_language_and_not_in_that_of_whoever_acts()
    {
        await using var app = await AppUnderTest.StartAsync();
        var kari = await app.EmployeeAsync();
        await app.InStorageAsync(storage =>
            storage.Users.ExecuteUpdateAsync(to => to.SetProperty(person => person.Language, "nn"))
        );
        await using var scope = app.Services.CreateAsyncScope();
        var texts = scope.ServiceProvider.GetRequiredService<Texts<MessageTexts>>();
        await app.TellAsync(kari.Id, "språk", letter: null);
        var before = System.Globalization.CultureInfo.CurrentUICulture;
        await scope
            .ServiceProvider.GetRequiredService<Outgoing>()
            .AddAsync(
                kari.Id,
                new OutgoingMessage(Post.Kind, "x", () => new Letter(texts["Title"], LetterPart.Paragraph("-"))),
                default
            );
        System.Globalization.CultureInfo.CurrentUICulture.ShouldBe(before);
        var row = scope.ServiceProvider.GetRequiredService<Endre.Storage.EndreContext>().Messages.Local.Single();
        (row.Subject, row.Language).ShouldBe(("Meldingar", "nn"));
    }

    [Fact]
    public async Task Quiet_hours_hold_mail_back_and_the_app_shows_it_meanwhile()
    {
        await using var app = await AppUnderTest.StartAsync(
            new AppSetup { Now = new DateTimeOffset(2026, 3, 6, 20, 0, 0, TimeSpan.Zero) }
        );
        var kari = await app.EmployeeAsync();
        await app.TellAsync(kari.Id, "Fredag kveld");
        await app.RoundAsync();
        var row = (await app.MessagesAsync()).Single();
        row.Mail.ShouldBe(MailState.Waiting);
        row.NextTryAt.ShouldBe(new DateTimeOffset(2026, 3, 9, 6, 0, 0, TimeSpan.Zero));
        using var browser = app.As(kari);
        (await browser.OpenAsync("/meldinger")).Text.ShouldContain("Fredag kveld");
        app.Time.Advance(TimeSpan.FromDays(2.5));
        await app.RoundAsync();
        (await app.MessagesAsync()).Single().Mail.ShouldBe(MailState.Filed);
    }

    [Fact]
    public async Task Whoever_has_left_or_has_no_address_gets_no_mail()
    {
        await using var app = await AppUnderTest.StartAsync();
        var (left, bare) = (await app.EmployeeAsync("Har Sluttet"), await app.EmployeeAsync("Uten Adresse"));
        await app.TellAsync(left.Id, "før");
        await app.InStorageAsync(async storage =>
        {
            await storage
                .Users.Where(person => person.Id == left.Id)
                .ExecuteUpdateAsync(to => to.SetProperty(person => person.DeactivatedAt, app.Time.GetUtcNow()));
            return await storage
                .Users.Where(person => person.Id == bare.Id)
                .ExecuteUpdateAsync(to => to.SetProperty(person => person.Email, (string?)null));
        });
        (await app.TellAsync(left.Id, "etter")).ShouldBeFalse();
        (await app.TellAsync(bare.Id, "i appen")).ShouldBeTrue();
        await app.RoundAsync();
        (await app.MessagesAsync())
            .Select(row => (row.Mail, row.LastError))
            .ShouldBe([(MailState.GivenUp, "no-reader"), (MailState.None, null)]);
        Directory.Exists(Path.Combine(app.DataFolder, FolderRoute.Folder)).ShouldBeFalse();
    }

    private static async Task<MimeMessage> MailAsync(string language, Letter letter)
    {
        await using var app = await AppUnderTest.StartAsync();
        var kari = await app.EmployeeAsync();
        await app.InStorageAsync(storage =>
            storage.Users.ExecuteUpdateAsync(to => to.SetProperty(person => person.Language, language))
        );
        await app.TellAsync(kari.Id, "alt", letter);
        await app.RoundAsync();
        var file = Directory.GetFiles(Path.Combine(app.DataFolder, FolderRoute.Folder)).ShouldHaveSingleItem();
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        return await MimeMessage.LoadAsync(file);
    }
}
