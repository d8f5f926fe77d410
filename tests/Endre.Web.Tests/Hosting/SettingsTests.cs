using System.Collections;
using Endre.Testing;
using Endre.Web.Hosting;

namespace Endre.Web.Tests.Hosting;

public sealed class SettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Nothing_given_is_a_laptop_on_port_5080()
    {
        var settings = Read();
        settings.ListenUrls.ShouldBe("http://localhost:5080");
        settings.Data.ShouldBe(Path.GetFullPath("data"));
        settings.Demo.ShouldBeFalse();
        settings.Database.ShouldBeNull();
    }

    [Fact]
    public void The_command_line_comes_before_the_environment_and_that_before_the_file()
    {
        File.WriteAllText(
            Path.Combine(_folder.Path, "endre.json"),
            """{ "port": 1, "organization": "Fil", "drainSeconds": 3 }"""
        );
        var settings = Read(["--port", "3"], ("ENDRE_PORT", "2"), ("ENDRE_ORGANIZATION", "Miljø"));
        settings.Port.ShouldBe(3);
        settings.Organization.ShouldBe("Miljø");
        settings.Drain.ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Theory]
    [InlineData("--demo")]
    [InlineData("--demo=true")]
    public void A_flag_needs_no_value(string argument)
    {
        Read([argument, "--port", "4"]).Demo.ShouldBeTrue();
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_a_line_each()
    {
        var read = () =>
            Read(["--port", "80000", "--urls", "ftp://x", "--prot", "1", "--time-zone", "Europa/Oslo", "x"]);
        read.ShouldThrow<SettingsFault>()
            .Lines.ShouldBe(
                [
                    "\"x\" is not a setting; settings are written --name value.",
                    "--port must be a whole number from 0 to 65535, not \"80000\".",
                    "--urls must look like http://0.0.0.0:5080, not \"ftp://x\".",
                    "--time-zone must be a time zone such as Europe/Oslo, not \"Europa/Oslo\".",
                    "--prot is no setting of Endre. Did you mean --port?",
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public void A_connection_string_is_never_repeated_because_it_holds_a_password()
    {
        var read = () => Read([], ("ENDRE_DATABASE", "server hemmelig"));
        read.ShouldThrow<SettingsFault>().Message.ShouldNotContain("hemmelig");
    }

    [Fact]
    public void A_variable_that_only_begins_like_ours_does_not_stop_the_start()
    {
        var settings = Read([], ("ENDRE_SOMETHING", "1"));
        settings.Warnings.Single().ShouldBe("ENDRE_SOMETHING is no setting of Endre. See endre --help.");
    }

    [Theory]
    [InlineData("organisation", "endre.json: organisation is no setting of Endre. Did you mean organization?")]
    [InlineData("PublicAdress", "endre.json: PublicAdress is no setting of Endre. Did you mean publicAddress?")]
    [InlineData("metric-tokens", "endre.json: metric-tokens is no setting of Endre. Did you mean metricsToken?")]
    [InlineData("dmeo", "endre.json: dmeo is no setting of Endre. Did you mean demo?")]
    [InlineData("colour", "endre.json: colour is no setting of Endre. See endre --help.")]
    public void An_unknown_name_is_told_with_the_nearest_known_one(string name, string said)
    {
        Write($$"""{ "{{name}}": "x" }""");
        Faults().ShouldBe([said]);
    }

    [Fact]
    public void A_variable_with_a_slip_is_told_with_the_nearest_name_of_a_variable()
    {
        Read([], ("ENDRE_PROXYS", "10.0.0.5"))
            .Warnings.ShouldBe(["ENDRE_PROXYS is no setting of Endre. Did you mean ENDRE_PROXIES?"]);
    }

    [Fact]
    public void Everything_wrong_in_all_three_places_is_said_at_once()
    {
        Write("""{ "port": "mange", "proxies": ["10.0.0.5", "nabo"], "timeZone": { "id": "Oslo" } }""");
        Faults(["--log-level", "Pratsom"], ("ENDRE_METRICS_TOKEN", "kort"), ("ENDRE_DATABASE", "Host=x;Prot=1"))
            .ShouldBe(
                [
                    "endre.json: port must be a whole number from 0 to 65535, not \"mange\".",
                    "endre.json: proxies must be addresses or networks such as 10.0.0.5,10.1.0.0/16, not \"nabo\".",
                    "endre.json: timeZone must be one value, not a list or an object.",
                    "--log-level must be one of Trace, Debug, Information, Warning, Error, Critical, None, not \"Pratsom\".",
                    "ENDRE_METRICS_TOKEN must have at least 16 characters.",
                    "ENDRE_DATABASE must be a PostgreSQL connection string such as "
                        + "Host=localhost;Database=endre;Username=endre;Password=…. Its part number 2 is not understood.",
                ],
                ignoreOrder: true
            );
    }

    [Theory]
    [InlineData("Host=db;Password=hemmelig;ord=x")]
    [InlineData("Host=db;Password='hemmelig")]
    [InlineData("postgresql://endre:hemmelig@db/endre")]
    [InlineData("Database=endre;Password=hemmelig")]
    [InlineData("Host=db;Port=hemmelig")]
    public void Whatever_is_wrong_with_a_connection_string_nothing_of_it_is_repeated(string value)
    {
        var fault = Faults([], ("ENDRE_DATABASE", value)).ShouldHaveSingleItem();
        fault.ShouldStartWith("ENDRE_DATABASE must be a PostgreSQL connection string");
        fault.ShouldNotContain("hemmelig");
    }

    [Fact]
    public void A_token_that_is_too_short_is_not_repeated() =>
        Faults([], ("ENDRE_METRICS_TOKEN", "hemmelig")).Single().ShouldNotContain("hemmelig");

    [Fact]
    public void A_list_is_a_list_in_the_file()
    {
        Write(
            """{ "urls": ["http://127.0.0.1:1", "http://[::1]:2"], "proxies": ["10.0.0.5", "10.1.0.0/16"], "demo": true }"""
        );
        var settings = Read();
        settings.Urls.ShouldBe("http://127.0.0.1:1;http://[::1]:2");
        settings.Proxies.ShouldBe(["10.0.0.5", "10.1.0.0/16"]);
        settings.Demo.ShouldBeTrue();
    }

    [Fact]
    public void A_name_that_stands_twice_in_the_file_is_told()
    {
        Write("""{ "metricsToken": "0123456789abcdef", "metrics-token": "fedcba9876543210" }""");
        Faults().ShouldBe(["endre.json: metrics-token stands there twice."]);
    }

    [Fact]
    public void A_secret_may_lie_in_a_file_of_its_own()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "db"), "Host=db;Database=endre;Password=hemmelig\n");
        Write("""{ "metricsTokenFile": "token" }""");
        File.WriteAllText(Path.Combine(_folder.Path, "token"), "0123456789abcdef");
        var settings = Read([], ("ENDRE_DATABASE_FILE", Path.Combine(_folder.Path, "db")));
        settings.Database.ShouldBe("Host=db;Database=endre;Password=hemmelig");
        settings.MetricsToken.ShouldBe("0123456789abcdef");
        settings.Given.ShouldBe([
            "database = (secret), from ENDRE_DATABASE_FILE",
            "metrics-token = (secret), from endre.json: metricsTokenFile",
        ]);
    }

    [Fact]
    public void A_secret_that_is_given_twice_or_whose_file_is_missing_is_told()
    {
        Faults([], ("ENDRE_DATABASE_FILE", "db"), ("ENDRE_DATABASE", "Host=db"))
            .ShouldBe(["ENDRE_DATABASE_FILE and ENDRE_DATABASE are both given; keep one of them."]);
        Faults([], ("ENDRE_METRICS_TOKEN_FILE", "borte"))
            .Single()
            .ShouldStartWith("ENDRE_METRICS_TOKEN_FILE cannot be read");
    }

    [Fact]
    public void The_file_may_lie_elsewhere_and_must_be_there_when_it_is_named()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "annen.json"), """{ "port": 7 }""");
        Read(["--config", "annen.json"]).Port.ShouldBe(7);
        Read([], ("ENDRE_CONFIG", Path.Combine(_folder.Path, "annen.json"))).Port.ShouldBe(7);
        Faults(["--config", "borte.json"])
            .ShouldBe([$"--config: there is no file {Path.Combine(_folder.Path, "borte.json")}."]);
    }

    [Fact]
    public void Every_setting_that_is_read_is_a_known_one_and_every_known_one_is_read()
    {
        // One wrong value for each: none of them passes unseen, and none is unknown.
        foreach (
            var known in KnownSettings.All.Where(known =>
                known.Name is not ("data" or "organization" or "mail-from-name")
            )
        )
        {
            var faults = Faults([$"--{known.Name}=\u0001"]);
            faults.ShouldHaveSingleItem(known.Name).ShouldStartWith($"--{known.Name} must");
        }
    }

    [Theory]
    [InlineData("{ \"port\": ")]
    [InlineData("[1]")]
    public void A_file_that_cannot_be_read_is_said(string content)
    {
        File.WriteAllText(Path.Combine(_folder.Path, "endre.json"), content);
        var read = () => Read();
        read.ShouldThrow<SettingsFault>().Message.ShouldStartWith("endre.json is not a JSON object");
    }

    private void Write(string json) => File.WriteAllText(Path.Combine(_folder.Path, "endre.json"), json);

    private IReadOnlyList<string> Faults(string[]? args = null, params (string Name, string Value)[] environment)
    {
        var read = () => Read(args, environment);
        return read.ShouldThrow<SettingsFault>().Lines;
    }

    private Settings Read(string[]? args = null, params (string Name, string Value)[] environment)
    {
        var variables = new Hashtable();
        foreach (var (name, value) in environment)
            variables[name] = value;
        return SettingsReader.Read(args ?? [], variables, _folder.Path);
    }
}
