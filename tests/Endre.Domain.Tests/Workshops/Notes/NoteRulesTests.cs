using Endre.Domain.Shared;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Closing;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Plan;
using Endre.Domain.Workshops.Running;
using Endre.Domain.Workshops.Sorting;

namespace Endre.Domain.Tests.Workshops.Notes;

public sealed class NoteRulesTests
{
    private readonly Given given = Given.AWorkshop();
    private readonly Actor.Device kari;
    private readonly Actor.Device ola;

    public NoteRulesTests() => given.Joined(out kari, "g1").Joined(out ola, "g1").At("write-1");

    [Fact]
    public void A_note_carries_its_question_its_half_and_its_group()
    {
        var id = Guid.CreateVersion7();
        var written = given.When(kari, new WriteNote(id, "q1", "b", "  Skriveren  ")).Then<NoteWritten>();
        (written.Id, written.GroupId, written.QuestionId, written.Half).ShouldBe((id, "g1", "q1", "b"));
        (written.Text, written.IsLate, written.IsFromPaper).ShouldBe(("Skriveren", false, false));
        given.Workshop.Notes[id].Sequence.ShouldBe(given.Workshop.Sequence);
        given.Workshop.BoardOf("g1", "q1").NoteIds.ShouldBe([id]);
    }

    [Fact]
    public void A_silent_note_reaches_nobody()
    {
        var outcome = given.When(kari, Write());
        outcome.Audiences.ShouldBe([Audience.Nobody]);
        var id = outcome.Then<NoteWritten>().Id;
        given.When(kari, new EditNote(id, "Bedre ord")).Audiences.ShouldBe([Audience.Nobody]);
        given.When(kari, new WithdrawNote(id)).Audiences.ShouldBe([Audience.Nobody]);
    }

    [Fact]
    public void A_note_on_a_revealed_board_reaches_its_group()
    {
        given.And(kari, new Reveal(null, null));
        given.When(ola, Write()).Audiences.ShouldBe([Audience.Group("g1")]);
    }

    [Fact]
    public void A_note_reaches_everyone_once_its_group_has_presented()
    {
        given.At("present").And(Given.Siv, new Domain.Workshops.Presenting.StartPresentation("g1"));
        given.When(ola, Write()).Audiences.ShouldBe([Audience.Everyone]);
    }

    [Fact]
    public void A_note_has_no_author_but_a_mark_that_only_its_device_can_make()
    {
        var id = Guid.CreateVersion7();
        var written = given.When(kari, Write(id)).Then<NoteWritten>();
        written.Ownership.ShouldBe(Mark.Of(kari.Token, id.ToString("N")));
        written.Ownership.ShouldNotContain(kari.Id.ToString("N"));
        given.Workshop.Notes[id].IsWrittenBy(kari).ShouldBeTrue();
        given.Workshop.Notes[id].IsWrittenBy(ola).ShouldBeFalse();
        given.Workshop.Notes[id].IsWrittenBy(Given.Siv).ShouldBeFalse();
    }

    [Fact]
    public void Two_notes_of_one_device_cannot_be_joined_by_their_marks()
    {
        var first = given.When(kari, Write()).Then<NoteWritten>();
        given.When(kari, Write()).Then<NoteWritten>().Ownership.ShouldNotBe(first.Ownership);
    }

    [Fact]
    public void The_same_note_again_is_no_fault_for_the_one_who_wrote_it()
    {
        var id = Guid.CreateVersion7();
        given.And(kari, Write(id)).When(kari, Write(id)).ThenNothing();
        given.Workshop.Notes.Count.ShouldBe(1);
        given.At("welcome").And(Given.Siv, new CloseWorkshop());
        given.When(kari, Write(id)).ThenNothing();
    }

    [Fact]
    public void The_same_id_from_somebody_else_is_refused()
    {
        var id = Guid.CreateVersion7();
        given.And(kari, Write(id)).When(ola, Write(id)).ThenRefused("NoteNotYours", "id");
    }

