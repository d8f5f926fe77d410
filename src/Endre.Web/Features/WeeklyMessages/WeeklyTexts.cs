namespace Endre.Web.Features.WeeklyMessages;

internal sealed class WeeklyTexts
{
    private WeeklyTexts() { }
}
