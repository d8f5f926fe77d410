using System.ComponentModel;
using System.Diagnostics;

namespace Endre.Web.Pdf;

/// <summary>
/// Runs a program in a network of its own that has nothing in it, not even this machine: Linux, with <c>unshare</c>, where
/// the system lets whoever runs Endre make one. It is tried once, the first time it is needed.
/// </summary>
internal sealed class NoNetwork
{
    private const string Program = "/usr/bin/unshare";

    // The first needs no rights where people may make user namespaces; the other is for root where they may not.
    private static readonly string[][] Ways =
    [
        ["--user", "--map-current-user", "--net", "--"],
        ["--net", "--"],
    ];

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly Lazy<string[]?> _way;

    public NoNetwork()
        : this(() => Ways.FirstOrDefault(Works)) { }

    private NoNetwork(Func<string[]?> find) => _way = new Lazy<string[]?>(find);

    /// <summary>As on a system that allows none.</summary>
    public static NoNetwork Missing => new(() => null);

    /// <summary>Whether programs can be run so here.</summary>
    public bool IsPossible => _way.Value is not null;

    /// <summary>Lets a program begin without a network, where that can be; else it begins as it would.</summary>
    public void Around(ProcessStartInfo start)
    {
        if (_way.Value is not { } way)
        {
            return;
        }
        string[] whole = [.. way, start.FileName];
        for (var at = 0; at < whole.Length; at++)
        {
            start.ArgumentList.Insert(at, whole[at]);
        }
        start.FileName = Program;
    }

    private static bool Works(string[] way)
    {
        if (!OperatingSystem.IsLinux() || !File.Exists(Program))
        {
            return false;
        }
        try
        {
            var start = new ProcessStartInfo(Program)
            {
                UseShellExecute = false,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            };
            foreach (var word in way.Append("/bin/true"))
            {
                start.ArgumentList.Add(word);
            }
            using var tried = Process.Start(start)!;
            if (tried.WaitForExit(Limit))
            {
                return tried.ExitCode == 0;
            }
            tried.Kill(entireProcessTree: true);
            return false;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
