using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Running;
using Endre.Domain.Workshops.Sorting;
using static Endre.Domain.Tests.Workshops.Given;

namespace Endre.Domain.Tests.Workshops.Sorting;

public sealed class SortingRulesTests
{
    private readonly ASortedBoard board = new();

    [Fact]
    public void A_category_is_made_with_notes_in_it()
    {
        var id = Guid.CreateVersion7();
        var made = board.When(board.Kari, new CreateCluster(id, "g1", "q1", [board.First, board.Third]));
        made.Then<ClusterCreated>().Cluster.Number.ShouldBe(1);
        made.Audiences.ShouldBe([Audience.Group("g1")]);
        board.Note(board.First).Clusters.ShouldBe([id]);
        board.Note(board.Third).Clusters.ShouldBe([id]);
        board.Note(board.Second).Clusters.ShouldBeEmpty();
        board.When(board.Kari, new CreateCluster(id, "g1", "q1", [])).ThenNothing();
    }

    [Fact]
    public void Categories_are_numbered_in_the_order_they_are_made_and_a_number_is_never_used_again()
    {
        board
            .WithCluster(board.Kari, out var first)
            .WithCluster(board.Ola, out _)
            .And(board.Kari, new RemoveCluster(first));
        board.WithCluster(board.Kari, out _);
        board.Board.Clusters.Select(c => c.Number).ShouldBe([2, 3]);
    }

    [Fact]
    public void A_note_may_stand_in_two_categories()
    {
        board.WithCluster(board.Kari, out var time, board.First).WithCluster(board.Kari, out var praise);
        board.And(board.Ola, new MoveNotes([board.First], From: null, praise));
        board.Note(board.First).Clusters.ShouldBe([time, praise]);
        board
            .And(board.Ola, new MoveNotes([board.First], time, To: null))
            .Note(board.First)
            .Clusters.ShouldBe([praise]);
    }

    [Fact]
    public void A_note_moves_from_one_category_to_another()
    {
        board.WithCluster(board.Kari, out var time, board.First).WithCluster(board.Kari, out var praise);
        var moved = board.When(board.Ola, new MoveNotes([board.First], time, praise));
        moved.Then<NotesMoved>().By.ShouldBe(board.Ola.MarkFor("sorting"));
        board.Note(board.First).Clusters.ShouldBe([praise]);
        board.When(board.Ola, new MoveNotes([board.First], time, praise)).ThenNothing();
        board.When(board.Ola, new MoveNotes([board.First], praise, praise)).ThenNothing();
    }

    [Fact]
    public void A_new_category_takes_its_notes_from_where_they_stood()
    {
        board.WithCluster(board.Kari, out var time, board.First, board.Third);
        var id = Guid.CreateVersion7();
        board.And(board.Ola, new CreateCluster(id, "g1", "q1", [board.Third], From: time));
        board.Note(board.Third).Clusters.ShouldBe([id]);
    }

    [Fact]
    public void Two_who_move_the_same_note_at_once_never_lose_it()
    {
        board
            .WithCluster(board.Kari, out var a, board.First)
            .WithCluster(board.Kari, out var b)
            .WithCluster(board.Kari, out var c);
        board.And(board.Kari, new MoveNotes([board.First], a, b)).And(board.Ola, new MoveNotes([board.First], a, c));
        board.Note(board.First).Clusters.ShouldBe([b, c]);
    }

    [Fact]
    public void A_removed_category_leaves_its_notes_loose()
    {
        board
            .WithCluster(board.Kari, out var id, board.First)
            .When(board.Ola, new RemoveCluster(id))
            .Then<ClusterRemoved>();
        board.Note(board.First).Clusters.ShouldBeEmpty();
        board.Board.Clusters.ShouldBeEmpty();
        board.When(board.Ola, new RemoveCluster(id)).ThenRefused("ClusterUnknown", "clusterId");
    }

    [Fact]
    public void Categories_get_names_and_labels_only_after_the_silent_sorting()
    {
        board.WithCluster(board.Kari, out var id);
        board.When(board.Kari, new DescribeCluster(id, "Tid")).ThenRefused("SortInSilenceFirst");
        var started = board.When(board.Kari, new StartLabeling("g1", "q1"));
        started.Then<LabelingStarted>();
        started.Audiences.ShouldBe([Audience.Group("g1")]);
        board.When(board.Ola, new StartLabeling("g1", "q1")).ThenNothing();
        board.When(board.Kari, new DescribeCluster(id, " Tid ")).Then<ClusterDescribed>().Title.ShouldBe("Tid");
    }

    [Fact]
    public void What_is_not_said_of_a_category_stays_as_it_is()
    {
        board.WithCluster(board.Kari, out var id).Labeling();
        board.And(board.Kari, new DescribeCluster(id, "Tid", ClusterKind.Barrier, ["barrier-annual-budgets"]));
        board.When(board.Kari, new DescribeCluster(id)).ThenNothing();
        board.And(board.Ola, new DescribeCluster(id, Kind: ClusterKind.Both));
        var cluster = board.Board.ClusterOf(id)!;
        (cluster.Title, cluster.Kind).ShouldBe(("Tid", ClusterKind.Both));
        cluster.FactorIds.ShouldBe(["barrier-annual-budgets"]);
        board.And(board.Ola, new DescribeCluster(id, "")).Board.ClusterOf(id)!.Title.ShouldBeNull();
    }

    [Fact]
    public void A_category_is_tied_to_a_factor_once()
    {
        board.WithCluster(board.Kari, out var id).Labeling();
        board.And(board.Kari, new DescribeCluster(id, FactorIds: ["driver-leadership", "driver-leadership"]));
        board.Board.ClusterOf(id)!.FactorIds.ShouldBe(["driver-leadership"]);
    }

