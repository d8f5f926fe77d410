using System.Net;
using System.Text.RegularExpressions;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Administration;

public sealed partial class FirstAdministratorTests
{
    [Fact]
    public async Task The_link_on_the_console_makes_the_first_administrator_once()
    {
        await using var app = await AppUnderTest.StartAsync();
        var link = Link(app);
        app.Log.All.ShouldContain(line => line.Contains("no administrator yet", StringComparison.Ordinal));
        app.Log.All.ShouldNotContain(line => line.Contains(link, StringComparison.Ordinal));

        using var browser = app.Browser();
        var page = await browser.OpenAsync(link);
        page = await page.Fill("Navn", "Ada Fjell")
            .Fill("E-post", "ada@fjordvik.no")
            .Fill("Velg et passord", "blåbær på tirsdag")
            .PressAsync("Lag administrator");
        page.Path.ShouldBe("/min-side");
        page.Text.ShouldContain("Administrator");
        (await browser.OpenAsync("/personer")).Text.ShouldContain("Ada Fjell");

        using var stranger = app.Browser();
        var again = await stranger.OpenAsync(link);
        again.Status.ShouldBe(HttpStatusCode.NotFound);
        again.Heading.ShouldBe("Lenken virker ikke lenger");
    }

    [Fact]
    public async Task The_link_expires_after_a_day_and_the_next_start_gives_a_new_one()
    {
        using var data = new TemporaryFolder();
        var now = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
        string first;
        await using (var app = await AppUnderTest.StartAsync(new AppSetup { Data = data, Now = now }))
        {
            first = Link(app);
            app.Time.Advance(TimeSpan.FromHours(24));
            using var browser = app.Browser();
            (await browser.OpenAsync(first)).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        await using var later = await AppUnderTest.StartAsync(new AppSetup { Data = data, Now = now.AddDays(2) });
        Link(later).ShouldNotBe(first);
        using var newcomer = later.Browser();
        (await newcomer.OpenAsync(Link(later))).Status.ShouldBe(HttpStatusCode.OK);
        (await later.InStorageAsync(context => context.FirstAdministratorLinks.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Only_the_hash_of_the_link_is_stored()
    {
        await using var app = await AppUnderTest.StartAsync();
        var secret = Link(app).Split('/')[^1];
        var stored = await app.InStorageAsync(context => context.FirstAdministratorLinks.SingleAsync());
        stored.Hash.Length.ShouldBe(32);
        System.Text.Encoding.UTF8.GetString(stored.Hash).ShouldNotContain(secret);
    }

    [Theory]
    [InlineData("kort", "Passordet må ha minst 15 tegn.")]
    [InlineData("Passord12345678", "Passordet er lett å gjette")]
    [InlineData("Ada Fjell 20262027", "Passordet er lett å gjette")]
    public async Task A_weak_password_is_refused_with_the_reason_and_uses_up_nothing(string password, string reason)
    {
        await using var app = await AppUnderTest.StartAsync();
        using var browser = app.Browser();
        var page = await browser.OpenAsync(Link(app));
        page = await page.Fill("Navn", "Ada Fjell")
            .Fill("E-post", "ada@fjordvik.no")
            .Fill("Velg et passord", password)
            .PressAsync("Lag administrator");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.Single().ShouldStartWith(reason);
        page.ValueOf("Navn").ShouldBe("Ada Fjell");

        page = await page.Fill("Velg et passord", "blåbær på tirsdag").PressAsync("Lag administrator");
        page.Path.ShouldBe("/min-side");
    }

    [Fact]
    public async Task An_empty_form_says_what_is_missing_at_each_field()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var browser = app.Browser();
        var page = await (await browser.OpenAsync(Link(app))).PressAsync("Lag administrator");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldBe(["Skriv et navn.", "Skriv en e-postadresse, for eksempel kari@kommune.no."]);
    }

    [Fact]
    public async Task No_link_is_made_when_there_is_an_administrator()
    {
        using var data = new TemporaryFolder();
        await using (var app = await AppUnderTest.StartAsync(new AppSetup { Data = data }))
            await app.AdministratorAsync();
        await using var again = await AppUnderTest.StartAsync(new AppSetup { Data = data });
        again.Console.ShouldNotContain("first administrator");
    }

    [Fact]
    public async Task A_made_up_link_opens_nothing()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var browser = app.Browser();
        (await browser.OpenAsync("/forste-administrator/hemmelig")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/forste-administrator/")]
    [InlineData("/nodinngang/")]
    public async Task Guesses_at_a_link_are_counted_also_when_the_form_is_sent_at_once(string door)
    {
        await using var app = await AppUnderTest.StartAsync();
        using var browser = app.Browser();
        var form = await browser.OpenAsync("/logg-inn");
        for (var guess = 0; guess < 20; guess++)
        {
            var wrong = await browser.PostAsync(form, $"{door}gjett{guess}", ("email", "ada@fjordvik.no"));
            wrong.Status.ShouldBe(HttpStatusCode.NotFound);
        }
        // Whoever guessed so often waits, also with the right one.
        var blocked = await browser.PostAsync(form, Link(app), ("email", "ada@fjordvik.no"));
        blocked.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await browser.PostAsync(form, $"{door}gjett", ("email", "ada@fjordvik.no"))).Status.ShouldBe(
            HttpStatusCode.TooManyRequests
        );
    }

    private static string Link(AppUnderTest app) => LinkLine().Match(app.Console).Groups["link"].Value;

    [GeneratedRegex(@"^first administrator: (?<link>\S+)", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkLine();
}
