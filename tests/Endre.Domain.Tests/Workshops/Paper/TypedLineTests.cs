using CsCheck;
using Endre.Domain.Workshops.Closing;
using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Paper;

namespace Endre.Domain.Tests.Workshops.Paper;

public sealed class TypedLineTests
{
    private static readonly Guid Form = Guid.CreateVersion7();

    [Fact]
    public void Each_line_that_says_something_is_a_note_with_its_number()
    {
        var lines = TypedLine.Read(Form, "Mer tid\r\n\r\n  \u200B\nSjefen spør\n");
        lines.Select(l => (l.Number, l.Text)).ShouldBe([(1, "Mer tid"), (4, "Sjefen spør")]);
        TypedLine.Read(Form, null).ShouldBeEmpty();
    }

    [Fact]
    public void A_line_is_refused_for_what_a_note_is_refused_for()
    {
        var lines = TypedLine.Read(Form, $"{new string('x', 501)}\nRing Kari 01019012345\nMer tid");
        lines.Select(l => l.Fault?.Reason).ShouldBe(["TextTooLong", "NationalIdentityNumber", null]);
    }

    [Fact]
    public void The_same_form_again_gives_the_same_notes() =>
        Gen.String[Gen.Char["ab \n"], 0, 40]
            .Sample(typed =>
            {
                var lines = TypedLine.Read(Form, typed);
                lines.Select(l => l.NoteId).ShouldBeUnique();
                lines.ShouldBe(TypedLine.Read(Form, typed));
                // What is added before and after changes nothing of it.
                TypedLine
                    .Read(Form, $"først\n{typed}\nsist")
                    .Select(l => l.NoteId)
                    .ShouldBe([
                        TypedLine.Read(Form, "først")[0].NoteId,
                        .. lines.Select(l => l.NoteId),
                        TypedLine.Read(Form, "sist")[0].NoteId,
                    ]);
            });

    [Fact]
    public void Another_form_with_the_same_words_is_other_notes()
    {
        var other = TypedLine.Read(Guid.CreateVersion7(), "Mer tid");
        other[0].NoteId.ShouldNotBe(TypedLine.Read(Form, "Mer tid")[0].NoteId);
    }

    [Fact]
    public void Its_id_is_ordered_by_the_time_of_its_form()
    {
        var id = TypedLine.Read(Form, "Mer tid")[0].NoteId;
        (id.Version, id.ToString("N")[..12]).ShouldBe((7, Form.ToString("N")[..12]));
    }

    [Fact]
    public void Notes_from_paper_are_not_late_and_are_refused_once_the_workshop_is_closed()
    {
        var given = Given.AWorkshop().At("choose");
        var note = given.When(Given.Siv, Paper("Mer tid", "g2")).Then<NoteWritten>();
        (note.GroupId, note.IsLate, note.IsFromPaper).ShouldBe(("g2", false, true));
        given.And(Given.Siv, new CloseWorkshop());
        given.When(Given.Siv, Paper("For sent", "g2")).ThenRefused("WorkshopClosed");
    }

    [Fact]
    public void A_device_types_in_for_its_own_group_whatever_it_says()
    {
        var given = Given.AWorkshop().Joined(out var kari, "g1").At("choose");
        var note = given.When(kari, Paper("Fra bordet", "g2")).Then<NoteWritten>();
        (note.GroupId, note.IsLate, note.IsFromPaper).ShouldBe(("g1", false, true));
    }

    private static WriteNote Paper(string text, string groupId) =>
        new(TypedLine.Read(Form, text)[0].NoteId, "q1", "a", text, groupId, IsFromPaper: true);
}
