using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Sorting;
using static Endre.Domain.Tests.Workshops.Given;

namespace Endre.Domain.Tests.Workshops.Sorting;

public sealed class UndoTests
{
    private readonly ASortedBoard board = new();

    [Fact]
    public void A_device_takes_back_its_own_last_change()
    {
        board.WithCluster(board.Kari, out var id, board.First);
        var undone = board.When(board.Kari, new UndoSorting("g1", "q1"));
        undone.Then<SortingUndone>();
        undone.Audiences.ShouldBe([Audience.Group("g1")]);
        board.Board.ClusterOf(id).ShouldBeNull();
        board.Note(board.First).Clusters.ShouldBeEmpty();
    }

    [Fact]
    public void A_device_does_not_take_back_the_change_of_another()
    {
        board.WithCluster(board.Kari, out var id);
        board.When(board.Ola, new UndoSorting("g1", "q1")).ThenRefused("NothingToUndo");
        board.And(board.Ola, new MoveNotes([board.Third], null, id)).Undo(board.Ola);
        board.Board.ClusterOf(id).ShouldNotBeNull();
        board.Note(board.Third).Clusters.ShouldBeEmpty();
    }

    [Fact]
    public void A_facilitator_takes_back_the_last_change_of_anybody()
    {
        board.WithCluster(board.Kari, out var first).WithCluster(board.Ola, out _).Undo(Siv);
        board.Board.Clusters.Select(c => c.Id).ShouldBe([first]);
        board.Undo(Siv).Board.Clusters.ShouldBeEmpty();
        board.When(Siv, new UndoSorting("g1", "q1")).ThenRefused("NothingToUndo");
    }

    [Fact]
    public void A_removed_category_comes_back_with_its_name_and_notes()
    {
        board.WithCluster(board.Kari, out var id, board.First, board.Third).Labeling();
        board.And(board.Kari, new DescribeCluster(id, "Tid", ClusterKind.Barrier));
        board.And(board.Kari, new RemoveCluster(id)).Undo(board.Kari);
        (board.Board.ClusterOf(id)!.Title, board.Board.ClusterOf(id)!.Kind).ShouldBe(("Tid", ClusterKind.Barrier));
        board.Note(board.First).Clusters.ShouldBe([id]);
        board.Note(board.Third).Clusters.ShouldBe([id]);
    }

    [Fact]
    public void A_category_that_was_made_again_meanwhile_is_there_once()
    {
        board.WithCluster(board.Kari, out var id).And(board.Ola, new RemoveCluster(id));
        board.And(board.Kari, new CreateCluster(id, "g1", "q1", [])).Undo(board.Ola);
        board.Board.Clusters.Count(c => c.Id == id).ShouldBe(1);
    }

    [Fact]
    public void A_category_whose_id_another_board_has_taken_does_not_come_back()
    {
        board.WithCluster(board.Kari, out var id, board.First).And(board.Kari, new RemoveCluster(id));
        board.And(board.Per, new CreateCluster(id, "g2", "q1", [])).Undo(board.Kari);
        board.Board.ClusterOf(id).ShouldBeNull();
        board.Note(board.First).Clusters.ShouldBeEmpty();
    }

    [Fact]
    public void A_category_that_others_have_filled_stays_when_its_maker_regrets_it()
    {
        board.WithCluster(board.Kari, out var id, board.First).And(board.Ola, new MoveNotes([board.Third], null, id));
        board.Undo(board.Kari);
        board.Board.ClusterOf(id).ShouldNotBeNull();
        board.Note(board.First).Clusters.ShouldBeEmpty();
        board.Note(board.Third).Clusters.ShouldBe([id]);
    }

    [Fact]
    public void A_moved_note_goes_back_to_where_it_stood()
    {
        board.WithCluster(board.Kari, out var a, board.First).WithCluster(board.Kari, out var b);
        board.And(board.Ola, new MoveNotes([board.First, board.Second], a, b)).Undo(board.Ola);
        board.Note(board.First).Clusters.ShouldBe([a]);
        board.Note(board.Second).Clusters.ShouldBeEmpty();
    }

    [Fact]
    public void An_undo_after_two_moved_the_same_note_leaves_it_where_the_other_put_it()
    {
        board
            .WithCluster(board.Kari, out var a, board.First)
            .WithCluster(board.Kari, out var b)
            .WithCluster(board.Kari, out var c);
        board.And(board.Kari, new MoveNotes([board.First], a, b)).And(board.Ola, new MoveNotes([board.First], a, c));
        board.Undo(board.Ola).Note(board.First).Clusters.ShouldBe([b]);
    }

    [Fact]
    public void A_name_goes_back_and_the_label_of_another_stays()
    {
        board.WithCluster(board.Kari, out var id).Labeling().And(board.Kari, new DescribeCluster(id, "Tid"));
        board.And(board.Ola, new DescribeCluster(id, Kind: ClusterKind.Barrier)).Undo(board.Kari);
        (board.Board.ClusterOf(id)!.Title, board.Board.ClusterOf(id)!.Kind).ShouldBe((null, ClusterKind.Barrier));
    }

    [Fact]
    public void Fifty_changes_can_be_taken_back()
    {
        board.WithCluster(board.Kari, out var id);
        for (var i = 0; i < 60; i++)
        {
            board.And(board.Kari, new MoveNotes([board.First], i % 2 == 0 ? null : id, i % 2 == 0 ? id : null));
        }
        for (var i = 0; i < 50; i++)
        {
            board.Undo(board.Kari);
        }
        board.When(board.Kari, new UndoSorting("g1", "q1")).ThenRefused("NothingToUndo");
        board.Note(board.First).Clusters.ShouldBeEmpty();
    }
}