    [Fact]
    public void A_note_after_its_step_is_taken_and_marked_late()
    {
        given.At("sort").When(kari, Write()).Then<NoteWritten>().IsLate.ShouldBeTrue();
        given.At("write-2").When(kari, Write()).Then<NoteWritten>().IsLate.ShouldBeTrue();
        given.When(kari, Write(question: "q2")).Then<NoteWritten>().IsLate.ShouldBeFalse();
        given.At("write-1").When(kari, Write()).Then<NoteWritten>().IsLate.ShouldBeFalse();
    }

    [Fact]
    public void A_note_over_time_is_not_late_before_the_facilitator_moves_on() =>
        given.Later(TimeSpan.FromHours(1)).When(kari, Write()).Then<NoteWritten>().IsLate.ShouldBeFalse();

    [Fact]
    public void A_note_where_nothing_was_written_before_is_not_late()
    {
        var plan = Plans.Of(
            Plans.Step("talk", StepKind.Share, 5, "q1"),
            Plans.Step("choose", StepKind.Choose, 5, "q1")
        );
        var other = Given.AWorkshop(plan: plan).Joined(out var per).At("choose");
        other.When(per, Write(half: null)).Then<NoteWritten>().IsLate.ShouldBeFalse();
    }

    [Fact]
    public void A_late_note_is_taken_on_a_locked_board()
    {
        given.At("sort").And(Given.Siv, new SetLock(IsLocked: true));
        given.When(kari, Write()).Then<NoteWritten>().IsLate.ShouldBeTrue();
    }

    [Fact]
    public void A_note_from_paper_is_typed_in_by_a_facilitator_and_never_late()
    {
        given.At("choose");
        var id = Guid.CreateVersion7();
        var write = new WriteNote(id, "q1", "a", "Skrevet for hånd", "g2", IsFromPaper: true);
        var written = given.When(Given.Siv, write).Then<NoteWritten>();
        (written.GroupId, written.IsFromPaper, written.IsLate).ShouldBe(("g2", true, false));
        given.When(Given.Siv, new EditNote(id, "Skrevet av")).Then<NoteEdited>();
        given.When(kari, new EditNote(id, "Min")).ThenRefused("NoteNotYours", "id");
    }

    [Fact]
    public void A_facilitator_says_which_group_a_note_belongs_to()
    {
        given.When(Given.Siv, Write()).ThenRefused("GroupUnknown", "groupId");
        given.When(Given.Siv, Write() with { GroupId = "g9" }).ThenRefused("GroupUnknown", "groupId");
    }

    [Fact]
    public void A_device_writes_in_its_own_group_whatever_it_says()
    {
        given.When(kari, Write() with { GroupId = "g3" }).Then<NoteWritten>().GroupId.ShouldBe("g1");
        given.And(kari, new MoveToGroup(kari.Id, "g2")).When(kari, Write()).Then<NoteWritten>().GroupId.ShouldBe("g2");
    }

    [Fact]
    public void A_note_answers_a_question_of_the_plan_that_has_been_asked()
    {
        given.When(kari, Write(question: "q9")).ThenRefused("QuestionUnknown", "questionId", "q9");
        given.When(kari, Write(question: "q2")).ThenRefused("QuestionNotOpen", "questionId");
        given.When(kari, Write(half: "c")).ThenRefused("HalfUnknown", "half");
        given.When(kari, Write(half: null)).ThenRefused("HalfUnknown", "half");
    }

    [Fact]
    public void A_note_on_a_question_without_halves_has_none()
    {
        var plan = Plans.Of(Plans.Step("write", StepKind.Write, 5, "q1"));
        var other = Given.AWorkshop(plan: plan).Joined(out var per);
        other.When(per, Write(half: "a")).Then<NoteWritten>().Half.ShouldBeNull();
        other.When(per, Write(half: null)).Then<NoteWritten>().Half.ShouldBeNull();
        other.When(per, Write(half: "b")).ThenRefused("HalfUnknown", "half");
    }

