using Endre.Domain.Meetings.Series;
using Endre.Web.Components.Forms;

namespace Endre.Web.Features.MeetingSeries.ShowSeries;

/// <summary>What can be done with a series, each with its word in the address.</summary>
internal static class SeriesActs
{
    public const string Change = "endre";
    public const string End = "avslutt";
    public const string Invite = "gjest";
    public const string Disinvite = "uten-gjest";

    /// <summary>What a form wants done; null when there is no such act.</summary>
    /// <param name="act">The word in the address.</param>
    /// <param name="form">What was sent.</param>
    /// <param name="guest">The person whose address the form gives; null for somebody without an account.</param>
    public static SeriesCommand? Read(string act, IFormCollection form, Guid? guest) =>
        act switch
        {
            Change => new ChangeSeries(
                form.Text("title"),
                form.Text("place"),
                form.Text("video"),
                form.Text("under") == "true",
                form.Text("work") == "true"
            ),
            End => new EndSeries(FormReading.Day(form.Text("before"))),
            Invite => new AddGuest(
                new SeriesGuest(
                    form.Id("id") ?? Guid.CreateVersion7(),
                    guest,
                    form.Text("guest") ?? "",
                    form.Text("email") ?? ""
                )
            ),
            Disinvite => new RemoveGuest(form.Id("guest") ?? Guid.Empty),
            _ => null,
        };
}
