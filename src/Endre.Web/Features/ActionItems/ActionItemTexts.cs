namespace Endre.Web.Features.ActionItems;

internal sealed class ActionItemTexts
{
    private ActionItemTexts() { }
}
