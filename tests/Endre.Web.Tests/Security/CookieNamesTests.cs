using System.Net;
using Endre.Testing;

namespace Endre.Web.Tests.Security;

/// <summary>Behind https a cookie is bound to this host, and one that somebody else has put there is none.</summary>
public sealed class CookieNamesTests(SharedApp shared) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task Behind_https_every_cookie_is_for_this_host_and_https_only()
    {
        var cookies = await CookiesOfAsync("/logg-inn", "https");
        cookies.ShouldNotBeEmpty();
        foreach (var cookie in cookies)
        {
            cookie.ShouldStartWith("__Host-endre-");
            cookie.ShouldContain("; secure", Case.Insensitive);
            cookie.ShouldContain("; path=/", Case.Insensitive);
            cookie.ShouldContain("; httponly", Case.Insensitive);
            cookie.ShouldContain("; samesite=lax", Case.Insensitive);
            cookie.ShouldNotContain("domain", Case.Insensitive);
        }
    }

    [Fact]
    public async Task In_a_hall_without_certificate_they_keep_their_short_names()
    {
        var cookies = await CookiesOfAsync("/logg-inn", "http");
        cookies.ShouldNotBeEmpty();
        cookies.ShouldAllBe(cookie => cookie.StartsWith("endre-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_name_with_prefix_signs_in_and_the_name_without_does_not()
    {
        var person = await shared.App.EmployeeAsync("Mari Prefiks");
        var value = person.SignInCookie.Value;
        (await StatusAsync("https", $"__Host-endre-innlogging={value}")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync("https", $"annet=1; __Host-endre-innlogging={value}; mer=2")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync("https", $"endre-innlogging={value}")).ShouldBe(HttpStatusCode.Found);
        (await StatusAsync("http", $"endre-innlogging={value}")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync("http", $"__Host-endre-innlogging={value}")).ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_form_is_taken_behind_https_with_the_cookies_it_was_given()
    {
        using var client = Client("https");
        using var first = await client.GetAsync(new Uri("/logg-inn", UriKind.Relative));
        var page = await first.Content.ReadAsStringAsync();
        var start = page.IndexOf("name=\"__token\"", StringComparison.Ordinal);
        var token = page[start..].Split("value=\"")[1].Split('"')[0];
        var cookie = first.Headers.GetValues("Set-Cookie").Single(c => c.Contains("skjema", StringComparison.Ordinal));
        using var form = new HttpRequestMessage(HttpMethod.Post, "/sprak");
        form.Headers.Add("Cookie", cookie.Split(';')[0]);
        form.Content = new FormUrlEncodedContent([new("language", "nn"), new("__token", WebUtility.HtmlDecode(token))]);
        (await client.SendAsync(form)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task The_token_of_a_participant_is_bound_too()
    {
        var workshop = await shared.App.WorkshopAsync();
        using var client = Client("https");
        using var first = await client.GetAsync(new Uri($"/bli-med/{workshop.Code}", UriKind.Relative));
        var page = await first.Content.ReadAsStringAsync();
        var token = page[page.IndexOf("name=\"__token\"", StringComparison.Ordinal)..].Split("value=\"")[1].Split('"')[
            0
        ];
        using var form = new HttpRequestMessage(HttpMethod.Post, $"/bli-med/{workshop.Code}");
        form.Headers.Add("Cookie", first.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        form.Content = new FormUrlEncodedContent([new("__token", WebUtility.HtmlDecode(token)), new("who", "1")]);
        using var joined = await client.SendAsync(form);
        joined.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var kept = joined.Headers.GetValues("Set-Cookie").Single(c => c.Contains("deltaker", StringComparison.Ordinal));
        kept.ShouldStartWith($"__Host-endre-deltaker-{workshop.Id:N}=");
        using var again = new HttpRequestMessage(HttpMethod.Get, workshop.Page);
        again.Headers.Add("Cookie", kept.Split(';')[0]);
        (await client.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<IReadOnlyList<string>> CookiesOfAsync(string path, string scheme)
    {
        using var client = Client(scheme);
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [];
    }

    private async Task<HttpStatusCode> StatusAsync(string scheme, string cookies)
    {
        using var client = Client(scheme);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/min-side");
        request.Headers.Add("Cookie", cookies);
        return (await client.SendAsync(request)).StatusCode;
    }

    private HttpClient Client(string scheme)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = shared.App.Address,
        };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.7");
        return client;
    }
}
