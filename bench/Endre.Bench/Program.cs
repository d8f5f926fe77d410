using System.Globalization;
using Endre.Bench;
using Endre.Bench.Rows;
using Endre.Bench.Servers;

if (args is ["serve-bare"])
{
    await BareServer.RunAsync();
    return 0;
}

var rows = new Dictionary<string, Func<Size, Task<IEnumerable<Measured>>>>(StringComparer.Ordinal)
{
    ["delivered"] = LiveRows.DeliveredAsync,
    ["seen"] = LiveRows.SeenAsync,
    ["largest"] = LiveRows.LargestAsync,
    ["accepted"] = WriteRows.AcceptedAsync,
    ["log"] = WriteRows.LogAsync,
    ["one"] = WriteRows.OneNoteAsync,
    ["memory"] = LiveRows.MemoryAsync,
    ["resume"] = LiveRows.ResumeAsync,
    ["page"] = PageRow.RunAsync,
    ["search"] = SearchRows.RunAsync,
    ["charts"] = RunChartRow.RunAsync,
};
var isSmoke = false;
var pairs = 5;
var wanted = new List<string>();
for (var at = 0; at < args.Length; at++)
{
    if (args[at] == "--smoke")
    {
        isSmoke = true;
    }
    else if (
        args[at] == "--pairs"
        && int.TryParse(args.ElementAtOrDefault(at + 1), CultureInfo.InvariantCulture, out pairs)
        && pairs > 0
    )
    {
        at++;
    }
    else if (rows.ContainsKey(args[at]))
    {
        wanted.Add(args[at]);
    }
    else
    {
        Console.Error.WriteLine(
            $"""
            Measures Endre beside raw baselines in the same run. The whole takes most of an hour.
              [{string.Join(' ', rows.Keys)}]  only these rows
              --pairs 5   how many interleaved pairs of each
              --smoke     every row small, only to see that it runs
            """
        );
        return args[at] is "--help" or "-h" ? 0 : 2;
    }
}
ServerProcess.IsSmoke = isSmoke;
var size = isSmoke ? new Size(Pairs: 1, Share: 0.02) : new Size(pairs, Share: 1);

var failed = 0;
var chosen = rows.Where(r => wanted.Count == 0 || wanted.Contains(r.Key)).ToList();
Console.WriteLine("| what | Endre | beside it | unit | ratio, median (min–max) | target |");
Console.WriteLine("| --- | ---: | ---: | --- | --- | --- |");
foreach (var (name, run) in chosen)
{
    Console.Error.WriteLine($"{name} …");
    try
    {
        foreach (var measured in await run(size))
        {
            Console.WriteLine(measured.ToRow());
        }
    }
    catch (Exception problem) when (isSmoke)
    {
        // The other rows are worth seeing too.
        failed++;
        Console.WriteLine($"{name}: {problem}");
    }
}
if (isSmoke)
{
    Console.WriteLine($"{chosen.Count - failed} passed, {failed} failed");
}
return failed == 0 ? 0 : 1;
