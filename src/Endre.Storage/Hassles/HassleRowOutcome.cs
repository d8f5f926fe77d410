using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Removals;

namespace Endre.Storage.Hassles;

// What became of it: the promise, the removal, the screen.
public sealed partial class HassleRow
{
    /// <summary>Who does it, in words; null when nobody said.</summary>
    public string? PromisedWho { get; set; }

    /// <summary>By which day; null when nobody said.</summary>
    public DateOnly? PromisedBy { get; set; }

    /// <summary>What was done; null while it is not gone.</summary>
    public string? Done { get; set; }

    /// <summary>Minutes each time that are left; null while it is not gone, or when not known.</summary>
    public int? LeftMinutes { get; set; }

    /// <summary>Times a week that are left; null while it is not gone, or when not known.</summary>
    public double? LeftTimesPerWeek { get; set; }

    /// <summary>How many it still hits; null while it is not gone, or when not known.</summary>
    public int? LeftPeople { get; set; }

    /// <summary>The Monday of the week in which it was said to be gone; null while it is not.</summary>
    public DateOnly? GoneWeek { get; set; }

    /// <summary>The day; null while it is not gone, and where an anonymous writer said so.</summary>
    public DateOnly? GoneDay { get; set; }

    /// <summary>Whether the text is kept off the unit's screen.</summary>
    public bool IsOffScreen { get; set; }

    private static string[] OutcomeColumns =>
        [
            "promised_who",
            "promised_by",
            "done",
            "left_minutes",
            "left_times_per_week",
            "left_people",
            "gone_week",
            "gone_day",
            "is_off_screen",
        ];

    private void TakeOutcome(Hassle hassle)
    {
        (PromisedWho, PromisedBy) = (hassle.Promise?.Who, hassle.Promise?.By);
        Done = hassle.Removal?.Done;
        (LeftMinutes, LeftTimesPerWeek, LeftPeople) = (
            hassle.Removal?.Left.Minutes,
            hassle.Removal?.Left.TimesPerWeek,
            hassle.Removal?.Left.People
        );
        (GoneWeek, GoneDay) = (hassle.Removal?.Week, hassle.Removal?.Day);
        IsOffScreen = hassle.IsOffScreen;
    }

    private Hassle WithOutcome(Hassle hassle) =>
        hassle with
        {
            Promise = PromisedWho is null && PromisedBy is null ? null : new Promise(PromisedWho, PromisedBy),
            Removal = GoneWeek is { } week
                ? new Removal(Done ?? "", new Effort(LeftMinutes, LeftTimesPerWeek, LeftPeople), week, GoneDay)
                : null,
            IsOffScreen = IsOffScreen,
        };
}
