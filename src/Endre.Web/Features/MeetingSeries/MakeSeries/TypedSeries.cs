using System.Globalization;
using Endre.Domain.Meetings.Series;
using Endre.Storage;
using Endre.Web.Components.Forms;

namespace Endre.Web.Features.MeetingSeries.MakeSeries;

/// <summary>What stands in the form of a series, as typed.</summary>
/// <param name="Id">The same when the form is sent twice.</param>
/// <param name="Title">What its meetings are called.</param>
/// <param name="Rhythm">How often, as a word.</param>
/// <param name="Rule">A rule of one's own.</param>
/// <param name="First">The day of the first meeting.</param>
/// <param name="Time">When they begin.</param>
/// <param name="Minutes">How long.</param>
/// <param name="Place">Where.</param>
/// <param name="Video">The address of the video room.</param>
/// <param name="IncludesUnder">Whether those under the unit are asked too.</param>
/// <param name="ConcernsWork">Whether the representatives are asked.</param>
public sealed record TypedSeries(
    Guid Id,
    string? Title,
    string? Rhythm,
    string? Rule,
    string? First,
    string? Time,
    string? Minutes,
    string? Place,
    string? Video,
    bool IncludesUnder,
    bool ConcernsWork
)
{
    internal static TypedSeries Read(IFormCollection sent) =>
        new(
            sent.Id("id") is { } id && id != Guid.Empty ? id : Guid.CreateVersion7(),
            sent.Text("title"),
            sent.Text("rhythm"),
            sent.Text("rule"),
            sent.Text("first"),
            sent.Text("time"),
            sent.Text("minutes"),
            sent.Text("place"),
            sent.Text("video"),
            sent.Text("under") == "true",
            sent.Text("work") == "true"
        );

    internal SeriesForm ToForm()
    {
        var first = FormReading.Day(First);
        var rhythm = StoredWord.Find<Rhythm>(Rhythm);
        return new SeriesForm(
            Title,
            rhythm is { } chosen && chosen != Domain.Meetings.Series.Rhythm.Own
                // Without a first day the day is what is missing, and not the rule.
                ? RhythmRule.Of(chosen, first ?? DateOnly.MinValue)
                : Rule,
            first,
            SeriesTime.Time(Time),
            int.TryParse(Minutes, CultureInfo.InvariantCulture, out var minutes) ? minutes : null,
            Place,
            Video,
            IncludesUnder,
            ConcernsWork
        );
    }
}

/// <summary>What a form would give.</summary>
/// <param name="Words">How often, in words.</param>
/// <param name="Days">The next days.</param>
public sealed record SeriesPreview(string Words, IReadOnlyList<PreviewedDay> Days);

/// <summary>One day that a form would give.</summary>
/// <param name="Day">The day.</param>
/// <param name="Red">Why few are at work then, or null.</param>
public sealed record PreviewedDay(DateOnly Day, RedDay? Red);
