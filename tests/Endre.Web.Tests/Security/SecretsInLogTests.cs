using System.Net.Http.Headers;
using System.Net.Http.Json;
using Endre.Testing;
using Endre.Testing.Rights;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Security;

/// <summary>
/// A secret in every place a request has one, at every act there is, with the most talkative log: none of them is in it.
/// A new route is tried by itself.
/// </summary>
public sealed class SecretsInLogTests
{
    private const string Mark = "hemmelig7f3a";

    private static readonly string[] Fields =
    [
        "email",
        "password",
        "newPassword",
        "oldPassword",
        "currentPassword",
        "name",
        "text",
        "title",
        "reason",
        "code",
        "credential",
        "person",
        "returnTo",
        "ticket",
        "who",
        "secret",
        "token",
        "claimCode",
    ];

    [Fact]
    public async Task Nothing_that_was_sent_in_any_field_is_in_the_log()
    {
        await using var app = await AppUnderTest.StartAsync(
            "--log-level",
            "Trace",
            "--demo",
            "--metrics-token",
            $"{Mark}-metrics-token"
        );
        var administrator = await app.AdministratorAsync($"Ada {Mark}");
        using var browser = app.As(administrator);
        var page = await browser.OpenAsync("/min-side");
        foreach (var act in Act.Of(app.Services.GetRequiredService<EndpointDataSource>()))
            await SayAsync(app, browser, page, act);
        app.Log.All.ShouldNotBeEmpty();
        string[] secrets =
        [
            Mark,
            administrator.Email,
            administrator.Token,
            administrator.SignInCookie.Value[..40],
            TestPerson.Password,
            "192.0.2.77",
        ];
        app.Log.All.Where(line => secrets.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)))
            .Select(line => line[..Math.Min(400, line.Length)])
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sign_in_leaves_neither_who_nor_with_what_nor_from_where()
    {
        await using var app = await AppUnderTest.StartAsync("--log-level", "Trace");
        var person = await app.EmployeeAsync("Mari Stille");
        using var browser = app.Browser();
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.77");
        var page = await browser.OpenAsync("/logg-inn");
        await browser.PostAsync(page, "/logg-inn", ("email", person.Email), ("password", "feil og hemmelig"));
        await browser.PostAsync(page, "/logg-inn", ("email", person.Email), ("password", TestPerson.Password));
        using var administrator = app.As(await app.AdministratorAsync());
        page = await administrator.OpenAsync("/personer/inviter");
        page = await page.Fill("Navn", "Ny Stille").Fill("E-post", "ny.stille@example.no").PressAsync("Lag invitasjon");
        var link = page.Document.Source.Text.Split("/invitasjon/")[1].Split('"', '<')[0];
        using var guest = app.Browser();
        page = await guest.OpenAsync($"/invitasjon/{link}");
        await page.Fill("Velg et passord", "blåbær på tirsdag").PressAsync("Lagre passord og gå inn");
        var log = string.Join('\n', app.Log.All);
        foreach (
            var secret in new[]
            {
                person.Email,
                "feil og hemmelig",
                TestPerson.Password,
                "192.0.2.77",
                link,
                "ny.stille",
                "blåbær",
                "Stille",
            }
        )
            log.ShouldNotContain(secret);
    }

    [Fact]
    public async Task The_settings_secrets_are_not_in_the_log_either()
    {
        await using var app = await AppUnderTest.StartAsync(
            "--log-level",
            "Trace",
            "--metrics-token",
            $"{Mark}-metrics-token"
        );
        using var api = app.Api($"{Mark}-metrics-token");
        (await api.GetAsync(new Uri("/metrics", UriKind.Relative))).IsSuccessStatusCode.ShouldBeTrue();
        string.Join('\n', app.Log.All).ShouldNotContain(Mark);
        app.Console.ShouldNotContain(Mark);
    }

    private static async Task SayAsync(AppUnderTest app, TestBrowser browser, TestPage page, Act act)
    {
        var address = act.Endpoint.RoutePattern.Parameters.Aggregate(
            act.Address,
            (path, parameter) =>
                path.Replace(
                    $"{{{parameter.Name}}}",
                    parameter.ParameterPolicies.Count > 0 ? $"{Guid.CreateVersion7()}" : Mark,
                    StringComparison.Ordinal
                )
        );
        address = act.Pattern == "{**path}" ? $"/{Mark}" : address;
        address += $"?returnTo={Mark}&code={Mark}&after={Mark}";
        if (act.IsApi)
        {
            await SayToApiAsync(app, act, address);
            return;
        }
        using var request = new HttpRequestMessage(new HttpMethod(act.Method), address);
        request.Headers.Add("X-Forwarded-For", "192.0.2.77");
        request.Headers.TryAddWithoutValidation("User-Agent", Mark);
        request.Headers.TryAddWithoutValidation("Referer", $"https://{Mark}.example/");
        request.Headers.TryAddWithoutValidation("Last-Event-ID", Mark);
        if (!act.IsRead)
        {
            var token = page.Document.QuerySelector("input[name=__token]")!.GetAttribute("value")!;
            request.Content = new FormUrlEncodedContent([
                new("__token", token),
                .. Fields.Select(field => KeyValuePair.Create(field, $"{Mark} {field}")),
            ]);
        }
        // Signing out would end what is to be tried: the cookie is a copy, and the account stays.
        using var answer = await browser.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static async Task SayToApiAsync(AppUnderTest app, Act act, string address)
    {
        foreach (var token in new[] { $"ea_{Mark}", $"ep_{Mark}", Mark })
        {
            using var api = app.Api();
            using var request = new HttpRequestMessage(new HttpMethod(act.Method), address);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            if (!act.IsRead)
                request.Content = JsonContent.Create(Fields.ToDictionary(field => field, field => $"{Mark} {field}"));
            using var answer = await api.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        }
    }
}
