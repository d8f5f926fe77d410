using Endre.Domain.Workshops.Choosing;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Sorting;

namespace Endre.Domain.Tests.Workshops.Groups;

public sealed class GroupRulesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(61)]
    public void There_are_one_to_sixty_groups(int count) =>
        Given
            .AWorkshop()
            .When(Given.Siv, new ChangeGroupCount(count))
            .ThenRefused("GroupCountOutOfRange", "groups", "60");

    [Fact]
    public void More_groups_are_numbered_onwards()
    {
        var given = Given.AWorkshop(groups: 2).And(Given.Siv, new ChangeGroupCount(4));
        given.Workshop.Groups.Select(g => (g.Id, g.Number)).ShouldBe([("g1", 1), ("g2", 2), ("g3", 3), ("g4", 4)]);
        given.Workshop.Presentations.Queue.ShouldBe(["g1", "g2", "g3", "g4"]);
    }

    [Fact]
    public void As_many_groups_as_before_is_no_change() =>
        Given.AWorkshop().When(Given.Siv, new ChangeGroupCount(3)).ThenNothing();

    [Fact]
    public void Those_of_a_removed_group_are_spread_over_the_others()
    {
        var given = Given.AWorkshop().Joined(2, "g1").Joined(1, "g2").Joined(4, "g3");
        given.Joined(out var gone, "g3").And(gone, new Leave());
        given.And(Given.Siv, new ChangeGroupCount(2));
        given.Workshop.HeadsByGroup["g1"].ShouldBe(4);
        given.Workshop.HeadsByGroup["g2"].ShouldBe(3);
        given.Workshop.Participants.Values.ShouldAllBe(p => p.GroupId != "g3");
    }

    [Fact]
    public void Those_who_left_take_no_place_when_a_group_is_spread()
    {
        var given = Given.AWorkshop(groups: 3).Joined(out var gone, "g3", heads: 20).And(gone, new Leave());
        given.Joined(6, "g3").And(Given.Siv, new ChangeGroupCount(2));
        given.Workshop.HeadsByGroup["g1"].ShouldBe(3);
        given.Workshop.HeadsByGroup["g2"].ShouldBe(3);
    }

    [Fact]
    public void A_group_with_notes_cannot_be_removed()
    {
        var given = Given.AWorkshop().Joined(out var kari, "g2").At("write-1");
        given.And(kari, new WriteNote(Guid.CreateVersion7(), "q1", "a", "Sjefen spør"));
        given.When(Given.Siv, new ChangeGroupCount(1)).ThenRefused("GroupHasNotes", "groups", "2");
    }

    [Fact]
    public void A_group_with_a_proposal_and_no_note_cannot_be_removed() =>
        Given
            .AWorkshop()
            .At("choose")
            .And(Given.Siv, new Propose(Guid.CreateVersion7(), "g3", "q2", NoteId: null, "Tavle på vaktrommet"))
            .When(Given.Siv, new ChangeGroupCount(2))
            .ThenRefused("GroupHasNotes", "groups", "3");

    [Fact]
    public void A_group_with_a_category_and_no_note_cannot_be_removed() =>
        Given
            .AWorkshop()
            .At("sort")
            .And(Given.Siv, new CreateCluster(Guid.CreateVersion7(), "g3", "q1", []))
            .When(Given.Siv, new ChangeGroupCount(2))
            .ThenRefused("GroupHasNotes", "groups", "3");

    [Fact]
    public void A_group_that_comes_back_comes_back_silent()
    {
        var given = Given.AWorkshop().At("sort");
        given.Workshop.BoardOf("g3", "q1").IsRevealed.ShouldBeTrue();
        given.And(Given.Siv, new ChangeGroupCount(2)).And(Given.Siv, new ChangeGroupCount(3));
        given.Workshop.BoardOf("g3", "q1").IsRevealed.ShouldBeFalse();
    }

    [Fact]
    public void A_group_gets_a_name_and_loses_it_again()
    {
        var given = Given.AWorkshop();
        given.When(Given.Siv, new RenameGroup("g2", " Nattskiftet ")).Then<GroupsChanged>();
        given.Workshop.GroupOf("g2")!.Name.ShouldBe("Nattskiftet");
        given.When(Given.Siv, new RenameGroup("g2", "Nattskiftet")).ThenNothing();
        given.And(Given.Siv, new RenameGroup("g2", ""));
        given.Workshop.GroupOf("g2")!.Name.ShouldBeNull();
    }

    [Fact]
    public void A_group_s_name_is_held_to_its_rules()
    {
        var given = Given.AWorkshop();
        given.When(Given.Siv, new RenameGroup("g9", "Natt")).ThenRefused("GroupUnknown", "groupId");
        given.When(Given.Siv, new RenameGroup("g1", new string('n', 61))).ThenRefused("TextTooLong", "name");
    }

    [Fact]
    public void A_participant_moves_and_the_notes_stay()
    {
        var given = Given.AWorkshop().Joined(out var kari, "g1").At("write-1").Wrote(kari, out var note);
        var moved = given.When(kari, new MoveToGroup(kari.Id, "g2"));
        moved.Then<ParticipantMoved>().ShouldBe(new ParticipantMoved(kari.Id, "g2", Table: 1));
        given.Workshop.Notes[note].GroupId.ShouldBe("g1");
        given.Workshop.HeadsByGroup["g1"].ShouldBe(0);
        given.Workshop.HeadsByGroup["g2"].ShouldBe(1);
        given.When(kari, new MoveToGroup(kari.Id, "g2")).ThenNothing();
    }

    [Fact]
    public void A_facilitator_moves_anybody_and_a_participant_only_oneself()
    {
        var given = Given.AWorkshop().Joined(out var kari, "g1").Joined(out var ola, "g2");
        given.When(ola, new MoveToGroup(kari.Id, "g2")).ThenRefused("NotFacilitator");
        given.When(Given.Siv, new MoveToGroup(kari.Id, "g2")).Then<ParticipantMoved>();
    }

    [Fact]
    public void A_move_needs_somebody_and_somewhere()
    {
        var given = Given.AWorkshop().Joined(out var kari);
        given.When(kari, new MoveToGroup(kari.Id, "g7")).ThenRefused("GroupUnknown", "groupId");
        given
            .When(Given.Siv, new MoveToGroup(Guid.CreateVersion7(), "g1"))
            .ThenRefused("ParticipantUnknown", "participantId");
    }

    [Fact]
    public void Who_is_moved_sits_at_the_table_with_most_room()
    {
        var given = Given.AWorkshop().Joined(9, "g1").And(Given.Siv, new SeatAtTables("g1"));
        given
            .Joined(out var kari, "g2")
            .When(kari, new MoveToGroup(kari.Id, "g1"))
            .Then<ParticipantMoved>()
            .Table.ShouldBe(2);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(6, 1)]
    [InlineData(7, 2)]
    [InlineData(12, 2)]
    [InlineData(13, 3)]
    [InlineData(20, 4)]
    [InlineData(60, 10)]
    public void A_table_seats_at_most_six(int heads, int tables) => GroupRules.TablesFor(heads).ShouldBe(tables);

    [Fact]
    public void A_group_of_twenty_sits_at_four_tables_of_five()
    {
        var given = Given.AWorkshop(groups: 1).Joined(20, "g1");
        given.When(Given.Siv, new SeatAtTables("g1")).Then<TablesSeated>().Tables.ShouldBe(4);
        given.Workshop.GroupOf("g1")!.Tables.ShouldBe(4);
        given.Workshop.Participants.Values.GroupBy(p => p.Table).ShouldAllBe(table => table.Count() == 5);
    }

    [Fact]
    public void Those_who_share_a_phone_sit_together_and_no_table_gets_more_than_six()
    {
        var given = Given.AWorkshop(groups: 1).Joined(out _, heads: 4).Joined(out _, heads: 4).Joined(out _, heads: 4);
        given.When(Given.Siv, new SeatAtTables("g1")).Then<TablesSeated>().Tables.ShouldBe(3);
    }

    [Fact]
    public void A_scribe_for_a_whole_class_has_a_table_of_its_own()
    {
        var given = Given.AWorkshop(groups: 1).Joined(out var scribe, heads: 20).Joined(6, "g1");
        given.And(Given.Siv, new SeatAtTables("g1"));
        var table = given.Workshop.Participants[scribe.Id].Table;
        given.Workshop.Participants.Values.Count(p => p.Table == table).ShouldBe(1);
    }

    [Fact]
    public void Tables_are_seated_in_groups_that_exist() =>
        Given.AWorkshop().When(Given.Siv, new SeatAtTables("g8")).ThenRefused("GroupUnknown", "groupId");

    [Fact]
    public void A_removed_group_presents_no_more()
    {
        var given = Given
            .AWorkshop()
            .At("present")
            .And(Given.Siv, new Domain.Workshops.Presenting.StartPresentation("g3"));
        given.And(Given.Siv, new ChangeGroupCount(2));
        given.Workshop.Presentations.Current.ShouldBeNull();
        given.Workshop.Presentations.Queue.ShouldBe(["g1", "g2"]);
    }
}
