using Endre.Testing;

namespace Endre.Web.Tests.Features.SignIn;

/// <summary>How long somebody stays signed in.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private AppUnderTest _app = null!;

    public async ValueTask InitializeAsync() =>
        _app = await AppUnderTest.StartAsync(new AppSetup { Now = TimeProvider.System.GetUtcNow() });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_session_without_remembering_ends_after_four_hours_of_nothing()
    {
        using var browser = await SignInAsync(await _app.EmployeeAsync(), remembers: false);
        // No date: it ends with the browser too.
        browser.Cookies.Single(IsSession).Expires.ShouldBe(default);
        _app.Time.Advance(TimeSpan.FromHours(3.5));
        await ShouldBeInAsync(browser);
        _app.Time.Advance(TimeSpan.FromHours(3.5));
        await ShouldBeInAsync(browser);
        _app.Time.Advance(TimeSpan.FromHours(4.1));
        await ShouldBeOutAsync(browser);
    }

    [Fact]
    public async Task A_remembered_session_lasts_two_weeks_of_nothing_and_thirty_days_at_most()
    {
        var mari = await _app.EmployeeAsync();
        using var idle = await SignInAsync(mari, remembers: true);
        using var busy = await SignInAsync(mari, remembers: true);
        for (var day = 1; day < 30; day++)
        {
            _app.Time.Advance(TimeSpan.FromDays(1));
            await ShouldBeInAsync(busy);
        }

        await ShouldBeOutAsync(idle);
        _app.Time.Advance(TimeSpan.FromDays(1));
        await ShouldBeOutAsync(busy);
    }

    [Theory]
    [InlineData("administrator")]
    [InlineData("security-reader")]
    public async Task Whoever_decides_over_others_signs_in_every_working_day(string role)
    {
        using var browser = await SignInAsync(await _app.PersonAsync("Ada Makt", role), remembers: true);
        _app.Time.Advance(TimeSpan.FromHours(11));
        await ShouldBeInAsync(browser);
        _app.Time.Advance(TimeSpan.FromHours(1));
        await ShouldBeOutAsync(browser);
    }

    [Fact]
    public async Task A_new_name_does_not_make_the_session_longer()
    {
        using var browser = await SignInAsync(await _app.AdministratorAsync(), remembers: false);
        for (var hour = 1; hour <= 11; hour++)
        {
            _app.Time.Advance(TimeSpan.FromHours(1));
            await ShouldBeInAsync(browser);
        }
        await (await browser.OpenAsync("/min-side")).Fill("Navn som andre ser", "Ada Ny").PressAsync("Lagre navn");
        _app.Time.Advance(TimeSpan.FromHours(1));
        await ShouldBeOutAsync(browser);
    }

    [Fact]
    public async Task My_page_says_when_it_ends()
    {
        await using var app = await AppUnderTest.StartAsync();
        var ada = await app.EmployeeAsync();
        using var browser = app.Browser();
        var page = await browser.OpenAsync("/logg-inn?returnTo=/min-side");
        page = await browser.PostAsync(
            page,
            "/logg-inn",
            ("email", ada.Email),
            ("password", TestPerson.Password),
            ("returnTo", "/min-side")
        );
        // The clock of the test stands at 2 March 2026, 09:00 in Norway, and the cookie of that day is gone in ours.
        page.Answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/min-side");
        page.Text.ShouldContain("er du logget inn til 2. mars 2026 kl. 13:00");
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_this_session_at_once_and_the_others_within_a_minute()
    {
        var kari = await _app.EmployeeAsync("Kari Mistet");
        using var phone = await SignInAsync(kari, remembers: true);
        using var laptop = await SignInAsync(kari, remembers: false);
        var page = await (await laptop.OpenAsync("/min-side")).PressAsync("Logg ut overalt");
        page.Heading.ShouldBe("Du er logget ut");
        await ShouldBeOutAsync(laptop);
        _app.Time.Advance(TimeSpan.FromMinutes(2));
        await ShouldBeOutAsync(phone);
    }

    private async Task<TestBrowser> SignInAsync(TestPerson person, bool remembers)
    {
        var browser = _app.Browser();
        var page = await browser.OpenAsync("/logg-inn");
        if (remembers)
            page.Tick("Husk meg på denne enheten i to uker");
        await page.Fill("E-post", person.Email).Fill("Passord", TestPerson.Password).PressAsync("Logg inn");
        await ShouldBeInAsync(browser);
        return browser;
    }

    private static bool IsSession(System.Net.Cookie cookie) =>
        cookie.Name.StartsWith("endre-innlogging", StringComparison.Ordinal);

    private static async Task ShouldBeInAsync(TestBrowser browser) =>
        (await browser.OpenAsync("/min-side")).Heading.ShouldBe("Min side");

    private static async Task ShouldBeOutAsync(TestBrowser browser) =>
        (await browser.OpenAsync("/min-side")).Heading.ShouldBe("Logg inn");
}