    [Fact]
    public void A_category_s_description_is_held_to_its_rules()
    {
        board.WithCluster(board.Kari, out var id).Labeling();
        board
            .When(board.Kari, new DescribeCluster(id, new string('x', 121)))
            .ThenRefused("TextTooLong", "title", "120", "121");
        board
            .When(board.Kari, new DescribeCluster(id, FactorIds: ["a", "b", "c", "d", "e", "f"]))
            .ThenRefused("TooManyFactors", "factorIds", "5");
        board
            .When(board.Kari, new DescribeCluster(id, FactorIds: ["<b>01019012345</b>"]))
            .ThenRefused("FactorUnknown", "factorIds");
    }

    [Fact]
    public void Another_group_does_not_touch_the_board()
    {
        board.WithCluster(board.Kari, out var id, board.First).Labeling();
        board.When(board.Per, new CreateCluster(Guid.CreateVersion7(), "g1", "q1", [])).ThenRefused("NotYourGroup");
        board.When(board.Per, new MoveNotes([board.First], id, To: null)).ThenRefused("NotYourGroup");
        board.When(board.Per, new RemoveCluster(id)).ThenRefused("NotYourGroup");
        board.When(board.Per, new DescribeCluster(id, "Vår")).ThenRefused("NotYourGroup");
        board.When(board.Per, new MergeNote(board.First, board.Second)).ThenRefused("NotYourGroup");
        board.When(board.Per, new UndoSorting("g1", "q1")).ThenRefused("NotYourGroup");
    }

    [Fact]
    public void An_id_that_another_board_has_is_taken()
    {
        board.WithCluster(board.Kari, out var id);
        board.When(board.Per, new CreateCluster(id, "g2", "q1", [])).ThenRefused("IdTaken", "id");
        board.Given.At("choose");
        board.When(board.Kari, new CreateCluster(id, "g1", "q2", [])).ThenRefused("IdTaken", "id");
    }

    [Fact]
    public void Only_notes_of_the_board_are_sorted_on_it()
    {
        board.WithCluster(board.Kari, out var id);
        board.Given.Wrote(board.Per, out var elsewhere);
        board.When(board.Kari, new MoveNotes([board.First, elsewhere], null, id)).ThenRefused("NoteUnknown", "noteIds");
        board.When(board.Kari, new MoveNotes([Guid.CreateVersion7()], null, id)).ThenRefused("NoteUnknown", "noteIds");
        board.When(board.Kari, new MoveNotes([], null, id)).ThenRefused("NothingSelected", "noteIds");
        board
            .When(board.Kari, new MoveNotes([board.First], null, Guid.CreateVersion7()))
            .ThenRefused("ClusterUnknown", "to");
        board
            .When(board.Kari, new CreateCluster(Guid.CreateVersion7(), "g1", "q1", [elsewhere]))
            .ThenRefused("NoteUnknown", "noteIds");
        board.When(board.Kari, new MergeNote(board.First, elsewhere)).ThenRefused("NoteUnknown", "intoId");
    }

    [Fact]
    public void At_most_five_hundred_notes_move_at_once() =>
        board
            .When(board.Kari, new MoveNotes([.. Enumerable.Repeat(board.First, 501)], null, null))
            .ThenRefused("TooManySelected", "noteIds", "500");

    [Fact]
    public void A_board_has_at_most_sixty_categories()
    {
        for (var i = 0; i < 60; i++)
        {
            board.WithCluster(board.Kari, out _);
        }
        board
            .When(board.Kari, new CreateCluster(Guid.CreateVersion7(), "g1", "q1", []))
            .ThenRefused("TooManyClusters", field: null, "60");
    }

    [Fact]
    public void What_is_not_revealed_is_not_sorted()
    {
        board.Given.At("write-2").Wrote(board.Kari, out var hidden, question: "q2");
        board.When(board.Kari, new MoveNotes([hidden], null, null)).ThenRefused("NotRevealedYet");
        board.When(Siv, new CreateCluster(Guid.CreateVersion7(), "g1", "q2", [])).ThenRefused("NotRevealedYet");
    }

    [Fact]
    public void A_locked_board_is_not_sorted()
    {
        board.And(Siv, new SetLock(IsLocked: true));
        board.When(board.Kari, new CreateCluster(Guid.CreateVersion7(), "g1", "q1", [])).ThenRefused("BoardsLocked");
        board.When(board.Kari, new MergeNote(board.First, board.Third)).ThenRefused("BoardsLocked");
        board.When(Siv, new UndoSorting("g1", "q1")).ThenRefused("BoardsLocked");
        board.And(Siv, new SetLock(IsLocked: false)).WithCluster(board.Kari, out _);
    }

    [Fact]
    public void A_board_needs_a_group_and_a_question()
    {
        board.When(Siv, new StartLabeling("g9", "q1")).ThenRefused("GroupUnknown", "groupId");
        board.When(Siv, new StartLabeling("g1", "q9")).ThenRefused("QuestionUnknown", "questionId", "q9");
    }

    [Fact]
    public void The_log_tells_which_device_moved_what_without_naming_anybody()
    {
        var moved = board.WithCluster(board.Kari, out var id).When(board.Ola, new MoveNotes([board.First], null, id));
        var by = moved.Then<NotesMoved>().By;
        by.ShouldNotContain(board.Ola.Id.ToString("N"));
        board.Note(board.Third).Ownership.ShouldNotBe(by);
        board.When(Siv, new MoveNotes([board.Second], null, id)).Then<NotesMoved>().By.ShouldBe("facilitator");
    }
}
