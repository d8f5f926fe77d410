using Endre.Domain.Shared;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Closing;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Running;

namespace Endre.Domain.Tests.Workshops.Groups;

public sealed class JoiningRulesTests
{
    [Fact]
    public void Groups_fill_evenly()
    {
        var given = Given.AWorkshop();
        for (var i = 0; i < 7; i++)
        {
            given.Joined(out _);
        }
        given.Workshop.HeadsByGroup.OrderBy(g => g.Key).Select(g => g.Value).ShouldBe([3, 2, 2]);
    }

    [Fact]
    public void Groups_fill_by_people_and_not_by_devices()
    {
        var given = Given.AWorkshop(groups: 2).Joined(out _, heads: 5);
        for (var i = 0; i < 5; i++)
        {
            given.Joined(out var device);
            GroupOf(given, device).ShouldBe("g2");
        }
        given.Joined(out var last);
        GroupOf(given, last).ShouldBe("g1");
        given.Workshop.Heads.ShouldBe(11);
    }

    [Fact]
    public void Somebody_may_ask_for_a_group_and_gets_it()
    {
        var given = Given.AWorkshop().Joined(4, "g3").Joined(out var kari, "g3");
        GroupOf(given, kari).ShouldBe("g3");
    }

    [Fact]
    public void Late_comers_come_to_the_smallest_group()
    {
        var given = Given.AWorkshop().Joined(3, "g1").Joined(3, "g2").Joined(2, "g3").At("choose").Joined(out var late);
        GroupOf(given, late).ShouldBe("g3");
    }

    [Fact]
    public void Late_comers_sit_at_the_table_with_most_room()
    {
        var given = Given.AWorkshop(groups: 1).Joined(11, "g1").And(Given.Siv, new SeatAtTables("g1"));
        given.Joined(out var late);
        var tables = given.Workshop.Participants.Values.GroupBy(p => p.Table).Select(t => t.Sum(p => p.Heads));
        tables.ShouldBe([6, 6], ignoreOrder: true);
        given.Workshop.Participants[late.Id].Table.ShouldBeInRange(1, 2);
    }

    [Fact]
    public void Those_who_left_do_not_count()
    {
        var given = Given.AWorkshop(groups: 2).Joined(out var kari).Joined(out _).And(kari, new Leave());
        given.Workshop.Heads.ShouldBe(1);
        given.Joined(out var next);
        GroupOf(given, next).ShouldBe("g1");
    }

    [Fact]
    public void A_name_is_optional_and_cleaned()
    {
        var given = Given.AWorkshop().Joined(out var kari, name: "  Kari\u200B ").Joined(out var ola, name: "  ");
        given.Workshop.Participants[kari.Id].Name.ShouldBe("Kari");
        given.Workshop.Participants[ola.Id].Name.ShouldBeNull();
    }

    [Fact]
    public void The_token_is_known_by_its_hash_alone()
    {
        var given = Given.AWorkshop().Joined(out var kari);
        given.Workshop.ParticipantByToken[Mark.HashOf(kari.Token)].ShouldBe(kari.Id);
        given.Log[^1].Event.ToString()!.ShouldNotContain(kari.Token);
    }

    [Fact]
    public void The_same_join_again_is_no_fault()
    {
        var given = Given.AWorkshop().Joined(out var kari);
        given.When(kari, new Join(kari.Id, null, Mark.HashOf(kari.Token))).ThenNothing();
        given.Workshop.Heads.ShouldBe(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(31)]
    public void A_device_stands_for_one_to_thirty_people(int heads) =>
        When(new Join(Guid.CreateVersion7(), null, "hash", heads)).ThenRefused("HeadsOutOfRange", "heads", "30");

    [Fact]
    public void A_name_is_at_most_sixty_characters() =>
        When(new Join(Guid.CreateVersion7(), new string('k', 61), "hash"))
            .ThenRefused("TextTooLong", "name", "60", "61");

    [Fact]
    public void A_name_is_no_national_identity_number() =>
        When(new Join(Guid.CreateVersion7(), "01019012345", "hash")).ThenRefused("NationalIdentityNumber", "name");

    [Fact]
    public void A_group_that_is_asked_for_must_exist() =>
        When(new Join(Guid.CreateVersion7(), null, "hash", GroupId: "g4")).ThenRefused("GroupUnknown", "groupId");

    [Fact]
    public void A_closed_join_lets_nobody_in() =>
        Given
            .AWorkshop()
            .And(Given.Siv, new SetJoin(IsOpen: false))
            .When(Given.Berit, new Join(Guid.CreateVersion7(), null, "hash"))
            .ThenRefused("JoinClosed");

    [Fact]
    public void A_closed_workshop_lets_nobody_in() =>
        Given
            .AWorkshop()
            .And(Given.Siv, new CloseWorkshop())
            .When(Given.Berit, new Join(Guid.CreateVersion7(), null, "hash"))
            .ThenRefused("WorkshopClosed");

    [Fact]
    public void Who_is_at_a_device_may_be_said_again()
    {
        var given = Given.AWorkshop().Joined(out var kari, "g2");
        var changed = given.When(kari, new ChangeWhoIsHere(" Kari og Ola ", 2, IsScribe: true));
        changed.Then<ParticipantChanged>().Name.ShouldBe("Kari og Ola");
        changed.Audiences.ShouldBe([Audience.Facilitators]);
        given.Workshop.HeadsByGroup["g2"].ShouldBe(2);
        given.When(kari, new ChangeWhoIsHere("Kari og Ola", 2, IsScribe: true)).ThenNothing();
        given.When(kari, new ChangeWhoIsHere(null, 0, IsScribe: false)).ThenRefused("HeadsOutOfRange", "heads");
    }

    [Fact]
    public void Who_joins_is_shown_to_facilitators_only() =>
        When(new Join(Guid.CreateVersion7(), "Kari", "hash")).Audiences.ShouldBe([Audience.Facilitators]);

    private static Outcome When(Join join) => Given.AWorkshop().When(Given.Berit, join);

    private static string GroupOf(Given given, Actor.Device device) => given.Workshop.Participants[device.Id].GroupId;
}
