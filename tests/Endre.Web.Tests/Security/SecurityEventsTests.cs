using System.Net;
using Endre.Testing;

namespace Endre.Web.Tests.Security;

/// <summary>Whoever watches over the installation can count who is let in and turned away; whom they cannot tell.</summary>
public sealed class SecurityEventsTests
{
    [Fact]
    public async Task What_opens_and_what_stays_shut_is_told_with_where_and_why()
    {
        await using var app = await AppUnderTest.StartAsync("--allowed-hosts", "endre.fjordvik.no");
        var person = await app.EmployeeAsync();
        using var browser = app.Browser();
        var page = await browser.OpenAsync("/logg-inn");
        await browser.PostAsync(page, "/logg-inn", ("email", person.Email), ("password", "feil passord her"));
        await browser.PostAsync(page, "/logg-inn", ("email", person.Email), ("password", TestPerson.Password));
        (await browser.OpenAsync("/personer")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var form = new FormUrlEncodedContent([new("language", "nn")]);
        await browser.Client.PostAsync(new Uri("/sprak", UriKind.Relative), form);
        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/");
        foreign.Headers.Host = "evil.example";
        await browser.Client.SendAsync(foreign);
        using var api = app.Api("ea_ukjent");
        await api.GetAsync(new Uri("/api/v1/workshops", UriKind.Relative));

        var told = app.Log.All.Where(line => line.Contains("Endre.Security", StringComparison.Ordinal)).ToList();
        Told(told, "Not signed in with password: wrong or locked.");
        Told(told, "Signed in with password.");
        Told(told, "Turned away: not allowed, GET /personer.");
        Told(told, "Turned away: form without valid token, POST /sprak.");
        Told(told, "Turned away: host unknown, GET -.");
        Told(told, "Turned away: not signed in, GET /api/v1/workshops/.");
        var all = string.Join('\n', told);
        foreach (
            var secret in new[] { person.Email, person.Name, $"{person.Id}", "127.0.0.1", "evil.example", "ukjent" }
        )
            all.ShouldNotContain(secret);
    }

    [Fact]
    public async Task Too_many_guesses_are_told()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var browser = app.Browser();
        var page = await browser.OpenAsync("/logg-inn");
        for (var guess = 0; guess < 21; guess++)
            await browser.PostAsync(
                page,
                "/logg-inn",
                ("email", $"gjett{guess}@example.no"),
                ("password", "et forsøk")
            );
        Told(app.Log.All, "Turned away: too many requests or guesses, POST /logg-inn.");
    }

    [Fact]
    public async Task A_line_cannot_be_forged_from_outside()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var api = app.Api();
        await api.GetAsync(new Uri("/personer/%0d%0aWarning%20Endre.Security:%20Signed%20in", UriKind.Relative));
        await api.SendAsync(new HttpRequestMessage(new HttpMethod("FORGED"), "/personer"));
        app.Log.All.ShouldNotContain(line => line.Contains("Signed in", StringComparison.Ordinal));
        app.Log.All.ShouldNotContain(line => line.Contains("FORGED\n", StringComparison.Ordinal));
    }

    private static void Told(IEnumerable<string> log, string line) =>
        log.ShouldContain(told => told.Contains(line, StringComparison.Ordinal), line);
}
