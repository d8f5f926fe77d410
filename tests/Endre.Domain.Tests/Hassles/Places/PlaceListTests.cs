using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Places;

namespace Endre.Domain.Tests.Hassles.Places;

public sealed class PlaceListTests
{
    [Fact]
    public void Forty_rooms_and_the_things_in_them_take_one_paste()
    {
        var pasted = string.Join("\r\n", Enumerable.Range(1, 40).Select(number => $" Rom {number} "));
        var list = PlaceList.Read($"{pasted}\n\nSkyllerom 2 (3. etasje); Blodtrykksapparat 3\nHeis B\tKortleser\n", []);
        list.Faults.ShouldBeEmpty();
        list.New.Length.ShouldBe(42);
        list.New[0].ShouldBe(new PlaceLine("Rom 1", null));
        list.New[40].ShouldBe(new PlaceLine("Skyllerom 2 (3. etasje)", "Blodtrykksapparat 3"));
        list.New[41].ShouldBe(new PlaceLine("Heis B", "Kortleser"));
    }

    [Fact]
    public void One_line_that_cannot_be_taken_stops_them_all_and_is_told_by_its_number()
    {
        var list = PlaceList.Read(
            $"""
            Rom 1

            {new string('x', 81)}
            rom 1
            ; Skriver
            Rom 2; {new string('y', 81)}
            Heis; Skriver
            Rom hos 01010112345
            """,
            [Place("Heis", "skriver"), Place("Rom 1", null) with { RetiredOn = new(2026, 3, 1) }]
        );
        list.New.ShouldBeEmpty();
        list.Faults.Select(fault => (fault.Line, fault.Refusal.Reason))
            .ShouldBe([
                (3, "TextTooLong"),
                (4, "PlaceTwice"),
                (5, "PlaceNameMissing"),
                (6, "TextTooLong"),
                (7, "PlaceIsThere"),
                (8, "NationalIdentityNumber"),
            ]);
        list.Faults[1].Refusal.Details.ShouldBe(["rom 1", "1"]);
        list.Faults.ShouldAllBe(fault => fault.Refusal.Field == "places");
    }

    [Fact]
    public void Eighty_characters_are_a_name_and_a_retired_name_may_be_used_again()
    {
        var longest = new string('ø', Domain.Hassles.Places.Place.LongestName);
        var there = Place("Rom 1", null) with { RetiredOn = new(2026, 3, 1) };
        var list = PlaceList.Read($"{longest}; {longest}\nRom 1", [there]);
        list.Faults.ShouldBeEmpty();
        list.New.ShouldBe([new PlaceLine(longest, longest), new PlaceLine("Rom 1", null)]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n\t\n")]
    public void Nothing_is_no_place(string? typed)
    {
        var list = PlaceList.Read(typed, []);
        list.New.ShouldBeEmpty();
        list.Faults.Select(fault => (fault.Line, fault.Refusal.Reason)).ShouldBe([(0, "PlaceNameMissing")]);
    }

    [Fact]
    public void The_same_list_again_is_done_already()
    {
        var list = PlaceList.Read("Rom 1\nROM 2; Vekt", [Place("Rom 1", null), Place("Rom 2", "Vekt")]);
        list.New.ShouldBeEmpty();
        list.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void Five_hundred_are_in_use_at_most_and_retired_ones_are_not_counted()
    {
        var there = Enumerable
            .Range(1, 600)
            .Select(number =>
                Place($"Rom {number}", null) with
                {
                    RetiredOn = number > 498 ? new DateOnly(2026, 3, 1) : null,
                }
            )
            .ToList();
        PlaceList.Read("A\nB", there).New.Length.ShouldBe(2);
        var fault = PlaceList.Read("A\nB\nC", there).Faults.ShouldHaveSingleItem();
        (fault.Line, fault.Refusal.Reason).ShouldBe((0, "PlacesTooMany"));
        fault.Refusal.Details.ShouldBe(["500", "501"]);
    }

    internal static Place Place(string name, string? equipment) =>
        new(Guid.CreateVersion7(), Guid.Empty, PlaceCode.New(), name, equipment, new(2026, 1, 1), RetiredOn: null, 1);
}
