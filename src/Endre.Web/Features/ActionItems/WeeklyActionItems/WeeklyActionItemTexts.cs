namespace Endre.Web.Features.ActionItems.WeeklyActionItems;

internal sealed class WeeklyActionItemTexts
{
    private WeeklyActionItemTexts() { }
}
