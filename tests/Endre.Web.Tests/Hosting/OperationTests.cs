using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Endre.Testing;
using Endre.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Endre.Web.Tests.Hosting;

/// <summary>What those who run Endre rely on.</summary>
public sealed class OperationTests
{
    [Fact]
    public async Task Health_is_for_everybody_and_says_when_the_database_is_gone()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var client = app.Api();
        (await client.GetStringAsync("/healthz/live")).ShouldBe("live");
        (await client.GetStringAsync("/healthz/ready")).ShouldBe("ready");
    }

    [Fact]
    public async Task A_stopping_node_is_not_ready_and_lets_its_streams_go_before_it_closes()
    {
        await using var app = await AppUnderTest.StartAsync();
        var notice = app.Services.GetRequiredService<ShutdownNotice>();
        notice.IsReady.ShouldBeTrue();
        var ended = new TaskCompletionSource();
        notice.Token.Register(ended.SetResult);
        await app.StopAsync();
        ended.Task.IsCompletedSuccessfully.ShouldBeTrue();
        notice.IsReady.ShouldBeFalse();
    }

    [Fact]
    public async Task Metrics_are_read_by_this_machine_and_hold_no_address()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var client = app.Api();
        await client.GetAsync("/logg-inn");
        var text = await client.GetStringAsync("/metrics");
        text.ShouldContain("# TYPE http_server_request_duration_seconds histogram");
        text.ShouldContain(
            "http_server_request_duration_seconds_count{http_request_method=\"GET\",http_response_status_code=\"200\",http_route=\"/logg-inn\"} 1"
        );
        text.ShouldContain("le=\"+Inf\"");
        text.ShouldContain("dotnet_process_memory_working_set");
        text.ShouldNotContain("127.0.0.1");
    }

    [Theory]
    [InlineData("X-Forwarded-For", "192.0.2.7")]
    [InlineData("Via", "1.1 proxy")]
    public async Task Metrics_are_not_shown_to_the_world_through_a_proxy_on_this_machine(string header, string value)
    {
        await using var app = await AppUnderTest.StartAsync("--metrics-token", "en lang hemmelighet");
        using var client = app.Api();
        client.DefaultRequestHeaders.Add(header, value);
        (await client.GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        client.DefaultRequestHeaders.Authorization = new("Bearer", "en lang hemmelighet");
        (await client.GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.OK);
        client.DefaultRequestHeaders.Authorization = new("Bearer", "en annen hemmelighet");
        (await client.GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_log_holds_no_names_addresses_or_what_people_wrote()
    {
        await using var app = await AppUnderTest.StartAsync(
            "--log-level",
            "Trace",
            "--public-address",
            "https://endre.fjordvik.no"
        );
        var kari = await app.AdministratorAsync("Kari Loggfri");
        using var browser = app.Browser();
        var page = await browser.OpenAsync("/logg-inn?returnTo=/min-side");
        page = await page.Fill("E-post", kari.Email).Fill("Passord", "feil hemmelig ord").PressAsync("Logg inn");
        page = await page.Fill("E-post", kari.Email).Fill("Passord", TestPerson.Password).PressAsync("Logg inn");
        await page.Fill("Navn som andre ser", "Kari Nyloggfri").PressAsync("Lagre navn");
        await browser.OpenAsync("/bli-med?code=482913");
        await browser.OpenAsync("/personer/inviter");

        var log = string.Join('\n', app.Log.All);
        foreach (
            var secret in new[]
            {
                "Loggfri",
                "loggfri",
                "Nyloggfri",
                kari.Email,
                "hemmelig ord",
                TestPerson.Password,
                "482913",
                "127.0.0.1",
            }
        )
            log.ShouldNotContain(secret, Case.Sensitive);
    }

    [Fact]
    public async Task The_api_is_described_and_the_pages_are_not()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var client = app.Api();
        using var description = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json"));
        var paths = description.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToList();
        paths.ShouldContain("/api/v1/join");
        paths.ShouldAllBe(path => path.StartsWith("/api/v1/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_console_says_where_to_go()
    {
        await using var app = await AppUnderTest.StartAsync();
        app.Console.ShouldContain($"address: {app.Address.ToString().TrimEnd('/')}");
    }

    [Fact]
    public async Task A_first_start_makes_the_database_without_warning_of_it()
    {
        using var folder = new TemporaryFolder();
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Data = folder });
        app.Log.All.ShouldContain(line => line.Contains("The database is at", StringComparison.Ordinal));
        app.Log.All.Where(line => line.StartsWith("Warning Microsoft", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Listening_for_everybody_shows_the_machines_own_address()
    {
        await using var app = await AppUnderTest.StartAsync("--urls", "http://0.0.0.0:0");
        app.Console.ShouldNotContain("0.0.0.0");
        var address = app.Services.GetRequiredService<ListeningAddress>().ForPeople;
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        client.Connected.ShouldBeTrue();
    }

    [Fact]
    public async Task A_public_address_is_what_people_are_shown()
    {
        await using var app = await AppUnderTest.StartAsync("--public-address", "https://endre.fjordvik.no");
        app.Console.ShouldStartWith("address: https://endre.fjordvik.no");
        app.Console.ShouldContain("first administrator: https://endre.fjordvik.no/forste-administrator/");
    }

    [Fact]
    public async Task Two_programs_do_not_share_a_data_folder()
    {
        await using var app = await AppUnderTest.StartAsync();
        (await Program.Main(["--port", "0", "--data", app.DataFolder])).ShouldBe(2);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_said_in_a_line()
    {
        using var data = new TemporaryFolder();
        var nobody = "Host=127.0.0.1;Port=1;Database=endre;Username=endre;Timeout=1";
        (await Program.Main(["--port", "0", "--data", data.Path, "--database", nobody])).ShouldBe(2);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_in_a_line()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var data = new TemporaryFolder();
        (await Program.Main(["--urls", app.Address.ToString(), "--data", data.Path])).ShouldBe(2);
    }

    [Fact]
    public async Task Where_a_port_is_taken_nothing_else_is_said_to_have_broken()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var log = new LogLines();
        var setup = new AppSetup
        {
            Args = ["--urls", app.Address.ToString()],
            Replace = builder => builder.Logging.AddProvider(log),
        };
        await Should.ThrowAsync<IOException>(() => AppUnderTest.StartAsync(setup));
        log.All.ShouldAllBe(line => !line.Contains("BackgroundService", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/logg-inn", HttpStatusCode.OK)]
    [InlineData("/finnes-ikke", HttpStatusCode.NotFound)]
    public async Task Whoever_only_looks_whether_a_page_is_there_is_told(string address, HttpStatusCode status)
    {
        await using var app = await AppUnderTest.StartAsync();
        using var client = app.Api();
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        var answer = await client.SendAsync(request);
        answer.StatusCode.ShouldBe(status);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_setting_ends_the_program_before_it_touches_anything()
    {
        (await Program.Main(["--port", "hundre"])).ShouldBe(2);
    }
}
