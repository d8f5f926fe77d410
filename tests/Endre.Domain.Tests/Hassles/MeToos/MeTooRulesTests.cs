using Endre.Domain.Hassles;
using Endre.Domain.Hassles.MeToos;
using Endre.Domain.Hassles.Removals;

namespace Endre.Domain.Tests.Hassles.MeToos;

public sealed class MeTooRulesTests
{
    private static readonly Guid Kari = Guid.CreateVersion7();
    private static readonly Guid Nils = Guid.CreateVersion7();
    private static readonly string Phone = DeviceSecret.New();

    [Fact]
    public void Somebody_with_an_account_counts_once_also_as_the_one_who_said_it()
    {
        var hassle = Said();
        Say(hassle, [Voiced(hassle)], Person(Kari)).ShouldBe(new MeToo(hassle.Id, Kari, null));
        Say(hassle, [Voiced(hassle, writer: null, Mark(hassle, Person(Kari)))], Person(Kari)).ShouldBeNull();
        Say(hassle, [Voiced(hassle, Kari)], Person(Kari)).ShouldBeNull();
    }

    [Fact]
    public void A_device_counts_once_also_in_another_that_is_answered_as_one_with_it()
    {
        var (hassle, same) = (Said(), Said());
        var mark = Say(hassle, [Voiced(hassle)], Device(Phone)).ShouldNotBeNull();
        mark.PersonId.ShouldBeNull();
        mark.DeviceHash.ShouldBe(DeviceSecret.HashOf(Phone, hassle.Id));
        Say(hassle, [Voiced(hassle, null, mark)], Device(Phone)).ShouldBeNull();
        Say(same, [Voiced(hassle, null, mark), Voiced(same)], Device(Phone)).ShouldBeNull();
        Say(hassle, [Voiced(hassle, null, mark)], Device(DeviceSecret.New())).ShouldNotBeNull();
    }

    [Fact]
    public void What_is_gone_or_withdrawn_takes_no_more()
    {
        var hassle = Said();
        MeTooRules
            .Say(hassle with { State = HassleState.Gone }, [Voiced(hassle)], Person(Kari))
            .Refusal!.Reason.ShouldBe("MeTooAfterGone");
        MeTooRules
            .Say(hassle with { State = HassleState.Withdrawn }, [], Person(Kari))
            .Refusal!.Reason.ShouldBe("HassleWithdrawn");
    }

    [Fact]
    public void The_count_is_of_people_and_devices_and_not_of_what_they_did()
    {
        var (one, two) = (Said(), Said());
        MeTooRules.Count([Voiced(one)]).ShouldBe(1);
        MeTooRules.Count([Voiced(one, Kari)]).ShouldBe(1);
        MeTooRules.Count([Voiced(one, null, Mark(one, Person(Kari)), Mark(one, Device(Phone)))]).ShouldBe(3);
        // Kari said the one and marked the other; Nils marked both before they were merged.
        MeTooRules
            .Count([
                Voiced(one, Kari, Mark(one, Person(Nils))),
                Voiced(two, null, Mark(two, Person(Kari)), Mark(two, Person(Nils))),
            ])
            .ShouldBe(3);
    }

    [Fact]
    public void The_hash_of_one_hassle_says_nothing_of_another_and_nothing_without_the_device()
    {
        var (one, two) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var hash = DeviceSecret.HashOf(Phone, one);
        hash.ShouldNotBe(DeviceSecret.HashOf(Phone, two));
        hash.ShouldNotBe(DeviceSecret.HashOf(DeviceSecret.New(), one));
        hash.ShouldBe(DeviceSecret.HashOf(Phone, one));
        hash.Length.ShouldBe(DeviceSecret.Length);
        new MeTooBy(null, Phone).ToString().ShouldNotContain(Phone);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("kort")]
    [InlineData("åååååååååååååååååååååååååååååååååååååååååååå")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAA AAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAA!AAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAäAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_is_no_secret_is_none(string? sent) => DeviceSecret.Read(sent).ShouldBeNull();

    [Fact]
    public void A_secret_is_read_back() => DeviceSecret.Read(Phone).ShouldBe(Phone);

    [Fact]
    public void As_many_as_meet_it_pay_for_it_and_the_one_who_said_it_may_know_of_more()
    {
        var effort = new Effort(10, 5, null);
        effort.HittingAtLeast(1).ShouldBe(effort);
        effort.HittingAtLeast(4).People.ShouldBe(4);
        new Effort(10, 5, 12).HittingAtLeast(4).People.ShouldBe(12);
        // What is left, of which nobody said how many it hits, hits as many as before.
        var price = Price.Of(effort.HittingAtLeast(4), new Effort(5, 5, null));
        price.Saved!.Value.ShouldBe(effort.HoursAYear!.Value * 2, 0.01);
        Price.Of(effort.HittingAtLeast(4), Effort.Nothing).After.ShouldBe(0);
    }

    private static MeToo? Say(Hassle hassle, IReadOnlyCollection<Voiced> group, MeTooBy by)
    {
        var decision = MeTooRules.Say(hassle, group, by);
        decision.Refusal.ShouldBeNull();
        return decision.Events.SingleOrDefault();
    }

    private static MeTooBy Person(Guid id) => new(id, Secret: null);

    private static MeTooBy Device(string secret) => new(PersonId: null, secret);

    private static MeToo Mark(Hassle hassle, MeTooBy by) => Say(hassle, [Voiced(hassle)], by)!;

    private static Voiced Voiced(Hassle hassle, Guid? writer = null, params MeToo[] marks) =>
        new(hassle.Id, writer, marks);

    private static Hassle Said() =>
        new(
            HassleId.New(),
            Guid.CreateVersion7(),
            Speaker.Anonymous,
            "Skriveren står",
            Effort.Unknown,
            new DateOnly(2026, 3, 2),
            Day: null,
            Name: null,
            PersonId: null,
            ClaimHash: null,
            HassleState.Waiting,
            AnswererId: null,
            []
        );
}
