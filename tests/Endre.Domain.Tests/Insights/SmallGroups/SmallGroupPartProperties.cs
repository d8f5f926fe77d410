using CsCheck;
using Endre.Domain.Insights.SmallGroups;

namespace Endre.Domain.Tests.Insights.SmallGroups;

/// <summary>
/// Said, answered and not answered, for all units and levels at once: finds by elimination whether anything hidden follows
/// from everything that is shown, of all three.
/// </summary>
public sealed class SmallGroupPartProperties
{
    private const int Slices = 6;
    private static readonly SliceLevel[] Levels =
    [
        SliceLevel.Whole(Slices),
        SliceLevel.By(Slices, 3),
        SliceLevel.Each(Slices),
    ];

    // Parts of nought, small ones, and everything: the tables where a difference would tell most.
    private static readonly Gen<(int All, int Part)> Count =
        from all in Gen.Frequency((3, Gen.Int[0, 6]), (3, Gen.Int[5, 14]), (3, Gen.Int[20, 60]))
        from share in Gen.Frequency((2, Gen.Const(0)), (3, Gen.Const(100)), (4, Gen.Int[0, 100]))
        select (all, all * share / 100);

    private static readonly Gen<Table> Tables =
        from size in Gen.Int[1, 7]
        from parents in Gen.Int[0, 1000].Array[size]
        from own in Count.Array[Slices].Array[size]
        from known in Gen.Frequency((3, Gen.Const(-1)), (1, Gen.Int[0, size - 1])).Array[3]
        from limit in Gen.Int[5, 8]
        select new Table(
            [
                .. Enumerable
                    .Range(0, size)
                    .Select(i => new CountedUnit(
                        Id(i),
                        i == 0 ? null : Id(parents[i] % i),
                        [.. own[i].Select(count => count.All)]
                    )
                    {
                        OwnPart = [.. own[i].Select(count => count.Part)],
                    }),
            ],
            known.Where(i => i >= 0).Select(Id).ToHashSet(),
            limit
        );

    [Fact]
    public void What_is_hidden_of_any_measure_does_not_follow_from_what_is_shown_of_all() =>
        Tables.Sample(
            table =>
            {
                var views = table.Views();
                var seen = new Elimination(views.Where(view => view.IsSeen).Select(view => view.Of));
                foreach (var view in views.Where(view => !view.IsSeen))
                {
                    seen.Gives(view.Of).ShouldBeFalse($"{view.Name} can be worked out.");
                }
            },
            iter: 700
        );

    [Fact]
    public void What_is_shown_is_true_and_many_enough_or_a_part_that_is_nought() =>
        Tables.Sample(
            table =>
            {
                foreach (var view in table.Views().Where(view => view is { Shown: not null }))
                {
                    view.Shown!.Value.ShouldBe(view.True, view.Name);
                    if (!view.IsKnown && (view.Measure == Measure.All || view.True != 0))
                    {
                        view.True.ShouldBeGreaterThanOrEqualTo(table.Limit, view.Name);
                    }
                }
            },
            iter: 1500
        );

    [Fact]
    public void A_part_is_shown_only_where_all_is() =>
        Tables.Sample(
            table =>
            {
                foreach (var unit in table.Views().GroupBy(view => view.Place))
                {
                    var shown = unit.ToDictionary(view => view.Measure, view => view.Shown is not null);
                    shown[Measure.Part].ShouldBe(shown[Measure.Rest]);
                    (shown[Measure.Part] && !shown[Measure.All]).ShouldBeFalse(unit.Key);
                }
            },
            iter: 1500
        );

    [Fact]
    public void All_is_shown_as_if_nobody_had_asked_for_a_part() =>
        Tables.Sample(
            table =>
            {
                var alone = SmallGroupRules.Decide(table.Units, Levels, new SmallGroupLimit(table.Limit), table.Known);
                foreach (var unit in table.Units)
                {
                    for (var level = 0; level < Levels.Length; level++)
                    {
                        table.Shown.All.Whole(unit.Id, level, 0).ShouldBe(alone.Whole(unit.Id, level, 0));
                    }
                }
            },
            iter: 500
        );

    private static Guid Id(int number) => new(number + 1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    private enum Measure
    {
        All,
        Part,
        Rest,
    }

    /// <summary>A number somebody might see: which atoms (a unit's own part or rest in a slice) it is the sum of.</summary>
    private sealed record View(string Place, Measure Measure, bool IsKnown, long[] Of, int True, int? Shown)
    {
        public string Name => $"{Measure} of {Place}";

        // What the actor may list is known in every detail, whatever the pages show.
        public bool IsSeen => IsKnown || Shown is not null;
    }

    private sealed record Table(CountedUnit[] Units, HashSet<Guid> Known, int Limit)
    {
        public ShownParts Shown { get; } =
            SmallGroupRules.DecideParts(Units, Levels, new SmallGroupLimit(Limit), Known);

        public List<View> Views() =>
            [
                .. from level in Enumerable.Range(0, Levels.Length)
                from @group in Enumerable.Range(0, Levels[level].Count)
                from unit in Units
                from isWhole in new[] { true, false }
                // A unit without sub-units is one count under two names.
                where isWhole || Under(unit).Count > 1
                from measure in Enum.GetValues<Measure>()
                select Of(unit, isWhole, level, @group, measure),
            ];

        private View Of(CountedUnit unit, bool isWhole, int level, int group, Measure measure)
        {
            var units = isWhole ? Under(unit) : [unit];
            var of = new long[Units.Length * Slices * 2];
            foreach (var slice in Enumerable.Range(0, Slices).Where(slice => Levels[level].Groups[slice] == group))
            {
                foreach (var at in units.Select(part => (Array.IndexOf(Units, part) * Slices + slice) * 2))
                {
                    of[at] = measure == Measure.Rest ? 0 : 1;
                    of[at + 1] = measure == Measure.Part ? 0 : 1;
                }
            }
            var all = Read(Shown.All);
            var part = Read(Shown.Part);
            return new View(
                $"{(isWhole ? "whole" : "own")} {unit.Id} level {level} group {group}",
                measure,
                units.TrueForAll(one => Known.Contains(one.Id)),
                of,
                (int)of.Select((times, atom) => times * Atom(atom)).Sum(),
                measure switch
                {
                    Measure.All => all,
                    Measure.Part => part,
                    // What is left follows for everybody who sees the two others.
                    _ => all - part,
                }
            );

            int? Read(ShownCounts counts) =>
                isWhole ? counts.Whole(unit.Id, level, group) : counts.Own(unit.Id, level, group);
        }

        private int Atom(int atom)
        {
            var (unit, slice) = (Units[atom / 2 / Slices], atom / 2 % Slices);
            return atom % 2 == 0 ? unit.OwnPart[slice] : unit.Own[slice] - unit.OwnPart[slice];
        }

        private List<CountedUnit> Under(CountedUnit unit) => [.. Units.Where(other => Path(other).Contains(unit.Id))];

        private List<Guid> Path(CountedUnit unit)
        {
            var path = new List<Guid> { unit.Id };
            while (Array.Find(Units, other => other.Id == path[^1])!.ParentId is { } parent)
            {
                path.Add(parent);
            }
            return path;
        }
    }
}
