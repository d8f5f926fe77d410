using System.Net;
using Endre.Testing;
using Endre.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Security;

/// <summary>Nobody makes Endre hand out links to a place of theirs by saying that they came there.</summary>
public sealed class HostNamesTests
{
    [Theory]
    [InlineData("--public-address", "https://endre.fjordvik.no", "endre.fjordvik.no")]
    [InlineData("--public-address", "https://endre.fjordvik.no", "ENDRE.fjordvik.no")]
    [InlineData("--public-address", "https://endre.fjordvik.no", "localhost")]
    [InlineData("--allowed-hosts", "endre.fjordvik.no,*.kommune.no", "endre.fjordvik.no:8443")]
    [InlineData("--allowed-hosts", "endre.fjordvik.no,*.kommune.no", "endre.kommune.no")]
    [InlineData("--allowed-hosts", "10.0.0.7", "10.0.0.7")]
    public async Task A_name_that_is_its_own_is_answered(string setting, string value, string host)
    {
        await using var app = await AppUnderTest.StartAsync(setting, value);
        (await AskAsync(app, "/logg-inn", host)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("--public-address", "https://endre.fjordvik.no", "evil.example")]
    [InlineData("--public-address", "https://endre.fjordvik.no", "endre.fjordvik.no.evil.example")]
    [InlineData("--allowed-hosts", "endre.fjordvik.no,*.kommune.no", "kommune.no")]
    [InlineData("--allowed-hosts", "endre.fjordvik.no,*.kommune.no", "evilkommune.no")]
    [InlineData("--allowed-hosts", "endre.fjordvik.no", "192.0.2.8")]
    public async Task Another_name_is_refused_in_words(string setting, string value, string host)
    {
        await using var app = await AppUnderTest.StartAsync(setting, value);
        var (status, body) = await AskAsync(app, "/logg-inn", host);
        status.ShouldBe(HttpStatusCode.BadRequest);
        body.ShouldContain("Denne adressen er ikke satt opp");
        body.ShouldNotContain(host);
        // Who watches the machines asks each by its number.
        (await AskAsync(app, "/healthz/ready", host)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_forwarded_name_is_believed_of_a_proxy_only()
    {
        await using var app = await AppUnderTest.StartAsync("--public-address", "https://endre.fjordvik.no");
        (await AskAsync(app, "/logg-inn", "endre.fjordvik.no", "evil.example")).Status.ShouldBe(
            HttpStatusCode.BadRequest,
            "This machine is a proxy that is believed, and its name is checked like any other."
        );
        await using var open = await AppUnderTest.StartAsync(
            new AppSetup { Replace = builder => TrustNobody(builder.Services) }
        );
        var workshop = await open.WorkshopAsync();
        using var leader = open.As(workshop.Facilitator);
        leader.Client.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");
        leader.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        (await leader.OpenAsync($"{workshop.Page}/styr")).Document.Source.Text.ShouldNotContain("evil.example");
    }

    [Fact]
    public async Task A_link_that_is_passed_on_never_follows_the_name_of_the_request()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var browser = app.As(await app.AdministratorAsync());
        browser.Client.DefaultRequestHeaders.Host = "evil.example";
        var page = await browser.OpenAsync("/personer/inviter");
        page = await page.Fill("Navn", "Kari Ny").Fill("E-post", "kari.ny@example.no").PressAsync("Lag invitasjon");
        page.Document.Source.Text.ShouldContain("/invitasjon/");
        page.Document.Source.Text.ShouldNotContain("evil.example");
    }

    [Fact]
    public void A_name_that_is_none_is_told_when_the_program_starts()
    {
        var fault = Should.Throw<SettingsFault>(() =>
            SettingsReader.Read(
                ["--allowed-hosts", "https://endre.no,endre.no:443"],
                new Dictionary<string, string>(),
                Path.GetTempPath()
            )
        );
        fault.Lines.Count.ShouldBe(2);
        fault.Lines[0].ShouldContain("--allowed-hosts");
    }

    private static void TrustNobody(IServiceCollection services) =>
        services.PostConfigure<ForwardedHeadersOptions>(options =>
        {
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Add(IPAddress.Parse("192.0.2.1"));
        });

    private static async Task<(HttpStatusCode Status, string Body)> AskAsync(
        AppUnderTest app,
        string path,
        string host,
        string? forwarded = null
    )
    {
        using var client = app.Api();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = host;
        request.Headers.Accept.ParseAdd("text/html");
        request.Headers.AcceptLanguage.ParseAdd("nb");
        if (forwarded is not null)
            request.Headers.Add("X-Forwarded-Host", forwarded);
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
