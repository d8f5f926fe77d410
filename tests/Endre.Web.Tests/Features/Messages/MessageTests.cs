using System.Net;
using Endre.Domain.Messages;
using Endre.Testing;
using Endre.Web.Access;
using Endre.Web.Features.Messages;
using Endre.Web.Messages;
using Endre.Web.Tests.Features.Hassles;
using Endre.Web.Tests.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Features.Messages;

public sealed class MessageTests
{
    [Fact]
    public async Task What_one_is_told_is_counted_listed_opened_and_then_read()
    {
        await using var app = await AppUnderTest.StartAsync();
        var (kari, ola) = (await app.EmployeeAsync("Kari"), await app.EmployeeAsync("Ola"));
        using var browser = app.As(kari);
        var page = await browser.OpenAsync("/meldinger");
        page.Text.ShouldContain("Ingen meldinger ennå");
        page.HasLink("Meldinger").ShouldBeTrue();
        await app.TellAsync(
            kari.Id,
            "en",
            new Letter("Du har fått svar", LetterPart.Heading("Svaret"), LetterPart.Button("Les", "/plunder"))
        );
        await app.TellAsync(kari.Id, "To");
        await app.TellAsync(ola.Id, "Til Ola");
        page = await browser.OpenAsync("/");
        page.HasLink("Meldinger: 2 uleste").ShouldBeTrue();
        page = await page.FollowAsync("Meldinger: 2 uleste");
        page.Text.ShouldNotContain("Til Ola");
        page = await page.FollowAsync("Du har fått svar");
        page.Heading.ShouldBe("Du har fått svar");
        page.Headings.ShouldContain("Svaret");
        page.AddressOf("Les").ShouldEndWith("/plunder");
        page = await browser.OpenAsync("/meldinger");
        page.HasLink("Meldinger: 1 ulest").ShouldBeTrue();
        page = await page.PressAsync("Merk alle som lest");
        page.HasLink("Meldinger").ShouldBeTrue();
        page.HasButton("Merk alle som lest").ShouldBeFalse();

        var others = (await app.MessagesAsync()).Single(row => row.PersonId == ola.Id);
        (await browser.OpenAsync($"/meldinger/{others.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.MessagesAsync()).Single(row => row.PersonId == ola.Id).ReadAt.ShouldBeNull();
    }

    [Fact]
    public async Task One_chooses_what_comes_as_mail_and_when()
    {
        await using var app = await AppUnderTest.StartAsync();
        var kari = await app.EmployeeAsync();
        using var browser = app.As(kari);
        var page = await (await browser.OpenAsync("/meldinger")).FollowAsync("Velg hva du får e-post om, og når");
        page.Text.ShouldContain(kari.Email);
        page = await page.Tick("når noen gir meg et tiltak")
            .Tick("Timer jeg velger selv")
            .Fill("Stille fra klokka", "kveld")
            .PressAsync("Lagre");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldContain("Skriv et klokkeslett, for eksempel 22:00.");
        page.ValueOf("Stille fra klokka").ShouldBe("kveld");
        page = await page.Fill("Stille fra klokka", "8.30").Fill("Stille til klokka", "16:00").PressAsync("Lagre");
        page.Text.ShouldContain("Valgene dine er lagret.");
        page.ValueOf("Stille fra klokka").ShouldBe("08:30");

        await app.TellAsync(kari.Id, "bare i appen");
        var row = (await app.MessagesAsync()).Single();
        row.Mail.ShouldBe(MailState.None);
        page = await page.Tick("når noen gir meg et tiltak").PressAsync("Lagre");
        await app.TellAsync(kari.Id, "som e-post");
        row = (await app.MessagesAsync())[^1];
        // It is 09:00, and she sleeps.
        (row.Mail, row.NotBefore).ShouldBe(
            (MailState.Waiting, new DateTimeOffset(2026, 3, 2, 15, 0, 0, TimeSpan.Zero))
        );
    }

    [Fact]
    public async Task A_link_in_a_mail_turns_its_kind_off_without_signing_in_and_only_when_posted()
    {
        await using var app = await AppUnderTest.StartAsync();
        var kari = await app.EmployeeAsync();
        var token = app.Services.GetRequiredService<UnsubscribeTokens>().Make(kari.Id, Post.Kind.Word);
        using var stranger = app.Browser();
        var page = await stranger.OpenAsync(MessageLinks.Unsubscribe(token));
        page.Text.ShouldContain("når noen gir meg et tiltak");
        (await IsOnAsync(app, kari.Id)).ShouldBeTrue("looking changes nothing");
        using var program = app.Api();
        using var opened = await program.GetAsync(new Uri(MessageLinks.ApiUnsubscribe(token), UriKind.Relative));
        opened.StatusCode.ShouldBe(HttpStatusCode.OK, "it is shown the page");
        (await IsOnAsync(app, kari.Id)).ShouldBeTrue();

        page = await page.PressAsync("Slå av");
        page.Text.ShouldContain("Du får ikke lenger e-post");
        (await IsOnAsync(app, kari.Id)).ShouldBeFalse();
        page = await page.PressAsync("Slå på igjen");
        (await IsOnAsync(app, kari.Id)).ShouldBeTrue();

        using var click = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        // A mail program has no cookies of ours.
        using var mailProgram = app.Api();
        using var posted = await mailProgram.PostAsync(
            new Uri(MessageLinks.ApiUnsubscribe(token), UriKind.Relative),
            click
        );
        posted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await IsOnAsync(app, kari.Id)).ShouldBeFalse();
        (await stranger.OpenAsync(MessageLinks.Unsubscribe(token + "x"))).Status.ShouldBe(HttpStatusCode.NotFound);
        using var forged = await mailProgram.PostAsync(
            new Uri(MessageLinks.ApiUnsubscribe("noe-annet"), UriKind.Relative),
            content: null
        );
        forged.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, EachDatabase]
    public async Task Writers_and_owners_are_told_what_others_did_and_once(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind });
        var fjord = await Fjord.OnAsync(app);
        await fjord.SayAsync(fjord.Kari, "Med navn", "Heisen er borte hver natt");
        await fjord.SayAsync(who: null, "Anonym", "Ingen vet hvem");
        var ids = await app.InStorageAsync(storage =>
            storage.Hassles.OrderBy(row => row.Name == null && row.PersonId == null).Select(row => row.Id).ToListAsync()
        );
        using var leader = app.As(fjord.Leader);
        foreach (var id in ids)
        {
            var page = await leader.OpenAsync($"/plunder/{id}");
            var after = page.Document.QuerySelector("[name=after]")!.GetAttribute("value")!;
            (string, string)[] answer = [("answer", "will-not"), ("text", "Vi har bare én heis."), ("after", after)];
            (await leader.PostAsync(page, $"/plunder/{id}/svar", answer)).Status.ShouldBe(HttpStatusCode.OK);
            await leader.PostAsync(page, $"/plunder/{id}/svar", answer);
        }
        var told = (await app.MessagesAsync()).ShouldHaveSingleItem();
        (told.PersonId, told.Subject, told.Path).ShouldBe(
            (fjord.Kari.Id, "Du har fått svar på noe du sa fra om", $"/det-jeg-har-sagt/{ids[0]}")
        );
        told.Parts!.ShouldNotContain("heis");

