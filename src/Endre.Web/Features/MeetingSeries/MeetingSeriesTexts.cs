namespace Endre.Web.Features.MeetingSeries;

internal sealed class MeetingSeriesTexts
{
    private MeetingSeriesTexts() { }
}
