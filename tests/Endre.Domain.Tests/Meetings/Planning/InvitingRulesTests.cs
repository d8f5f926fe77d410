using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Planning;
using Endre.Domain.Organizations;

namespace Endre.Domain.Tests.Meetings.Planning;

public sealed class InvitingRulesTests
{
    private static readonly Guid Kari = Guid.CreateVersion7();
    private static readonly Guid Per = Guid.CreateVersion7();
    private static readonly Guid Astrid = Guid.CreateVersion7();

    [Fact]
    public void Who_works_there_is_asked_and_who_leaves_is_taken_off()
    {
        var meeting = Empty().After(Ask([Kari, Per]));
        meeting.People.Select(place => place.PersonId).ShouldBe([Kari, Per]);

        var after = meeting.After(Ask([Per, Astrid]));

        after.People.Select(place => place.PersonId).ShouldBe([Per, Astrid]);
        after.People[0].Id.ShouldBe(meeting.People[1].Id);
    }

    [Fact]
    public void Asking_the_same_again_changes_nothing()
    {
        var meeting = Empty().After(Ask([Kari, Per]));

        meeting.After(Ask([Kari, Per])).ShouldBe(meeting);
    }

    [Fact]
    public void A_guest_of_this_meeting_alone_stays_until_taken_off()
    {
        var place = Guid.CreateVersion7();
        var meeting = Empty().After(Ask([Kari])).After(new Invite(place, Per, null, AttendeeRole.Guest));

        meeting.After(Ask([Kari])).People.Length.ShouldBe(2);
        meeting.After(new Disinvite(place)).After(new Disinvite(place)).People.Length.ShouldBe(1);
        meeting.After(new AskPeople(Places([Kari]), Places([Per]))).People.Length.ShouldBe(1);
    }

    [Fact]
    public void Who_was_there_is_not_taken_off()
    {
        var meeting = Empty().After(Ask([Kari]));
        var there = meeting with { People = [meeting.People[0] with { Presence = Presence.Present }] };

        there.Refused(new Disinvite(there.People[0].Id)).Reason.ShouldBe("PlaceAtTableTaken");
        there.After(Ask([Per])).People.Length.ShouldBe(2);
    }

    [Fact]
    public void One_says_for_oneself_whether_one_comes_and_may_change_it()
    {
        var meeting = Empty().After(Ask([Kari]));

        var comes = meeting.After(new AnswerInvitation(Kari, Comes: true));
        var not = comes.After(new AnswerInvitation(Kari, Comes: false));

        (comes.People[0].HasAccepted, comes.People[0].Presence).ShouldBe((true, Presence.Unknown));
        (not.People[0].HasAccepted, not.People[0].Presence).ShouldBe((false, Presence.Excused));
        meeting.Refused(new AnswerInvitation(Per, Comes: true)).Reason.ShouldBe("NotInvited");
        // Whether one comes is nothing for everybody's calendar.
        not.Sequence.ShouldBe(0);
    }

    [Theory]
    [InlineData("", "", "GuestMissing", "guest")]
    [InlineData("Per Arne", "per", "GuestAddressUnusable", "email")]
    [InlineData("Per Arne", "per@fjordvik.example\nBcc: a@b.no", "GuestAddressUnusable", "email")]
    [InlineData("Per Arne", "per arne@fjordvik.example", "GuestAddressUnusable", "email")]
    [InlineData("Per Arne", "pær@fjordvik.example", null, null)]
    [InlineData("Per Arne", "", null, null)]
    public void A_guest_without_an_account_has_a_name_and_perhaps_an_address(
        string name,
        string email,
        string? reason,
        string? field
    )
    {
        var invite = new Invite(Guid.CreateVersion7(), null, name, AttendeeRole.Guest) { Email = email };

        Empty().Refused(invite).ShouldBe((reason, field));
    }

    [Fact]
    public void A_table_has_a_limit()
    {
        var many = Enumerable.Range(0, InvitingRules.MostPeople + 5).Select(_ => Guid.CreateVersion7()).ToArray();

        var full = Empty().After(Ask(many));

        full.People.Length.ShouldBe(InvitingRules.MostPeople);
        full.Refused(new Invite(Guid.CreateVersion7(), Kari, null, AttendeeRole.Guest))
            .Reason.ShouldBe("TooManyInvited");
    }

    private static AskPeople Ask(params Guid[] people) => new(Places(people), []);

