using System.Diagnostics;

namespace Endre.Testing;

/// <summary>
/// Somebody's calendar: takes invitations as they come, the way RFC 5546 says, with another library than ours
/// (python3-icalendar), and shows its days with another program (khal). Absent: the test is skipped and says so, and with
/// CI=true it fails.
/// </summary>
public sealed class Khal : IDisposable
{
    // Keeps what has the highest sequence; an entry for one day stands in place of that day of the series.
    private const string TakeInvitation = """
        import sys, os
        from icalendar import Calendar, Event
        from icalendar.prop import vDDDLists
        folder, path = sys.argv[1], sys.argv[2]
        file = Calendar.from_ical(open(path, 'rb').read())
        method = str(file['METHOD'])
        for event in file.walk('VEVENT'):
            uid = str(event['UID'])
            kept = os.path.join(folder, uid + '.ics')
            there = list(Calendar.from_ical(open(kept, 'rb').read()).walk('VEVENT')) if os.path.exists(kept) else []
            slot = lambda e: e['RECURRENCE-ID'].dt if 'RECURRENCE-ID' in e else None
            newest = max([int(e.get('SEQUENCE', 0)) for e in there if slot(e) == slot(event)], default=-1)
            if int(event.get('SEQUENCE', 0)) < newest:
                continue
            if slot(event) is None:
                there = []
            else:
                there = [e for e in there if slot(e) != slot(event)]
            master = next((e for e in there if slot(e) is None), None)
            if method == 'CANCEL':
                if slot(event) is not None and master is not None:
                    master.add('exdate', slot(event))
            else:
                if slot(event) is not None and master is not None and 'EXDATE' in master:
                    lists = master['EXDATE'] if isinstance(master['EXDATE'], list) else [master['EXDATE']]
                    left = [d.dt for l in lists for d in l.dts if d.dt != slot(event)]
                    del master['EXDATE']
                    for day in left:
                        master.add('exdate', day)
                there.append(event)
            if not there:
                if os.path.exists(kept):
                    os.remove(kept)
                continue
            out = Calendar()
            out.add('prodid', '-//test//test//NO')
            out.add('version', '2.0')
            for e in there:
                out.add_component(e)
            # khal looks again when the folder has changed, and not when a file in it has.
            with open(path + '.new', 'wb') as new:
                new.write(out.to_ical())
            os.replace(path + '.new', kept)
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("endre-khal-").FullName;
    private int _files;

    public Khal()
    {
        Directory.CreateDirectory(Days);
        File.WriteAllText(Path.Combine(_folder, "take.py"), TakeInvitation);
        File.WriteAllText(
            Path.Combine(_folder, "khal.conf"),
            $"""
            [calendars]
            [[mine]]
            path = {Days}
            [sqlite]
            path = {Path.Combine(_folder, "khal.db")}
            [locale]
            timeformat = %H:%M
            dateformat = %Y-%m-%d
            longdateformat = %Y-%m-%d
            datetimeformat = %Y-%m-%d %H:%M
            longdatetimeformat = %Y-%m-%d %H:%M
            local_timezone = Europe/Oslo
            default_timezone = Europe/Oslo
            [default]
            default_calendar = mine
            """
        );
    }

    private string Days => Path.Combine(_folder, "days");

    /// <summary>Why the program cannot be used here; null when it can.</summary>
    public static string? Missing =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(path => File.Exists(Path.Combine(path, "khal")))
            ? null
            : "Not installed: khal (Debian: khal).";

    /// <summary>Takes an invitation or a cancellation that came by mail.</summary>
    public async Task TakeAsync(byte[] invitation)
    {
        var path = Path.Combine(_folder, $"{_files++}.mail");
        await File.WriteAllBytesAsync(path, invitation);
        await RunAsync("/usr/bin/python3", Path.Combine(_folder, "take.py"), Days, path);
    }

    /// <summary>Takes a whole file, as one that is followed.</summary>
    public async Task FollowAsync(byte[] file)
    {
        foreach (var old in Directory.EnumerateFiles(Days))
        {
            File.Delete(old);
        }
        var path = Path.Combine(_folder, $"{_files++}.ics");
        await File.WriteAllBytesAsync(path, file);
        await RunAsync("khal", "-c", Path.Combine(_folder, "khal.conf"), "import", "--batch", "-a", "mine", path);
    }

    /// <summary>What stands in the calendar: <c>2026-03-03 09:00|09:45|Title|Place</c>.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    public async Task<IReadOnlyList<string>> ShowAsync(DateOnly from, DateOnly to)
    {
        var shown = await RunAsync(
            "khal",
            "-c",
            Path.Combine(_folder, "khal.conf"),
            "list",
            "--day-format",
            "",
            "--format",
            "{start}|{end-time}|{title}|{location}",
            $"{from:yyyy-MM-dd}",
            $"{to:yyyy-MM-dd}"
        );
        return [.. shown.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.Contains('|'))];
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LC_ALL"] = "C.UTF-8" },
        };
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{program}: {await errors}{await output}");
    }
}
