namespace Endre.Web.Features.Hassles.Pareto;

/// <summary>The addresses of the Pareto chart; no other file spells them.</summary>
internal static class ParetoLinks
{
    public const string Show = "/plunder/pareto";
    public const string File = "/plunder/pareto.docx";

    public static string FileOf(Guid unit, string by) => $"{File}?enhet={unit}&etter={by}";
}
