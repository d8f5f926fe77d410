namespace Endre.Web.Features.Workshops.ChangePlan;

internal sealed class PlanTexts
{
    private PlanTexts() { }
}
