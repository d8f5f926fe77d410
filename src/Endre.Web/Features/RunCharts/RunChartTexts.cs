namespace Endre.Web.Features.RunCharts;

internal sealed class RunChartTexts
{
    private RunChartTexts() { }
}
