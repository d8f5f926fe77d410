namespace Endre.Web.Features.Hassles.Numbers;

/// <summary>The address of the numbers; no other file spells it.</summary>
internal static class NumbersLinks
{
    public const string Show = "/tall";

    /// <summary>What each level of time is called in an address, from the coarsest to the finest.</summary>
    public static readonly IReadOnlyList<string> Levels = ["periode", "kvartal", "maned"];

    public static string Of(Guid? unit, int level) =>
        unit is { } id ? $"{Show}?enhet={id}&tid={Levels[level]}" : $"{Show}?tid={Levels[level]}";
}
