using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Endre.Faults.Tests.Support;
using Endre.Testing;
using Endre.Web.Hosting;

namespace Endre.Faults.Tests;

/// <summary>The example units, as systemd's own tools see them.</summary>
public sealed partial class SystemdTests
{
    private const string Analyze = "/usr/bin/systemd-analyze";

    [Fact]
    public async Task Systemd_understands_every_line_of_the_units()
    {
        Assert.SkipWhen(!File.Exists(Analyze), "systemd is not installed here.");
        using var folder = new TemporaryFolder();
        foreach (var unit in new[] { "endre.service", "endre-backup.service", "endre-backup.timer" })
        {
            // The program and its user are made by the installation.
            var text = (await File.ReadAllTextAsync(Deploy.FileAt($"systemd/{unit}")))
                .Replace("/usr/local/bin/endre", "/bin/true", StringComparison.Ordinal)
                .Replace("=endre\n", "=daemon\n", StringComparison.Ordinal);
            await File.WriteAllTextAsync(Path.Combine(folder.Path, unit), text);
        }
        foreach (var unit in Directory.GetFiles(folder.Path))
        {
            var (code, said) = await RunAsync("verify", "--man=no", unit);
            said.Split('\n').Where(line => line.Contains("endre", StringComparison.Ordinal)).ShouldBeEmpty();
            code.ShouldBe(0, said);
        }
    }

    [Theory]
    [InlineData("endre.service", 2.0)]
    [InlineData("endre-backup.service", 3.0)]
    public async Task The_units_give_few_rights(string unit, double most)
    {
        Assert.SkipWhen(!File.Exists(Analyze), "systemd is not installed here.");
        var (_, said) = await RunAsync("security", "--offline=true", "--no-pager", Deploy.FileAt($"systemd/{unit}"));
        Assert.SkipWhen(said.Contains("unrecognized option", StringComparison.Ordinal), "This systemd is too old.");
        var exposure = Exposure().Match(said).Groups["level"].Value;
        double.Parse(exposure, CultureInfo.InvariantCulture).ShouldBeLessThanOrEqualTo(most, said);
    }

    [Fact]
    public void The_units_and_the_example_file_name_settings_that_there_are()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Deploy.FileAt("endre.json"), Path.Combine(folder.Path, "endre.json"));
        var variables = new[] { "endre.service", "endre-backup.service" }
            .SelectMany(unit => Variable().Matches(File.ReadAllText(Deploy.FileAt($"systemd/{unit}"))))
            .Select(match => match.Groups["name"].Value)
            .ToHashSet(StringComparer.Ordinal);
        variables.ShouldBe(["ENDRE_DATA", "ENDRE_DATABASE_FILE"], ignoreOrder: true);
        File.WriteAllText(Path.Combine(folder.Path, "database"), "Host=localhost;Database=endre\n");
        var settings = SettingsReader.Read(
            [],
            new System.Collections.Hashtable { ["ENDRE_DATA"] = folder.Path, ["ENDRE_DATABASE_FILE"] = "database" },
            folder.Path
        );
        settings.Warnings.ShouldBeEmpty();
        settings.ListenUrls.ShouldBe("http://127.0.0.1:5080");
        settings.Database.ShouldBe("Host=localhost;Database=endre");
    }

    private static async Task<(int Code, string Said)> RunAsync(params string[] args)
    {
        using var process = Process.Start(
            new ProcessStartInfo(Analyze, args)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        var error = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync() + await error;
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }

    [GeneratedRegex(@"Overall exposure level for .*: (?<level>\d+\.\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Exposure();

    [GeneratedRegex(@"(?<name>ENDRE_\w+)=", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable();
}
