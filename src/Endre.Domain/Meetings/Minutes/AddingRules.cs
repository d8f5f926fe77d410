using Endre.Domain.Shared;

namespace Endre.Domain.Meetings.Minutes;

/// <summary>What may be added to minutes.</summary>
public static class AddingRules
{
    /// <summary>The most entries of one meeting's minutes.</summary>
    public const int MostEntries = 500;

    /// <summary>Decides what somebody wants to add.</summary>
    /// <param name="minutes">As they stand now.</param>
    /// <param name="wanted">What is wanted.</param>
    /// <param name="now">The instant (UTC).</param>
    /// <returns>
    /// The entry, without who; none when it is there already, or changes nothing. Refused: <c>MinutesNotLocked</c>,
    /// <c>MinutesMatterUnknown</c>, <c>AccessGroundUnknown</c>, <c>TooManyEntries</c>, <c>MeetingIsCanceled</c>, and what
    /// <see cref="FreeText"/> says.
    /// </returns>
    public static Decision<MinutesEntry> Decide(MeetingMinutes minutes, AddToMinutes wanted, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        ArgumentNullException.ThrowIfNull(wanted);
        if (minutes.Entries.Any(entry => entry.Id == wanted.Id))
        {
            return Decision<MinutesEntry>.Happened();
        }
        if (minutes.State == MeetingState.Canceled)
        {
            return Refusal.Because("MeetingIsCanceled");
        }
        if (minutes.Entries.Length >= MostEntries)
        {
            return Refusal.Because("TooManyEntries");
        }
        if (!minutes.IsLocked && wanted is CorrectMinutes or MarkLockedMatter or MakePublicCopy)
        {
            return Refusal.Because("MinutesNotLocked");
        }
        return wanted switch
        {
            CorrectMinutes correct => Correct(minutes, correct, now),
            MarkLockedMatter mark => Mark(minutes, mark, now),
            MarkMeeting mark => MarkAll(minutes, mark, now),
            GiveCaseNumber give => Give(minutes, give, now),
            MakePublicCopy make => Make(minutes, make, now),
            _ => throw new ArgumentException($"Nobody decides {wanted.GetType().Name}.", nameof(wanted)),
        };
    }

    /// <summary>
    /// What is kept back and may be given out all the same: ids of matters, or the meeting's for what belongs to none. What
    /// the law forbids to give out is not among it.
    /// </summary>
    /// <param name="minutes">As they stand now.</param>
    public static IEnumerable<Guid> Choices(MeetingMinutes minutes)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        var matters = minutes.Content.Matters.Where(matter => minutes.GroundOf(matter) is { IsDuty: false });
        var ids = matters.Select(matter => matter.Id);
        return minutes.GroundOfRest is { IsDuty: false } ? ids.Append(minutes.Content.MeetingId) : ids;
    }

    private static Decision<MinutesEntry> Correct(MeetingMinutes minutes, CorrectMinutes correct, DateTimeOffset now)
    {
        if (correct.MatterId is { } matter && !Has(minutes, matter))
        {
            return Refusal.Because("MinutesMatterUnknown");
        }
        if (FreeText.Require(correct.Text, MinutesEntry.LongestText, "text", out var text) is { } refusal)
        {
            return refusal;
        }
        return Entry(minutes, correct, MinutesEntryKind.Correction, now) with
        {
            MatterId = correct.MatterId,
            Text = text,
        };
    }

    private static Decision<MinutesEntry> Mark(MeetingMinutes minutes, MarkLockedMatter mark, DateTimeOffset now)
    {
        if (!AccessGrounds.MayBe(mark.Ground))
        {
            return new Refusal("AccessGroundUnknown", "ground");
        }
        if (minutes.Content.Matters.FirstOrDefault(matter => matter.Id == mark.MatterId) is not { } marked)
        {
            return Refusal.Because("MinutesMatterUnknown");
        }
        return minutes.MarkOf(marked) == mark.Ground
            ? Decision<MinutesEntry>.Happened()
            : Entry(minutes, mark, MinutesEntryKind.Marking, now) with
            {
                MatterId = mark.MatterId,
                Ground = mark.Ground,
            };
    }

    private static Decision<MinutesEntry> MarkAll(MeetingMinutes minutes, MarkMeeting mark, DateTimeOffset now)
    {
        if (mark.Ground is not null && AccessGrounds.Find(mark.Ground) is null)
        {
            return new Refusal("AccessGroundUnknown", "ground");
        }
        return minutes.MeetingGround == mark.Ground
            ? Decision<MinutesEntry>.Happened()
            : Entry(minutes, mark, MinutesEntryKind.MeetingMarking, now) with
            {
                Ground = mark.Ground,
            };
    }

    private static Decision<MinutesEntry> Give(MeetingMinutes minutes, GiveCaseNumber give, DateTimeOffset now)
    {
        if (FreeText.Accept(give.Number, MinutesEntry.LongestCaseNumber, "caseNumber", out var number) is { } refusal)
        {
            return refusal;
        }
        return (minutes.CaseNumber ?? "") == number
            ? Decision<MinutesEntry>.Happened()
            : Entry(minutes, give, MinutesEntryKind.CaseNumber, now) with
            {
                Text = number,
            };
    }

    private static Decision<MinutesEntry> Make(MeetingMinutes minutes, MakePublicCopy make, DateTimeOffset now)
    {
        if (FreeText.Accept(make.Request, MinutesEntry.LongestRequest, "request", out var request) is { } refusal)
        {
            return refusal;
        }
        return Entry(minutes, make, MinutesEntryKind.PublicCopy, now) with
        {
            Text = request,
            Included = [.. Choices(minutes).Where(make.Included.Contains)],
            WithNames = make.WithNames,
        };
    }

    private static MinutesEntry Entry(
        MeetingMinutes minutes,
        AddToMinutes wanted,
        MinutesEntryKind kind,
        DateTimeOffset now
    ) => new((minutes.Entries.IsEmpty ? 0 : minutes.Entries[^1].Number) + 1, wanted.Id, kind, now);

    private static bool Has(MeetingMinutes minutes, Guid matterId) =>
        minutes.Content.Matters.Any(matter => matter.Id == matterId);
}
