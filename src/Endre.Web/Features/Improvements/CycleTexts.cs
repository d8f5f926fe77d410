namespace Endre.Web.Features.Improvements;

internal sealed class CycleTexts
{
    private CycleTexts() { }
}
