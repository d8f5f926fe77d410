namespace Endre.Web.Features.Hassles.WeeklyHassles;

internal sealed class WeeklyHassleTexts
{
    private WeeklyHassleTexts() { }
}
