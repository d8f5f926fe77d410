using System.Globalization;

namespace Endre.Bench;

/// <summary>One row of the table: Endre, what stands beside it, and their ratio pair by pair.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Unit">In what.</param>
/// <param name="Target">What we hold ourselves to, in words.</param>
internal sealed record Measured(string Name, string Unit, string Target)
{
    private readonly List<(double Endre, double Bare)> pairs = [];

    public void Add(double endre, double bare)
    {
        pairs.Add((endre, bare));
        Console.Error.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {Name}: {endre:0.##} beside {bare:0.##} {Unit}, ratio {endre / bare:0.###}"
            )
        );
    }

    public string ToRow() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {Name} | {Median(p => p.Endre):#,0.##} | {Median(p => p.Bare):#,0.##} | {Unit} | **{Median(Ratio):0.00}** ({pairs.Min(Ratio):0.00}–{pairs.Max(Ratio):0.00}, n = {pairs.Count}) | {Target} |"
        );

    private static double Ratio((double Endre, double Bare) pair) => pair.Endre / pair.Bare;

    private double Median(Func<(double Endre, double Bare), double> of)
    {
        var sorted = pairs.Select(of).Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}

/// <summary>How large a run is: whole for the record, small to see that it works.</summary>
/// <param name="Pairs">Interleaved pairs of each row.</param>
/// <param name="Share">1 for the whole load, less for a smoke.</param>
internal sealed record Size(int Pairs, double Share)
{
    public bool IsWhole => Share >= 1;

    public int Of(int whole) => Math.Max(1, (int)(whole * Share));
}
