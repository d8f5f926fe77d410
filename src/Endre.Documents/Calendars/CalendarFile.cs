namespace Endre.Documents.Calendars;

/// <summary>What stands in a calendar file (RFC 5545), and what the calendar shall do with it (RFC 5546).</summary>
/// <param name="Method">What the calendar shall do.</param>
/// <param name="Name">What a calendar that is followed is called.</param>
/// <param name="Zone">By which clock the times are told.</param>
/// <param name="Entries">What stands in it. All of an invitation are of one <see cref="CalendarEntry.Uid"/>.</param>
public sealed record CalendarFile(
    CalendarMethod Method,
    string Name,
    TimeZoneInfo Zone,
    IReadOnlyList<CalendarEntry> Entries
);

/// <summary>What a calendar shall do with a file.</summary>
public enum CalendarMethod
{
    /// <summary>Show it: for a calendar that is followed.</summary>
    Publish,

    /// <summary>Put it in, or change what is there: an invitation.</summary>
    Request,

    /// <summary>Take it out.</summary>
    Cancel,
}

/// <summary>One entry of a calendar: a meeting alone, a whole series, or one of its meetings that is not as the rest.</summary>
public sealed record CalendarEntry
{
    /// <summary>By which calendars know it again; all of one series have the same.</summary>
    public required string Uid { get; init; }

    /// <summary>How often it has been changed; a calendar keeps the highest.</summary>
    public required int Sequence { get; init; }

    /// <summary>When this was said.</summary>
    public required DateTimeOffset StampedAt { get; init; }

    /// <summary>When it begins.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>How long it lasts, in minutes.</summary>
    public required int Minutes { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>More about it; may be empty and have several lines.</summary>
    public string Description { get; init; } = "";

    /// <summary>Where; may be empty.</summary>
    public string Place { get; init; } = "";

    /// <summary>The address of a video room; may be empty.</summary>
    public string VideoLink { get; init; } = "";

    /// <summary>The address of its page; may be empty.</summary>
    public string Page { get; init; } = "";

    /// <summary>Whether it does not take place.</summary>
    public bool IsCanceled { get; init; }

    /// <summary>By which rule it comes again (without <c>RRULE:</c>); null when it does not.</summary>
    public string? Rule { get; init; }

    /// <summary>Times of the rule at which there is nothing.</summary>
    public IReadOnlyList<DateTimeOffset> Except { get; init; } = [];

    /// <summary>Which time of the rule this stands in place of; null for a whole series and for a meeting alone.</summary>
    public DateTimeOffset? InPlaceOf { get; init; }

    /// <summary>Who asks; null where nobody is asked.</summary>
    public CalendarPerson? Organizer { get; init; }

    /// <summary>Who is asked.</summary>
    public IReadOnlyList<CalendarPerson> Asked { get; init; } = [];
}

/// <summary>Somebody in a calendar.</summary>
/// <param name="Name">What the person is called.</param>
/// <param name="Email">The address.</param>
/// <param name="HasAnswered">Null when nothing is answered, else whether the person comes.</param>
public sealed record CalendarPerson(string Name, string Email, bool? HasAnswered = null)
{
    /// <summary>Whether the calendar shall send an answer by mail.</summary>
    public bool AsksForReply { get; init; }
}
