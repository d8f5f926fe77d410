using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Sorting;

namespace Endre.Domain.Tests.Workshops.Sorting;

public sealed class MergingTests
{
    private readonly ASortedBoard board = new();

    [Fact]
    public void A_merged_note_is_a_pointer_and_keeps_its_text()
    {
        board.When(board.Kari, new MergeNote(board.Third, board.First)).Then<NoteMerged>().IntoId.ShouldBe(board.First);
        var merged = board.Note(board.Third);
        (merged.MergedInto, merged.IsStanding, merged.Text).ShouldBe((board.First, false, "Mer tid"));
        Standing().ShouldBe([board.First, board.Second]);
        board.Board.NoteIds.Count.ShouldBe(3);
        board.When(board.Kari, new MergeNote(board.Third, board.First)).ThenNothing();
    }

    [Fact]
    public void A_split_note_stands_by_itself_again()
    {
        board.And(board.Kari, new MergeNote(board.Third, board.First));
        board.When(board.Ola, new SplitNote(board.Third)).Then<NoteSplit>();
        Standing().Count.ShouldBe(3);
        board.When(board.Ola, new SplitNote(board.Third)).ThenNothing();
    }

    [Fact]
    public void A_note_laid_under_a_merged_one_comes_to_the_one_that_stands()
    {
        board.And(board.Kari, new MergeNote(board.Third, board.First));
        board.When(board.Ola, new MergeNote(board.Second, board.Third)).Then<NoteMerged>().IntoId.ShouldBe(board.First);
        Standing().ShouldBe([board.First]);
    }

    [Fact]
    public void What_lies_under_a_note_follows_it()
    {
        board
            .And(board.Kari, new MergeNote(board.Third, board.First))
            .And(board.Kari, new MergeNote(board.First, board.Second));
        board.Note(board.Third).MergedInto.ShouldBe(board.Second);
        board.Note(board.First).MergedInto.ShouldBe(board.Second);
    }

    [Fact]
    public void A_note_is_not_laid_under_itself()
    {
        board.When(board.Kari, new MergeNote(board.First, board.First)).ThenRefused("MergeIntoItself", "intoId");
        board.And(board.Kari, new MergeNote(board.Third, board.First));
        board.When(board.Kari, new MergeNote(board.First, board.Third)).ThenRefused("MergeIntoItself", "intoId");
    }

    [Fact]
    public void A_note_that_is_gone_is_not_merged()
    {
        board.And(board.Kari, new WithdrawNote(board.First));
        board.When(board.Ola, new MergeNote(board.Third, board.First)).ThenRefused("NoteWithdrawn", "intoId");
        board.When(board.Ola, new MergeNote(board.First, board.Third)).ThenRefused("NoteWithdrawn", "intoId");
        board.When(board.Ola, new MergeNote(Guid.CreateVersion7(), board.Third)).ThenRefused("NoteUnknown", "noteId");
        board.When(board.Ola, new MergeNote(board.Third, Guid.CreateVersion7())).ThenRefused("NoteUnknown", "intoId");
        board.When(board.Ola, new SplitNote(Guid.CreateVersion7())).ThenRefused("NoteUnknown", "noteId");
    }

    [Fact]
    public void Undoing_a_merge_gives_each_note_back_where_it_lay()
    {
        board
            .And(board.Kari, new MergeNote(board.Third, board.First))
            .And(board.Kari, new MergeNote(board.First, board.Second));
        board.Undo(board.Kari);
        board.Note(board.Third).MergedInto.ShouldBe(board.First);
        board.Note(board.First).IsStanding.ShouldBeTrue();
        board.Undo(board.Kari);
        Standing().Count.ShouldBe(3);
    }

    [Fact]
    public void Undoing_a_second_merge_gives_the_note_back_to_the_first()
    {
        board
            .And(board.Kari, new MergeNote(board.Third, board.First))
            .And(board.Kari, new MergeNote(board.Third, board.Second));
        board.Undo(board.Kari).Note(board.Third).MergedInto.ShouldBe(board.First);
    }

    [Fact]
    public void Undoing_a_split_lays_the_note_under_again() =>
        board
            .And(board.Kari, new MergeNote(board.Third, board.First))
            .And(board.Kari, new SplitNote(board.Third))
            .Undo(board.Kari)
            .Note(board.Third)
            .MergedInto.ShouldBe(board.First);

    [Fact]
    public void Two_notes_never_end_up_under_each_other()
    {
        board.And(board.Kari, new MergeNote(board.First, board.Third)).And(board.Ola, new SplitNote(board.First));
        board.And(board.Kari, new MergeNote(board.Third, board.First)).Undo(board.Ola);
        Standing().Count.ShouldBe(2);
        board.Note(board.Third).MergedInto.ShouldBe(board.First);
        board.Note(board.First).IsStanding.ShouldBeTrue();
    }

    [Fact]
    public void An_undo_does_not_lay_a_note_under_one_that_is_gone()
    {
        board.And(board.Ola, new MergeNote(board.Third, board.First)).And(board.Ola, new SplitNote(board.Third));
        board.And(board.Kari, new WithdrawNote(board.First)).Undo(board.Ola);
        board.Note(board.Third).IsStanding.ShouldBeTrue();
    }

    [Fact]
    public void Undoing_one_s_own_merge_does_not_undo_that_of_another()
    {
        board
            .And(board.Kari, new MergeNote(board.Third, board.First))
            .And(board.Ola, new MergeNote(board.First, board.Second));
        board.Undo(board.Kari);
        board.Note(board.Third).IsStanding.ShouldBeTrue();
        board.Undo(board.Ola);
        board.Note(board.Third).IsStanding.ShouldBeTrue();
        Standing().Count.ShouldBe(3);
    }

    private List<Guid> Standing() => [.. board.Board.NoteIds.Where(id => board.Note(id).IsStanding)];
}