    [Theory]
    [InlineData(null, "TextMissing")]
    [InlineData(" \u200B ", "TextMissing")]
    [InlineData("Pasienten 010190 12345", "NationalIdentityNumber")]
    public void A_note_s_text_is_held_to_its_rules(string? text, string reason)
    {
        given.When(kari, Write(text: text)).ThenRefused(reason, "text");
        given.Wrote(kari, out var id).When(kari, new EditNote(id, text)).ThenRefused(reason, "text");
    }

    [Fact]
    public void A_note_over_the_limit_is_refused()
    {
        given.When(kari, Write(text: new string('x', 501))).ThenRefused("TextTooLong", "text", "500", "501");
        given.When(kari, Write(text: new string('x', 500))).Then<NoteWritten>();
    }

    [Fact]
    public void One_s_own_note_may_be_edited()
    {
        given
            .Wrote(kari, out var id, "Før")
            .When(kari, new EditNote(id, " Etter "))
            .Then<NoteEdited>()
            .Text.ShouldBe("Etter");
        given.Workshop.Notes[id].Text.ShouldBe("Etter");
        given.When(kari, new EditNote(id, "Etter")).ThenNothing();
    }

    [Fact]
    public void Nobody_else_edits_a_note()
    {
        given.Wrote(kari, out var id);
        given.When(ola, new EditNote(id, "Mitt")).ThenRefused("NoteNotYours", "id");
        given.When(Given.Siv, new EditNote(id, "Mitt")).ThenRefused("NoteNotYours", "id");
        given.When(kari, new EditNote(Guid.CreateVersion7(), "Noe")).ThenRefused("NoteUnknown", "id");
    }

    [Fact]
    public void A_withdrawn_note_is_not_edited_and_not_withdrawn_twice()
    {
        given.Wrote(kari, out var id).When(kari, new WithdrawNote(id)).Then<NoteWithdrawn>();
        given.Workshop.Notes[id].IsWithdrawn.ShouldBeTrue();
        given.Workshop.BoardOf("g1", "q1").NoteIds.ShouldBe([id]);
        given.When(kari, new WithdrawNote(id)).ThenNothing();
        given.When(kari, new EditNote(id, "Likevel")).ThenRefused("NoteWithdrawn", "id");
    }

    [Fact]
    public void A_facilitator_takes_away_a_note_that_is_revealed_and_knows_of_no_other()
    {
        given.Wrote(kari, out var id, "Kari på rom 4");
        given.When(Given.Siv, new WithdrawNote(id)).ThenRefused("NoteNotYours", "id");
        given.And(kari, new Reveal(null, null)).When(Given.Siv, new WithdrawNote(id)).Then<NoteWithdrawn>();
    }

    [Fact]
    public void Only_its_writer_or_a_facilitator_withdraws_a_note()
    {
        given.Wrote(kari, out var id).And(kari, new Reveal(null, null));
        given.When(ola, new WithdrawNote(id)).ThenRefused("NoteNotYours", "id");
        given.When(ola, new WithdrawNote(Guid.CreateVersion7())).ThenRefused("NoteUnknown", "id");
    }

    [Fact]
    public void A_closed_workshop_keeps_its_notes_as_they_are()
    {
        given.Wrote(kari, out var id).And(Given.Siv, new CloseWorkshop());
        given.When(kari, new EditNote(id, "Nytt")).ThenRefused("WorkshopClosed");
        given.When(kari, new WithdrawNote(id)).ThenRefused("WorkshopClosed");
    }

    [Fact]
    public void What_lay_under_a_withdrawn_note_stands_by_itself_again()
    {
        given.Wrote(kari, out var top).Wrote(ola, out var under).At("sort");
        given.And(ola, new MergeNote(under, top)).And(kari, new WithdrawNote(top));
        given.Workshop.Notes[under].IsStanding.ShouldBeTrue();
    }

    private static WriteNote Write(
        Guid? id = null,
        string question = "q1",
        string? half = "a",
        string? text = "Sjefen spør"
    ) => new(id ?? Guid.CreateVersion7(), question, half, text);
}
