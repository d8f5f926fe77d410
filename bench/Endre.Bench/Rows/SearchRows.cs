using System.Diagnostics;
using System.Globalization;
using Endre.Bench.Load;
using Endre.Norwegian.Searching;
using Endre.Norwegian.Tests.Searching;
using Microsoft.Data.Sqlite;

namespace Endre.Bench.Rows;

/// <summary>Search while typing: the index in memory beside SQLite's FTS5 with every word and the last as a prefix.</summary>
internal static class SearchRows
{
    private const int Asked = 400;
    private const int Compared = 60;
    private const int Most = 10;

    public static async Task<IEnumerable<Measured>> RunAsync(Size size)
    {
        var rows = new List<Measured>();
        foreach (var whole in new[] { 100_000, 1_000_000 })
        {
            rows.AddRange(await RunAsync(size, whole));
        }
        return rows;
    }

    private static async Task<IEnumerable<Measured>> RunAsync(Size size, int whole)
    {
        var name = whole.ToString("#,0", CultureInfo.InvariantCulture);
        var isLarge = whole == 1_000_000;
        var speed = new Measured(
            $"search while typing p99, {name} texts",
            "ms",
            isLarge ? "≤ 25 ms, ≤ 1/20" : "≤ 10 ms"
        );
        var recall = new Measured($"recall@10, {name} texts", "of the exact answer", "≥ 0.95");
        var memory = new Measured($"memory of {name} texts, searchable", "MiB", isLarge ? "≤ 100 MiB" : "–");
        // A smoke takes hundreds of texts, not one.
        var texts = Texts(Math.Max(500, size.Of(whole / 10) * (size.Share < 1 ? 1 : 10)));

        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var index = new TextIndex();
        foreach (var (id, text) in texts)
        {
            index.Put(id, Guid.Empty, 1, text);
        }
        var taken = GC.GetTotalMemory(forceFullCollection: true) - before;

        var file = Path.Combine(Path.GetTempPath(), $"endre-bench-{Guid.CreateVersion7():N}.db");
        try
        {
            await using var beside = await FillAsync(file, texts);
            memory.Add(taken / 1048576.0, new FileInfo(file).Length / 1048576.0);
            for (var pair = 0; pair < size.Pairs; pair++)
            {
                var typed = TypedOf(texts, size.Of(Asked), 100 + pair);
                var warm = typed.Take(20).ToList();
                _ = Time(warm, text => index.Find(TextQuery.Read(text), Most));
                var endre = Time(typed, text => index.Find(TextQuery.Read(text), Most));
                _ = Time(warm, text => Fts(beside, text));
                speed.Add(endre, Time(typed, text => Fts(beside, text)));
            }
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            File.Delete(file);
        }
        recall.Add(Recall(index, texts, size.Of(Compared)), 1);
        return [speed, recall, memory];
    }

    // By score: where many are equally good, each ten of them are the right ten.
    private static double Recall(TextIndex index, List<(Guid Id, string Text)> texts, int asked)
    {
        var exact = new SlowSearch(texts);
        var (right, wanted) = (0, 0);
        foreach (var typed in TypedOf(texts, asked, 7))
        {
            var query = TextQuery.Read(typed);
            var best = exact.Find(query, Most);
            if (best.Count == 0)
            {
                continue;
            }
            var least = best[^1].Score - 0.0005;
            right += Math.Min(best.Count, index.Find(query, Most).Hits.Count(hit => hit.Score >= least));
            wanted += best.Count;
        }
        return wanted == 0 ? 1 : right / (double)wanted;
    }

    private static List<(Guid Id, string Text)> Texts(int count)
    {
        var notes = new NoteTexts(seed: 1);
        return [.. Enumerable.Range(0, count).Select(_ => (Guid.CreateVersion7(), notes.Next()))];
    }

    private static List<string> TypedOf(List<(Guid Id, string Text)> texts, int count, int seed)
    {
        var notes = new NoteTexts(seed);
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => notes.Typed(texts[random.Next(texts.Count)].Text))];
    }

    private static async Task<SqliteConnection> FillAsync(string file, List<(Guid Id, string Text)> texts)
    {
        var connection = new SqliteConnection($"Data Source={file}");
        await connection.OpenAsync();
        await using (var make = connection.CreateCommand())
        {
            make.CommandText =
                "create virtual table texts using fts5(text, tokenize = 'unicode61 remove_diacritics 0')";
            await make.ExecuteNonQueryAsync();
        }
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var add = connection.CreateCommand())
        {
            add.CommandText = "insert into texts (text) values ($text)";
            var parameter = add.Parameters.Add("$text", SqliteType.Text);
            foreach (var (_, text) in texts)
            {
                parameter.Value = text;
                await add.ExecuteNonQueryAsync();
            }
        }
        await transaction.CommitAsync();
        return connection;
    }

    private static int Fts(SqliteConnection connection, string typed)
    {
        var words = typed
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => $"\"{word.Replace("\"", "", StringComparison.Ordinal)}\"");
        using var find = connection.CreateCommand();
        find.CommandText = "select rowid from texts where texts match $query order by rank limit 10";
        find.Parameters.AddWithValue("$query", $"{string.Join(" AND ", words)}*");
        using var reader = find.ExecuteReader();
        var count = 0;
        while (reader.Read())
        {
            count++;
        }
        return count;
    }

    private static double Time<T>(List<string> typed, Func<string, T> find)
    {
        var times = new double[typed.Count];
        for (var i = 0; i < times.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            find(typed[i]);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        Array.Sort(times);
        return times[(int)Math.Min(times.Length - 1, Math.Ceiling(times.Length * 0.99))];
    }
}
