using Endre.Domain.Meetings.Minutes;
using Endre.Storage.Privacy;

namespace Endre.Storage.Meetings.Minutes;

/// <summary>Something that was added to minutes.</summary>
public sealed class MinutesEntryRow
{
    /// <summary>Which meeting.</summary>
    public required Guid MeetingId { get; init; }

    /// <summary>Its place, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Its id; there is one of each.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is, as a word.</summary>
    public required string Kind { get; init; }

    /// <summary>The matter it is about; null for the minutes as a whole.</summary>
    public Guid? MatterId { get; init; }

    /// <summary>The correction, the case number, or what was asked for.</summary>
    public required string Text { get; set; }

    /// <summary>The word of a marking.</summary>
    public string? Ground { get; init; }

    /// <summary>What was given out though it is kept back: ids without hyphens, a blank between them.</summary>
    public string Included { get; init; } = "";

    /// <summary>Whether names were given out.</summary>
    public bool WithNames { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it; null when the account is gone.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>What the person was called; empty when the account is gone.</summary>
    public required string Name { get; set; }

    /// <summary>The row of an entry.</summary>
    /// <param name="meetingId">Which meeting.</param>
    /// <param name="entry">The entry, with who.</param>
    public static MinutesEntryRow Of(Guid meetingId, MinutesEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new MinutesEntryRow
        {
            MeetingId = meetingId,
            Number = entry.Number,
            Id = entry.Id,
            Kind = StoredWord.Of(entry.Kind),
            MatterId = entry.MatterId,
            Text = entry.Text,
            Ground = entry.Ground,
            Included = string.Join(' ', entry.Included.Select(id => $"{id:N}")),
            WithNames = entry.WithNames,
            At = entry.At,
            PersonId = entry.PersonId,
            Name = entry.Name,
        };
    }

    /// <summary>The entry of the row.</summary>
    public MinutesEntry ToEntry() =>
        new(Number, Id, StoredWord.Read<MinutesEntryKind>(Kind), At)
        {
            MatterId = MatterId,
            Text = Text,
            Ground = Ground,
            Included = [.. Included.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)],
            WithNames = WithNames,
            PersonId = PersonId,
            Name = Name,
        };

    /// <summary>Takes the name of somebody who is erased out of it.</summary>
    /// <param name="name">The whole name, as the person had it; not blank.</param>
    public void EraseName(string name)
    {
        Text = EventNames.Without(Text, name);
        Name = Name == name ? "" : Name;
    }
}
