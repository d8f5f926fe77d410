using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Places;
using Endre.Domain.Organizations;
using Endre.Domain.Shared;

namespace Endre.Domain.Tests.Hassles.Places;

public sealed class PlaceRulesTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Place Room = PlaceListTests.Place("Skyllerom 2", null);

    [Fact]
    public void A_renamed_place_keeps_the_code_that_hangs_on_the_wall()
    {
        Change(Room, "Skyllerom 3", "Dekontaminator", out var changed).ShouldBeNull();
        changed.Title.ShouldBe("Skyllerom 3 · Dekontaminator");
        (changed.Code, changed.Id, changed.Version).ShouldBe((Room.Code, Room.Id, 2));
        Change(changed, "Skyllerom 3", " ", out changed, version: 2).ShouldBeNull();
        changed.Equipment.ShouldBeNull();
    }

    [Fact]
    public void Who_saw_an_older_version_is_told_unless_it_is_the_same_that_they_want()
    {
        Change(Room, "Skyllerom 3", null, out var first).ShouldBeNull();
        Change(first, "Vaskerom", null, out var second, version: 1)!.Reason.ShouldBe("PlaceChangedMeanwhile");
        second.ShouldBe(first);
        Change(first, "Skyllerom 3", null, out second, version: 1).ShouldBeNull();
        second.ShouldBe(first);
    }

    [Theory]
    [InlineData(null, null, "PlaceNameMissing", "name")]
    [InlineData(" ", "Skriver", "PlaceNameMissing", "name")]
    [InlineData("Heis b", null, "PlaceIsThere", "name")]
    [InlineData("Rom hos 01010112345", null, "NationalIdentityNumber", "name")]
    [InlineData("Rom", "Seng 01010112345", "NationalIdentityNumber", "equipment")]
    public void What_cannot_be_a_name_is_refused_at_its_field(string? name, string? thing, string reason, string field)
    {
        var refusal = Change(Room, name, thing, out var changed, PlaceListTests.Place("Heis B", null))!;
        (refusal.Reason, refusal.Field).ShouldBe((reason, field));
        changed.ShouldBe(Room);
    }

    [Fact]
    public void A_place_moves_to_a_unit_that_has_room_for_its_name()
    {
        var to = Guid.CreateVersion7();
        PlaceRules.Change(Room, Room.Name, null, to, 1, [], out var moved).ShouldBeNull();
        (moved.UnitId, moved.Code).ShouldBe((to, Room.Code));
        var taken = PlaceListTests.Place("Skyllerom 2", null);
        var refusal = PlaceRules.Change(Room, Room.Name, null, to, 1, [taken], out moved)!;
        (refusal.Reason, refusal.Field).ShouldBe(("PlaceIsThere", "unit"));
        moved.UnitId.ShouldBe(Room.UnitId);
    }

    [Fact]
    public void What_is_taken_out_of_use_twice_is_so_since_the_first_day_and_comes_back_the_same()
    {
        var retired = PlaceRules.Retire(Room, Today);
        (retired.RetiredOn, retired.IsRetired, retired.Code).ShouldBe((Today, true, Room.Code));
        PlaceRules.Retire(retired, Today.AddDays(1)).ShouldBe(retired);
        PlaceRules.BringBack(retired, [retired], out var back).ShouldBeNull();
        back.ShouldBe(Room with { Version = 3 });
        PlaceRules.BringBack(back, [back], out var again).ShouldBeNull();
        again.ShouldBe(back);
    }

    [Fact]
    public void A_place_does_not_come_back_beside_another_of_its_name_nor_into_a_full_unit()
    {
        var retired = PlaceRules.Retire(Room, Today);
        PlaceRules
            .BringBack(retired, [PlaceListTests.Place("skyllerom 2", null)], out _)!
            .Reason.ShouldBe("PlaceIsThere");
        var full = Enumerable.Range(1, Place.MostInUnit).Select(n => PlaceListTests.Place($"Rom {n}", null)).ToList();
        PlaceRules.BringBack(retired, full, out var still)!.Reason.ShouldBe("PlacesTooMany");
        still.ShouldBe(retired);
        PlaceRules.BringBack(retired, full[1..], out _).ShouldBeNull();
    }

    [Fact]
    public void A_code_is_read_as_people_type_it_and_what_cannot_be_one_is_none()
    {
        PlaceCode.Read(" k7dm-2q0l ").ShouldBe("K7DM2Q01");
        PlaceCode.Read("K7DM2QOI").ShouldBe("K7DM2Q01");
        foreach (var wrong in new[] { null, "", "K7DM2Q0", "K7DM2Q011", "K7DM2Q0U", "K7DM2Q0Æ", new string('K', 4000) })
        {
            PlaceCode.Read(wrong).ShouldBeNull();
        }
        var codes = Enumerable.Range(0, 2000).Select(_ => PlaceCode.New()).ToHashSet();
        codes.Count.ShouldBe(2000);
        codes.ShouldAllBe(code => PlaceCode.Read(code) == code);
    }

    [Fact]
    public void A_unit_is_found_by_its_own_code_however_it_is_typed()
    {
        var unit = new Unit(Guid.CreateVersion7(), null, "Team nord", UnitKind.Team, null, null, null, 1);
        var code = PlaceCode.Of(unit.Id);
        var tree = new UnitTree([unit]);
        PlaceCode.Find($"{code[..4]}-{code[4..]}".ToLowerInvariant(), tree).ShouldBe(unit);
        PlaceCode.Find(PlaceCode.New(), tree).ShouldBeNull();
    }

    private static Refusal? Change(
        Place place,
        string? name,
        string? equipment,
        out Place changed,
        params Place[] there
    ) => PlaceRules.Change(place, name, equipment, place.UnitId, place.Version, there, out changed);

    private static Refusal? Change(Place place, string? name, string? equipment, out Place changed, int version) =>
        PlaceRules.Change(place, name, equipment, place.UnitId, version, [place], out changed);
}