    private static IReadOnlyList<Attendance> Places(params Guid[] people) =>
        [.. people.Select(id => new Attendance(Guid.CreateVersion7(), id, "", AttendeeRole.Member, Presence.Unknown))];

    private static Meeting Empty() =>
        new()
        {
            Id = Guid.CreateVersion7(),
            UnitId = Guid.CreateVersion7(),
            Title = "Forbedringsmøte",
            StartsAt = new DateTimeOffset(2026, 3, 3, 8, 0, 0, TimeSpan.Zero),
            Minutes = 30,
        };
}

public sealed class AskedPeopleTests
{
    private static readonly Unit Top = Unit("Kommune", null);
    private static readonly Unit Care = Unit("Hjemmetjenesten", Top.Id);
    private static readonly Unit North = Unit("Team nord", Care.Id);
    private static readonly UnitTree Tree = new([Top, Care, North]);

    [Fact]
    public void Those_under_the_unit_are_asked_when_they_shall_be()
    {
        var (leader, nurse) = (Place(Care, UnitRole.Leader), Place(North, UnitRole.Employee));

        AskedPeople
            .Of(Tree, [leader, nurse], Care.Id, includesUnder: false, concernsWork: false)
            .Keys.ShouldBe([leader.PersonId]);
        AskedPeople
            .Of(Tree, [leader, nurse], Care.Id, includesUnder: true, concernsWork: false)
            .Keys.ShouldBe([leader.PersonId, nurse.PersonId], ignoreOrder: true);
    }

    [Fact]
    public void Representatives_from_above_are_asked_only_where_it_concerns_work()
    {
        var nurse = Place(North, UnitRole.Employee);
        var union = Place(Care, UnitRole.UnionRepresentative);
        var farther = Place(Top, UnitRole.UnionRepresentative);
        var safety = Place(Top, UnitRole.SafetyRepresentative);
        Position[] held = [nurse, union, farther, safety];

        AskedPeople.Of(Tree, held, North.Id, includesUnder: false, concernsWork: false).Keys.ShouldBe([nurse.PersonId]);
        var asked = AskedPeople.Of(Tree, held, North.Id, includesUnder: false, concernsWork: true);

        asked.Count.ShouldBe(3);
        asked[union.PersonId].ShouldBe(AttendeeRole.UnionRepresentative);
        asked[safety.PersonId].ShouldBe(AttendeeRole.SafetyRepresentative);
    }

    [Fact]
    public void Whoever_leads_from_above_is_asked_where_nobody_in_the_unit_leads()
    {
        var nurse = Place(North, UnitRole.Employee);
        var leader = Place(Care, UnitRole.Leader);
        var director = Place(Top, UnitRole.Leader);
        var own = Place(North, UnitRole.Leader);

        AskedPeople
            .Of(Tree, [nurse, leader, director], North.Id, includesUnder: false, concernsWork: false)
            .Keys.ShouldBe([nurse.PersonId, leader.PersonId], ignoreOrder: true);
        AskedPeople
            .Of(Tree, [nurse, leader, own], North.Id, includesUnder: false, concernsWork: false)
            .Keys.ShouldBe([nurse.PersonId, own.PersonId], ignoreOrder: true);
    }

    [Fact]
    public void Somebody_with_two_places_is_asked_once_as_the_representative()
    {
        var nurse = Place(North, UnitRole.Employee);
        var alsoSafety = nurse with { Id = Guid.CreateVersion7(), Role = UnitRole.SafetyRepresentative };

        var asked = AskedPeople.Of(Tree, [alsoSafety, nurse], North.Id, includesUnder: false, concernsWork: false);

        asked.ShouldHaveSingleItem().Value.ShouldBe(AttendeeRole.SafetyRepresentative);
    }

    [Fact]
    public void Whoever_has_a_place_in_a_unit_that_went_on_here_is_asked()
    {
        var closed = Unit("Team øst", Care.Id) with { ClosedAt = DateTimeOffset.UnixEpoch, HeirId = North.Id };
        var place = Place(closed, UnitRole.Employee);

        AskedPeople
            .Of(Tree.With(closed), [place], North.Id, includesUnder: false, concernsWork: false)
            .Keys.ShouldBe([place.PersonId]);
    }

    private static Unit Unit(string name, Guid? parent) => new(Guid.CreateVersion7(), parent, name, UnitKind.Team);

    private static Position Place(Unit unit, string role) =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), unit.Id, role, null, null, null);
}
