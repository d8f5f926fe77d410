using System.Globalization;
using System.Text.RegularExpressions;
using Endre.Testing;

namespace Endre.Faults.Tests.Support;

/// <summary>
/// The round in which mail is sent or filed, up to ten seconds after somebody was told something: in the middle of a test
/// or not, by how fast the machine is.
/// </summary>
internal static partial class MailRound
{
    /// <summary>Nobody waits for mail any more.</summary>
    public static Task IsOverAsync(TestDatabase database) =>
        UntilAsync(async () => !(await Dump.RowsAsync(database)).Any(IsDue));

    /// <summary>
    /// The same, and the program has said so in its log, more than a second ago: an instant is looked for by the second.
    /// </summary>
    /// <param name="database">Where the mail is.</param>
    /// <param name="endre">The program.</param>
    /// <param name="before">What the database held when the program had started.</param>
    public static async Task IsOverAsync(TestDatabase database, EndreProcess endre, IReadOnlyList<string> before)
    {
        await UntilAsync(async () =>
        {
            var rows = await Dump.RowsAsync(database);
            var told = endre.Log.Count(line => line.Contains(".MailWatch\"", StringComparison.Ordinal));
            return !rows.Any(IsDue) && rows.Count(IsFiled) - before.Count(IsFiled) <= told;
        });
        var over = TimeProvider.System.GetUtcNow();
        await UntilAsync(() => Task.FromResult(TimeProvider.System.GetUtcNow() - over > TimeSpan.FromSeconds(1)));
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (!await isSo())
        {
            await Task.Delay(100, patience.Token);
        }
    }

    // At night most mail waits for the morning, and no test does.
    private static bool IsDue(string row) =>
        Waiting().Match(row) is { Success: true } waiting
        && long.Parse(waiting.Groups["from"].Value, CultureInfo.InvariantCulture)
            <= TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    private static bool IsFiled(string row) =>
        row.StartsWith("messages: ", StringComparison.Ordinal)
        && row.Contains(" mail=filed ", StringComparison.Ordinal);

    [GeneratedRegex(
        "^messages: .* not_before=(?<from>[0-9]+) mail=waiting ",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex Waiting();
}
