namespace Endre.Web.Features.Meetings;

internal sealed class MeetingTexts
{
    private MeetingTexts() { }
}
