using System.Diagnostics;
using System.Net;
using Endre.Storage.Audit;
using Endre.Testing;
using Endre.Web.Features.Audit.SealAudit;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Audit;

public sealed class ShowAuditLogTests
{
    private const string Log = "/sporingslogg";

    [Theory, EachDatabase]
    public async Task What_an_administrator_does_is_read_by_the_security_reader(DatabaseKind database)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = database });
        using var ada = app.As(await app.AdministratorAsync("Ada Styrer"));
        var form = await ada.OpenAsync("/personer/inviter");
        await form.Fill("Navn", "Pål Ny").Fill("E-post", "pål@fjordvik.no").PressAsync("Lag invitasjon");
        await SealedAsync(app, 1);

        using var tor = app.As(await app.PersonAsync("Tor Leser", "security-reader"));
        var page = await tor.OpenAsync(Log);
        page.Heading.ShouldBe("Sporingslogg");
        page.Text.ShouldContain("Loggen er hel");
        page.Text.ShouldContain("Forseglede handlinger: 1. Ingen av dem er endret.");
        page.Text.ShouldContain("Ada Styrer");
        page.Text.ShouldContain("Inviterte en person");
        page.Text.ShouldContain("Pål Ny");
        page.Text.ShouldContain("Fikk: prosessleder", Case.Insensitive);
    }

    [Fact]
    public async Task An_entry_is_told_in_words_and_names_and_not_in_codes_and_numbers()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var ada = app.As(await app.AdministratorAsync("Ada Styrer"));
        var kari = await app.EmployeeAsync("Kari Slutter");
        var frode = await app.EmployeeAsync("Frode Overtar");
        var keys = await ada.OpenAsync("/personer/automatisk");
        await keys.Fill("Navn", "Entra ID").PressAsync("Lag nøkkel");
        var page = await ada.OpenAsync("/enheter/ny");
        page = await page.Fill("Navn", "Kaia").PressAsync("Opprett");
        await ada.PostAsync(page, $"/personer/{kari.Id}/slutter", ("successorId", $"{frode.Id}"));

        using var tor = app.As(await app.PersonAsync("Tor Leser", "security-reader"));
        var log = await tor.OpenAsync(Log);
        // They stand there before they are sealed; it does not say that nothing was done.
        log.Text.ShouldContain("blir forseglet innen ett minutt");
        log.Text.ShouldNotContain("Ingen administrator har gjort noe");
        var rows = log.Document.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        rows.ShouldContain(row =>
            row.Contains("Laget nøkkel") && row.Contains("Entra ID") && row.Contains("Måneder: 12")
        );
        rows.ShouldContain(row => row.Contains("Kaia") && row.Contains("Hva: opprettet"));
        rows.ShouldContain(row => row.Contains("Kari Slutter") && row.Contains("Avsluttet tilgangen"));
        log.Document.QuerySelector("tbody")!.TextContent.ShouldNotMatch("[0-9a-f]{8}-[0-9a-f]{4}-");
    }

    [Fact]
    public async Task Nobody_but_the_security_reader_may_read_it()
    {
        await using var app = await AppUnderTest.StartAsync();
        foreach (var role in new[] { "administrator", "facilitator", "leader", "employee" })
        {
            using var person = app.As(await app.PersonAsync($"Kim {role}", role));
            (await person.OpenAsync(Log)).Status.ShouldBe(HttpStatusCode.Forbidden, role);
            (await person.OpenAsync($"{Log}/alt.csv")).Status.ShouldBe(HttpStatusCode.Forbidden, role);
        }
        using var stranger = app.Browser();
        (await stranger.OpenAsync(Log)).Heading.ShouldBe("Logg inn");
    }

    [Fact]
    public async Task A_log_that_somebody_changed_says_where()
    {
        await using var app = await AppUnderTest.StartAsync();
        await RecordAsync(app, 3);
        await SealedAsync(app, 3);
        await app.InStorageAsync(async storage =>
        {
            await storage.Database.ExecuteSqlRawAsync("DROP TRIGGER audit_entries_no_update");
            return await storage.Database.ExecuteSqlRawAsync("UPDATE audit_entries SET act = 'X' WHERE act = 'Act2'");
        });
        using var tor = app.As(await app.PersonAsync("Tor Leser", "security-reader"));
        var page = await tor.OpenAsync(Log);
        page.Text.ShouldContain("Seglet nummer 2 stemmer ikke: handlingen eller seglet er endret.");
        page.Text.ShouldNotContain("Loggen er hel");
    }

    [Fact]
    public async Task A_seal_that_was_written_down_is_checked()
    {
        await using var app = await AppUnderTest.StartAsync();
        await RecordAsync(app, 2);
        await SealedAsync(app, 2);
        var hash = await app.InStorageAsync(storage => storage.AuditSeals.Where(s => s.Number == 1).SingleAsync());
        var code = AuditChain.Code(hash.Hash);
        using var tor = app.As(await app.PersonAsync("Tor Leser", "security-reader"));
        (await tor.OpenAsync($"{Log}?segl=1&kode={code.ToLowerInvariant()}")).Text.ShouldContain("er det samme som du");
        (await tor.OpenAsync($"{Log}?segl=2&kode={code}")).Text.ShouldContain("er ikke det samme som du skrev ned");
        (await tor.OpenAsync($"{Log}?segl=99&kode={code}")).Text.ShouldContain("er ikke det samme som du skrev ned");
        (await tor.OpenAsync($"{Log}?segl=ett&kode={code}")).Text.ShouldContain("må være et helt tall");
    }

    [Fact]
    public async Task It_is_read_page_by_page_and_act_by_act_and_fetched_whole()
    {
        await using var app = await AppUnderTest.StartAsync();
        await RecordAsync(app, 60);
        await SealedAsync(app, 60);
        using var tor = app.As(await app.PersonAsync("Tor Leser", "security-reader"));
        var first = await tor.OpenAsync(Log);
        first.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(50);
        first.Text.ShouldContain("Side 1 av 2");
        (await first.FollowAsync("Eldre")).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(10);
        (await tor.OpenAsync($"{Log}?handling=Act7")).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        (await tor.OpenAsync($"{Log}?side=9999")).Text.ShouldContain("Side 2 av 2");

        var csv = await tor.Client.GetStringAsync($"{Log}/alt.csv");
        var lines = csv.TrimEnd().Split("\r\n");
        lines.Length.ShouldBe(61);
        lines[0].TrimStart('\uFEFF').ShouldBe("seal;at;id;actor;program;act;subject;subjectId;details;hash");
        lines[1].ShouldMatch("^1;\\d{13};[0-9a-f]{32};;operator;Act1;organization;;.*;[0-9A-F]{64}$");
    }

    [Fact]
    public async Task The_last_seal_is_told_to_the_log_that_leaves_the_machine()
    {
        await using var app = await AppUnderTest.StartAsync();
        await RecordAsync(app, 2);
        await SealedAsync(app, 2);
        app.Log.All.ShouldContain(line => line.Contains("sealed to number", StringComparison.Ordinal));
    }

    private static Task<int> RecordAsync(AppUnderTest app, int count) =>
        app.InStorageAsync(storage =>
        {
            for (var i = 1; i <= count; i++)
            {
                storage.AuditEntries.Add(
                    new AuditEntry
                    {
                        At = app.Time.GetUtcNow().AddSeconds(i),
                        Program = "operator",
                        Act = $"Act{i}",
                        Subject = "organization",
                        Details = "{}",
                    }
                );
            }
            return storage.SaveChangesAsync();
        });

    private static async Task SealedAsync(AppUnderTest app, int number)
    {
        var patience = Stopwatch.StartNew();
        while (await app.InStorageAsync(storage => storage.AuditSeals.CountAsync()) < number)
        {
            patience.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
            app.Time.Advance(SealAudit.Rest);
            await Task.Delay(10);
        }
    }
}
