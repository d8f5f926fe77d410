using System.Net;
using Endre.Testing;

namespace Endre.Web.Tests.Security;

/// <summary>A sign-in ends by itself: when nobody is there, and at the latest when the shift is over.</summary>
public sealed class SessionEndTests
{
    [Fact]
    public async Task Whoever_does_nothing_for_four_hours_is_signed_out()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var browser = await SignInAsync(app);
        app.Time.Advance(TimeSpan.FromHours(3.9));
        (await StatusAsync(browser)).ShouldBe(HttpStatusCode.OK);
        app.Time.Advance(TimeSpan.FromHours(4.1));
        (await StatusAsync(browser)).ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task Whoever_is_busy_stays_for_twelve_hours_and_no_longer()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var browser = await SignInAsync(app);
        for (var hour = 1; hour <= 11; hour++)
        {
            app.Time.Advance(TimeSpan.FromHours(1));
            (await StatusAsync(browser)).ShouldBe(HttpStatusCode.OK, $"after {hour} hours");
        }

        app.Time.Advance(TimeSpan.FromHours(1.1));
        (await StatusAsync(browser)).ShouldBe(HttpStatusCode.Found);
        browser.Cookies.ShouldNotContain(cookie => cookie.Name == "endre-innlogging");
    }

    [Fact]
    public async Task A_new_language_does_not_begin_the_day_anew()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var browser = await SignInAsync(app);
        for (var hour = 1; hour <= 11; hour++)
        {
            app.Time.Advance(TimeSpan.FromHours(1));
            var page = await browser.OpenAsync("/min-side");
            await browser.PostAsync(page, "/sprak", ("language", hour % 2 == 0 ? "nb" : "nn"));
        }

        app.Time.Advance(TimeSpan.FromHours(1.1));
        (await StatusAsync(browser)).ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_place_may_say_otherwise()
    {
        await using var app = await AppUnderTest.StartAsync("--session-idle-minutes", "30", "--session-hours", "2");
        using var idle = await SignInAsync(app);
        app.Time.Advance(TimeSpan.FromMinutes(31));
        (await StatusAsync(idle)).ShouldBe(HttpStatusCode.Found);

        using var busy = await SignInAsync(app, name: "Mari Travel");
        for (var minutes = 0; minutes < 120; minutes += 20)
        {
            (await StatusAsync(busy)).ShouldBe(HttpStatusCode.OK);
            app.Time.Advance(TimeSpan.FromMinutes(20));
        }
        app.Time.Advance(TimeSpan.FromMinutes(1));
        (await StatusAsync(busy)).ShouldBe(HttpStatusCode.Found);
    }

    private static async Task<TestBrowser> SignInAsync(AppUnderTest app, string name = "Mari Medarbeider")
    {
        var person = await app.EmployeeAsync(name);
        var browser = app.Browser();
        var page = await browser.OpenAsync("/logg-inn");
        await browser.PostAsync(page, "/logg-inn", ("email", person.Email), ("password", TestPerson.Password));
        (await StatusAsync(browser)).ShouldBe(HttpStatusCode.OK);
        return browser;
    }

    private static async Task<HttpStatusCode> StatusAsync(TestBrowser browser)
    {
        using var answer = await browser.Client.GetAsync(new Uri("/min-side", UriKind.Relative));
        return answer.StatusCode;
    }
}
