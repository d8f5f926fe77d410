using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Endre.Testing;
using Endre.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Hosting;

public sealed class ErrorTests(BrokenApp shared) : IClassFixture<BrokenApp>
{
    [Theory]
    [InlineData("nb", "Vi finner ikke siden")]
    [InlineData("nn", "Vi finn ikkje sida")]
    [InlineData("en", "We cannot find the page")]
    public async Task An_address_that_does_not_exist_gets_a_page_that_helps(string language, string heading)
    {
        using var browser = shared.App.Browser().Speaks(language);
        var page = await browser.OpenAsync("/finnes/ikke");
        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Heading.ShouldBe(heading);
        page.Language.ShouldBe(language);
        page.Links.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task The_api_answers_with_a_problem_in_the_language_of_the_request()
    {
        using var client = shared.App.Api();
        client.DefaultRequestHeaders.Add("Accept-Language", "nn");
        var answer = await client.GetAsync("/api/v1/finst-ikkje");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("title").GetString().ShouldBe("Vi finn ikkje sida");
        problem.GetProperty("status").GetInt32().ShouldBe(404);
    }

    [Fact]
    public async Task Whoever_accepts_json_only_gets_a_problem_from_pages_too()
    {
        using var client = shared.App.Api();
        client.DefaultRequestHeaders.Add("Accept", "application/json");
        var answer = await client.GetAsync("/min-side");
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task A_form_that_has_been_open_too_long_says_that_nothing_was_saved()
    {
        using var browser = shared.App.Browser();
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("language", "nn")]);
        var answer = await browser.Client.PostAsync("/sprak", content);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Siden har stått åpen for lenge");
    }

    [Fact]
    public async Task A_fault_of_ours_gets_a_reference_that_stands_in_the_log()
    {
        using var browser = shared.App.Browser();
        var page = await browser.OpenAsync("/feil/uventet");
        page.Status.ShouldBe(HttpStatusCode.InternalServerError);
        page.HasLink("Prøv igjen").ShouldBeTrue();
        var reference = page.Document.QuerySelector("main code")!.TextContent;
        shared.App.Log.All.ShouldContain(line =>
            line.Contains($"Fault {reference} at /feil/uventet", StringComparison.Ordinal)
        );
        page.Text.ShouldNotContain("InvalidOperationException");
    }

    [Theory]
    [InlineData(13)] // full
    [InlineData(5)] // busy
    [InlineData(14)] // cannot open
    public async Task A_storage_that_does_not_answer_says_that_nothing_was_saved(int code)
    {
        using var browser = shared.App.Browser();
        var page = await browser.OpenAsync($"/feil/lager/{code}");
        page.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        page.Heading.ShouldBe("Vi får ikke lagret akkurat nå");
        page.Answer.Headers.RetryAfter.ShouldNotBeNull();
        using var api = shared.App.Api();
        api.DefaultRequestHeaders.Add("Accept", "application/json");
        (await api.GetAsync($"/feil/lager/{code}")).Content.Headers.ContentType!.MediaType.ShouldBe(
            "application/problem+json"
        );
    }

    [Fact]
    public async Task More_than_64_KiB_is_too_large()
    {
        using var browser = shared.App.Browser();
        var page = await browser.OpenAsync("/logg-inn");
        page = await browser.PostAsync(page, "/logg-inn", ("email", new string('a', 70_000)));
        page.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        page.Heading.ShouldBe("Det du sendte, er for stort");
    }

    [Theory]
    [InlineData("GET", "/feil/uventet")]
    [InlineData("GET", "/finnes/ikke")]
    [InlineData("GET", "/")]
    [InlineData("POST", "/sprak")]
    [InlineData("GET", "/api/v1/finnes-ikke")]
    public async Task Every_answer_tells_browsers_what_never_to_do(string method, string address)
    {
        using var browser = shared.App.Browser();
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        var answer = await browser.Client.SendAsync(request);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'self'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
        answer.Headers.GetValues("Cross-Origin-Opener-Policy").ShouldBe(["same-origin"]);
        answer.Headers.Contains("Permissions-Policy").ShouldBeTrue();
        answer.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
        answer.Headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public async Task Behind_https_browsers_are_told_to_stay_there_and_cookies_too()
    {
        using var browser = shared.App.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/logg-inn");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "192.0.2.7");
        var answer = await browser.Client.SendAsync(request);
        answer.Headers.GetValues("Strict-Transport-Security").Single().ShouldStartWith("max-age=");
    }

    [Fact]
    public async Task A_page_of_a_signed_in_person_is_not_kept_on_a_shared_computer()
    {
        using var browser = shared.App.As(await shared.App.EmployeeAsync("Mari Delt"));
        (await browser.OpenAsync("/min-side")).Answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        using var stranger = shared.App.Browser();
        (await stranger.OpenAsync("/")).Answer.Headers.CacheControl!.NoStore.ShouldBeFalse();
    }

    [Fact]
    public async Task Another_site_cannot_use_the_cookies_of_a_page_against_the_api()
    {
        using var browser = shared.App.As(await shared.App.FacilitatorAsync("Frode Lurt"));
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/api/v1/prove");
        foreign.Headers.Add("Sec-Fetch-Site", "cross-site");
        (await browser.Client.SendAsync(foreign)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var own = new HttpRequestMessage(HttpMethod.Post, "/api/v1/prove");
        own.Headers.Add("Sec-Fetch-Site", "same-origin");
        (await browser.Client.SendAsync(own)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}

/// <summary>The program with some routes that break.</summary>
public sealed class BrokenApp : IAsyncLifetime
{
    public AppUnderTest App { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        App = await AppUnderTest.StartAsync(
            new AppSetup { Replace = builder => builder.Services.AddSingleton<IStartupFilter, BrokenRoutes>() }
        );

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private sealed class BrokenRoutes : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                next(app);
                app.UseEndpoints(routes =>
                {
                    routes.MapGet("/feil/uventet", Fail).AllowAnonymous();
                    routes.MapGet("/feil/lager/{code:int}", Break).AllowAnonymous();
                    routes.MapApi().MapPost("/prove", () => "ok").AllowAnonymous();
                });
            };

        private static string Fail() => throw new InvalidOperationException("Kari skrev noe hemmelig.");

        private static string Break(int code) => throw new SqliteException("full", code);
    }
}
