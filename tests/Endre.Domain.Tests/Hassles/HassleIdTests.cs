using Endre.Domain.Hassles;
using Endre.Domain.Organizations;

namespace Endre.Domain.Tests.Hassles;

public sealed class HassleIdTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 41, 7, 123, TimeSpan.Zero);

    [Fact]
    public void A_new_id_is_random() => HassleId.New().Version.ShouldBe(4);

    [Theory]
    [InlineData(Speaker.Leader)]
    [InlineData(Speaker.Anonymous)]
    public void An_id_that_tells_the_time_is_made_anew_and_the_same_each_time(Speaker speaker)
    {
        var named = Guid.CreateVersion7(At);
        var id = HassleId.Of(named, speaker);
        id.Version.ShouldBe(4);
        HassleId.Of(named, speaker).ShouldBe(id);
        HassleId.Of(Guid.CreateVersion7(At), speaker).ShouldNotBe(id);
        Convert
            .ToHexString(id.ToByteArray(bigEndian: true))
            .ShouldNotContain(Convert.ToHexString(named.ToByteArray(bigEndian: true))[..10]);
    }

    [Fact]
    public void A_random_one_and_one_with_name_are_kept()
    {
        var random = HassleId.New();
        HassleId.Of(random, Speaker.Anonymous).ShouldBe(random);
        var timed = Guid.CreateVersion7(At);
        HassleId.Of(timed, Speaker.Named).ShouldBe(timed);
    }

    [Fact]
    public void The_code_at_a_door_leads_to_its_unit_and_on_to_its_heir()
    {
        var (ward, heir, closed) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var tree = new UnitTree([
            new Unit(ward, ParentId: null, "Post 3", UnitKind.Team),
            new Unit(heir, ParentId: null, "Post 4", UnitKind.Team, ClosedAt: At, HeirId: ward),
            new Unit(closed, ParentId: null, "Post 5", UnitKind.Team, ClosedAt: At),
        ]);
        PlaceCode.Of(ward).Length.ShouldBe(8);
        PlaceCode.Find(PlaceCode.Of(ward).ToLowerInvariant().Insert(4, "-"), tree)!.Id.ShouldBe(ward);
        PlaceCode.Find(PlaceCode.Of(heir), tree)!.Id.ShouldBe(ward);
        PlaceCode.Find(PlaceCode.Of(closed), tree).ShouldBeNull();
        PlaceCode.Find("ABCD1234", tree).ShouldBeNull();
        PlaceCode.Find(null, tree).ShouldBeNull();
    }
}
