namespace Endre.Web.Features.RunCharts;

/// <summary>The addresses of run charts; no other file spells them.</summary>
internal static class RunChartLinks
{
    public const string Show = "/rundiagram";
    public const string Api = "/run-charts";
}