        var form = await leader.OpenAsync($"/tiltak/nytt?enhet={fjord.Team}");
        var made = await form.Fill("Hva gjøres?", "Merke plassen")
            .Fill("Ansvarlig", $"{fjord.Kari.Id}")
            .Fill("Frist", "2026-03-09")
            .PressAsync("Lag tiltaket");
        var row = (await app.MessagesAsync()).Single(row => row.Kind == Post.Kind.Word);
        (row.PersonId, row.Subject).ShouldBe((fjord.Kari.Id, "Nytt tiltak til deg: Merke plassen"));
        row.Parts!.ShouldContain("9. mars 2026");
        var give = await leader.PostAsync(
            made,
            $"{made.Path}/ansvarlig",
            ("from", $"{fjord.Kari.Id}"),
            ("owner", $"{fjord.Leader.Id}")
        );
        give.Status.ShouldBe(HttpStatusCode.OK);
        (await app.MessagesAsync()).Count.ShouldBe(2, "nobody is told what they did themselves");
    }

    [Fact]
    public async Task A_link_that_is_mistyped_leads_nowhere_and_breaks_nothing()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var browser = app.Browser();
        var page = await browser.OpenAsync("/api/v1/unsubscribe/bl%C3%A5b%C3%A6r%0A");
        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Path.ShouldBe("/meldinger/avmeld/bl%C3%A5b%C3%A6r%0A");
    }

    [Fact]
    public async Task Messages_are_kept_for_a_time_and_a_name_is_erased_from_those_of_others()
    {
        await using var app = await AppUnderTest.StartAsync();
        var kari = await app.EmployeeAsync();
        await app.TellAsync(kari.Id, "en", new Letter("Fra Ola Borte", LetterPart.Paragraph("Ola Borte sier hei")));
        await app.RoundAsync();
        var mails = new DirectoryInfo(Path.Combine(app.DataFolder, "mail"));
        mails.GetFiles().Length.ShouldBe(1);
        await using var scope = app.Services.CreateAsyncScope();
        foreach (var area in scope.ServiceProvider.GetServices<IPersonalData>())
        {
            await area.EraseAsync(Guid.CreateVersion7(), "Ola Borte", default);
        }
        mails.GetFiles().ShouldBeEmpty();
        var row = (await app.MessagesAsync()).Single();
        (row.Subject + row.Parts).ShouldNotContain("Ola");
        row.Parts!.ShouldContain("sier hei");
        var keep = scope.ServiceProvider.GetServices<IRetention>().Single(kind => kind.Default.Kind == "messages");
        (await keep.RemoveAsync(app.Time.GetUtcNow().AddDays(-1), default)).ShouldBe(0);
        (await keep.RemoveAsync(app.Time.GetUtcNow().AddDays(1), default)).ShouldBe(1);
    }

    [Fact]
    public async Task An_administrator_tries_whether_mail_gets_through()
    {
        await using var app = await AppUnderTest.StartAsync();
        var administrator = await app.AdministratorAsync();
        using var browser = app.As(administrator);
        var page = await browser.OpenAsync("/e-post");
        page.Text.ShouldContain("Ingen e-posttjener er satt opp.");
        page = await page.PressAsync("Send en prøve til meg");
        page.Text.ShouldContain("En prøve er på vei til deg.");
        await app.RoundAsync();
        (await browser.OpenAsync("/e-post")).Text.ShouldContain("Lagt som fil 1");
        using var employee = app.As(await app.EmployeeAsync());
        (await employee.OpenAsync("/e-post")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<bool> IsOnAsync(AppUnderTest app, Guid person) =>
        await app.InStorageAsync(storage =>
            storage
                .MessageChoices.Where(row => row.PersonId == person)
                .Select(row => (bool?)row.AsMail)
                .FirstOrDefaultAsync()
        )
            is not false;
}
