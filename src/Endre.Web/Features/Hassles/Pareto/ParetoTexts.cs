namespace Endre.Web.Features.Hassles.Pareto;

internal sealed class ParetoTexts
{
    private ParetoTexts() { }
}
