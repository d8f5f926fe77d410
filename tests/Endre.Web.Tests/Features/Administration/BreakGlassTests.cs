using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Endre.Storage.Access;
using Endre.Testing;
using Endre.Web.Features.Administration.BreakGlass;
using Endre.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Administration;

/// <summary>Nobody can sign in, and whoever has the server makes an administrator, while Endre runs.</summary>
public sealed partial class BreakGlassTests : IAsyncLifetime
{
    private const string Button = "Bli administrator";
    private AppUnderTest _app = null!;

    public async ValueTask InitializeAsync() =>
        _app = await AppUnderTest.StartAsync(new AppSetup { Now = TimeProvider.System.GetUtcNow() });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_link_makes_a_new_administrator_once()
    {
        var link = await MakeLinkAsync();
        using var browser = _app.Browser();
        var page = await browser.OpenAsync(link);
        page.Heading.ShouldBe("Nødinngang for administrator");
        page = await page.Fill("E-post", "drift@fjordvik.no")
            .Fill("Velg et passord", "blåbær på tirsdag")
            .PressAsync(Button);
        page.Path.ShouldBe("/personer");
        page.Text.ShouldContain("drift@fjordvik.no");
        _app.Log.All.ShouldContain(line => line.Contains("A break-glass link was used", StringComparison.Ordinal));
        _app.Log.All.ShouldNotContain(line => line.Contains("drift@", StringComparison.Ordinal));

        using var again = _app.Browser();
        var gone = await again.OpenAsync(link);
        gone.Status.ShouldBe(HttpStatusCode.NotFound);
        gone.Heading.ShouldBe("Lenken virker ikke lenger");
    }

    [Fact]
    public async Task A_locked_person_is_opened_gets_a_new_password_and_everybody_else_with_the_old_one_is_out()
    {
        var kari = await _app.EmployeeAsync("Kari Låst");
        using var elsewhere = _app.As(kari);
        await _app.InStorageAsync(context =>
            context
                .Users.Where(person => person.Id == kari.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.LockoutEnd, DateTimeOffset.MaxValue))
        );
        using var browser = _app.Browser();
        var page = await browser.OpenAsync(await MakeLinkAsync());
        page = await page.Fill("E-post", kari.Email).Fill("Velg et passord", "blåbær på tirsdag").PressAsync(Button);
        page.Path.ShouldBe("/personer");
        _app.Time.Advance(TimeSpan.FromMinutes(2));
        (await elsewhere.OpenAsync("/min-side")).Heading.ShouldBe("Logg inn");
        using var later = _app.Browser();
        page = await later.OpenAsync("/logg-inn");
        page = await page.Fill("E-post", kari.Email).Fill("Passord", "blåbær på tirsdag").PressAsync("Logg inn");
        page.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_cannot_be_used_is_said_at_its_field_and_uses_up_nothing()
    {
        using var browser = _app.Browser();
        var page = await browser.OpenAsync(await MakeLinkAsync());
        page = await page.Fill("E-post", "drift").Fill("Velg et passord", "blåbær på tirsdag").PressAsync(Button);
        page.Messages.ShouldBe(["Skriv en e-postadresse, for eksempel kari@kommune.no."]);
        page = await page.Fill("E-post", "drift@fjordvik.no").Fill("Velg et passord", "kort").PressAsync(Button);
        page.Messages.ShouldBe(["Passordet må ha minst 15 tegn."]);
        page = await page.Fill("Velg et passord", "blåbær på tirsdag").PressAsync(Button);
        page.Path.ShouldBe("/personer");
    }

    [Fact]
    public async Task Who_has_left_is_not_brought_back()
    {
        var kari = await _app.EmployeeAsync("Kari Sluttet");
        var now = _app.Time.GetUtcNow();
        await _app.InStorageAsync(context =>
            context.Users.ExecuteUpdateAsync(set => set.SetProperty(person => person.DeactivatedAt, now))
        );
        using var browser = _app.Browser();
        var page = await browser.OpenAsync(await MakeLinkAsync());
        page = await page.Fill("E-post", kari.Email).Fill("Velg et passord", "blåbær på tirsdag").PressAsync(Button);
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.Single().ShouldStartWith("Denne personen er deaktivert");
    }

    [Fact]
    public async Task The_link_opens_for_half_an_hour_and_a_new_one_closes_it()
    {
        using var browser = _app.Browser();
        var first = await MakeLinkAsync();
        var second = await MakeLinkAsync();
        (await browser.OpenAsync(first)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.OpenAsync(second)).Status.ShouldBe(HttpStatusCode.OK);
        _app.Time.Advance(TimeSpan.FromMinutes(31));
        (await browser.OpenAsync(second)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_the_hash_of_the_link_is_stored()
    {
        var link = await MakeLinkAsync();
        var stored = await _app.InStorageAsync(context => context.OneTimeLinks.SingleAsync());
        stored.Purpose.ShouldBe(OneTimeLinkPurpose.BreakGlass);
        stored.Hash.Length.ShouldBe(32);
        Encoding.UTF8.GetString(stored.Hash).ShouldNotContain(link.Split('/')[^1]);
    }

    [Fact]
    public async Task An_invitation_opens_no_emergency_door()
    {
        var kari = await _app.EmployeeAsync("Kari Vanlig");
        using var ada = _app.As(await _app.AdministratorAsync());
        var link = (await (await ada.OpenAsync($"/personer/{kari.Id}")).PressAsync("Lag ny lenke")).ValueOf(
            "Engangslenke"
        );
        using var browser = _app.Browser();
        (await browser.OpenAsync($"/nodinngang/{link.Split('/')[^1]}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Without_a_database_the_command_says_what_to_do_and_makes_none()
    {
        using var folder = new TemporaryFolder();
        var run = () => BreakGlassCommand.RunAsync(SettingsReader.Read(["--data", folder.Path]), TextWriter.Null);
        (await run.ShouldThrowAsync<SettingsFault>()).Message.ShouldContain("start Endre once before it");
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty();
        (await Program.Main(["break-glass", "--data", folder.Path])).ShouldBe(2);
    }

    [Fact]
    public async Task The_link_leads_to_the_address_that_people_use()
    {
        (await MakeLinkAsync("--public-address", "https://endre.fjordvik.no")).ShouldStartWith(
            "https://endre.fjordvik.no/nodinngang/"
        );
        (await MakeLinkAsync("--urls", "http://0.0.0.0:5099")).ShouldStartWith("http://localhost:5099/nodinngang/");
    }

    // As on the server: another process, the same settings.
    private async Task<string> MakeLinkAsync(params string[] settings)
    {
        await using var console = new StringWriter();
        string[] own = settings.Length > 0 ? settings : ["--urls", _app.Address.ToString()];
        await BreakGlassCommand.RunAsync(SettingsReader.Read(["--data", _app.DataFolder, .. own]), console);
        return Line().Match(console.ToString()).Groups["link"].Value;
    }

    [GeneratedRegex(@"^break-glass: (?<link>\S+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}
