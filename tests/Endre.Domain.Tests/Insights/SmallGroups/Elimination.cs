namespace Endre.Domain.Tests.Insights.SmallGroups;

/// <summary>All that follows from some sums by adding and subtracting, in numbers modulo a large prime.</summary>
internal sealed class Elimination
{
    private const long Prime = 1_000_000_007;
    private readonly List<(int Pivot, long[] Row)> _rows = [];

    public Elimination(IEnumerable<long[]> sums)
    {
        foreach (var sum in sums)
        {
            var row = Reduce(sum);
            var pivot = Array.FindIndex(row, value => value != 0);
            if (pivot >= 0)
            {
                var scale = Inverse(row[pivot]);
                _rows.Add((pivot, [.. row.Select(value => value * scale % Prime)]));
            }
        }
    }

    public bool Gives(long[] sum) => Array.TrueForAll(Reduce(sum), value => value == 0);

    private long[] Reduce(long[] sum)
    {
        var row = sum.ToArray();
        foreach (var (pivot, known) in _rows)
        {
            var times = row[pivot];
            if (times == 0)
            {
                continue;
            }
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = (row[i] - times * known[i] % Prime + Prime) % Prime;
            }
        }
        return row;
    }

    private static long Inverse(long value)
    {
        var (result, power) = (1L, Prime - 2);
        for (var factor = value % Prime; power > 0; power >>= 1, factor = factor * factor % Prime)
        {
            if ((power & 1) == 1)
            {
                result = result * factor % Prime;
            }
        }
        return result;
    }
}
