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
                    "--prot is no setting of Endre. It knows --port, --urls, --data, --demo, --database, --public-address, "
                        + "--organization, --proxies, --metrics-token, --time-zone, --drain-seconds, --log-level.",
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
        settings.Warnings.Single().ShouldStartWith("ENDRE_SOMETHING is no setting");
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

    private Settings Read(string[]? args = null, params (string Name, string Value)[] environment)
    {
        var variables = new Hashtable();
        foreach (var (name, value) in environment)
            variables[name] = value;
        return SettingsReader.Read(args ?? [], variables, _folder.Path);
    }
}
