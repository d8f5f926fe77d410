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
};
var isSmoke = args.Contains("--smoke", StringComparer.Ordinal);
var pairs = args.SkipWhile(a => a != "--pairs").Skip(1).FirstOrDefault() is { } given
    ? int.Parse(given, CultureInfo.InvariantCulture)
    : 5;
var size = isSmoke ? new Size(Pairs: 1, Share: 0.02) : new Size(pairs, Share: 1);
var wanted = args.Where(rows.ContainsKey).ToArray();

var failed = 0;
var chosen = rows.Where(r => wanted.Length == 0 || wanted.Contains(r.Key, StringComparer.Ordinal)).ToList();
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
