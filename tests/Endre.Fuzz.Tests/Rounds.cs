using System.Globalization;

namespace Endre.Fuzz.Tests;

/// <summary>
/// How much is tried. In <c>./test</c> little, and always the same; with <c>--rounds</c> as much as was asked for, with a
/// new seed, which a failure prints.
/// </summary>
internal static class Rounds
{
    private const string Variable = "FUZZ_ROUNDS";
    private static readonly string? Asked = Environment.GetEnvironmentVariable(Variable);

    /// <summary>The seed that makes every run of <c>./test</c> the same.</summary>
    public static string? Seed => Asked is null ? "0000KHzcXr8d" : null;

    public static long Of(long standard) => Asked is null ? standard : long.Parse(Asked, CultureInfo.InvariantCulture);
}
