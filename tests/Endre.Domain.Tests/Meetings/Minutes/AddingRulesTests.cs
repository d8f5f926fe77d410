using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Minutes;

namespace Endre.Domain.Tests.Meetings.Minutes;

public sealed class AddingRulesTests
{
    private static readonly DateTimeOffset Now = MeetingWithMinutes.Ended.AddDays(2);

    [Fact]
    public void A_correction_stands_beside_what_was_locked_and_changes_nothing_of_it()
    {
        var minutes = MeetingWithMinutes.Locked(
            new CorrectMinutes(Guid.CreateVersion7(), MeetingWithMinutes.Light, " Bare gangen i 2. etasje. "),
            new CorrectMinutes(Guid.CreateVersion7(), null, "Odd var til stede.")
        );
        minutes.Content.ShouldBeSameAs(MeetingWithMinutes.Content);
        var correction = minutes.CorrectionsOf(MeetingWithMinutes.Light).Single();
        (correction.Number, correction.Text, correction.Name).ShouldBe((1, "Bare gangen i 2. etasje.", "Lise Leder"));
        minutes.CorrectionsOf(null).Single().Number.ShouldBe(2);
    }

    [Fact]
    public void The_same_form_is_one_entry_and_what_changes_nothing_is_none()
    {
        var correct = new CorrectMinutes(Guid.CreateVersion7(), null, "Odd var til stede.");
        MeetingWithMinutes.Locked(correct, correct with { Text = "Noe annet" }).Entries.Length.ShouldBe(1);
        MeetingWithMinutes
            .Locked(
                new GiveCaseNumber(Id(), ""),
                new MarkMeeting(Id(), null),
                new MarkLockedMatter(Id(), MeetingWithMinutes.Light, null)
            )
            .Entries.ShouldBeEmpty();
        var minutes = MeetingWithMinutes.Locked(new GiveCaseNumber(Id(), "2026/1"), new GiveCaseNumber(Id(), "2026/2"));
        (minutes.CaseNumber, minutes.Entries.Length).ShouldBe(("2026/2", 2));
    }

    [Fact]
    public void A_draft_takes_a_case_number_and_a_marking_but_no_correction_and_no_copy()
    {
        var draft = MeetingWithMinutes.Locked() with { Lock = null };
        var id = Guid.CreateVersion7();
        Reason(new CorrectMinutes(id, null, "Feil")).ShouldBe("MinutesNotLocked");
        Reason(new MarkLockedMatter(id, MeetingWithMinutes.Light, "internal")).ShouldBe("MinutesNotLocked");
        Reason(new MakePublicCopy(id, null, [], WithNames: true)).ShouldBe("MinutesNotLocked");
        Reason(new GiveCaseNumber(id, "2026/1")).ShouldBeNull();
        Reason(new MarkMeeting(id, "internal")).ShouldBeNull();

        string? Reason(AddToMinutes wanted) => AddingRules.Decide(draft, wanted, Now).Refusal?.Reason;
    }

    [Theory]
    [InlineData("", "TextMissing")]
    [InlineData("   ", "TextMissing")]
    [InlineData("Spør 01010112345", "NationalIdentityNumber")]
    public void A_correction_that_cannot_be_used_is_refused_at_its_field(string text, string reason)
    {
        var refusal = AddingRules
            .Decide(MeetingWithMinutes.Locked(), new CorrectMinutes(Guid.CreateVersion7(), null, text), Now)
            .Refusal!;
        (refusal.Reason, refusal.Field).ShouldBe((reason, "text"));
    }

    [Fact]
    public void What_is_not_there_or_too_much_is_refused()
    {
        var minutes = MeetingWithMinutes.Locked();
        var id = Guid.CreateVersion7();
        Reason(minutes, new CorrectMinutes(id, Guid.CreateVersion7(), "Feil")).ShouldBe("MinutesMatterUnknown");
        Reason(minutes, new CorrectMinutes(id, null, new string('x', 2001))).ShouldBe("TextTooLong");
        Reason(minutes, new MarkLockedMatter(id, MeetingWithMinutes.Light, "fordi")).ShouldBe("AccessGroundUnknown");
        Reason(minutes, new MarkMeeting(id, AccessGrounds.Open)).ShouldBe("AccessGroundUnknown");
        Reason(minutes, new GiveCaseNumber(id, new string('1', 41))).ShouldBe("TextTooLong");
        Reason(minutes with { State = MeetingState.Canceled }, new GiveCaseNumber(id, "1"))
            .ShouldBe("MeetingIsCanceled");
        var full = minutes with
        {
            Entries =
            [
                .. Enumerable
                    .Range(1, AddingRules.MostEntries)
                    .Select(number => new MinutesEntry(
                        number,
                        Guid.CreateVersion7(),
                        MinutesEntryKind.Correction,
                        Now
                    )),
            ],
        };
        Reason(full, new GiveCaseNumber(id, "1")).ShouldBe("TooManyEntries");

        static string? Reason(MeetingMinutes minutes, AddToMinutes wanted) =>
            AddingRules.Decide(minutes, wanted, Now).Refusal?.Reason;
    }

    [Fact]
    public void A_matter_follows_the_meeting_until_it_is_marked_itself_also_as_open()
    {
        var minutes = MeetingWithMinutes.Locked(
            new MarkMeeting(Id(), "internal"),
            new MarkLockedMatter(Id(), MeetingWithMinutes.Light, AccessGrounds.Open),
            new MarkLockedMatter(Id(), MeetingWithMinutes.Person, "secrecy")
        );
        minutes
            .Content.Matters.Select(matter => minutes.GroundOf(matter)?.Word)
            .ShouldBe([null, "secrecy", "internal", "internal", "internal"]);
        minutes.Grounds.Select(ground => ground.Word).ShouldBe(["secrecy", "internal"]);
        minutes.GroundOfRest!.Word.ShouldBe("secrecy", "nobody knows which matter the rest tells of");
    }

    [Fact]
    public void The_leader_is_reminded_after_three_days()
    {
        var draft = MeetingWithMinutes.Locked() with { Lock = null };
        draft.IsLate(MeetingWithMinutes.Ended.AddDays(3)).ShouldBeFalse();
        draft.IsLate(MeetingWithMinutes.Ended.AddDays(3).AddMinutes(1)).ShouldBeTrue();
        MeetingWithMinutes.Locked().IsLate(MeetingWithMinutes.Ended.AddDays(30)).ShouldBeFalse();
    }

    private static Guid Id() => Guid.CreateVersion7();
}
