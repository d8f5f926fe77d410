using CsCheck;
using Endre.Domain.Insights.SmallGroups;

namespace Endre.Domain.Tests.Insights.SmallGroups;

/// <summary>Finds by elimination whether anything hidden follows from everything shown.</summary>
public sealed class SmallGroupProperties
{
    private const int Slices = 6;
    private static readonly SliceLevel[] Levels =
    [
        SliceLevel.Whole(Slices),
        SliceLevel.By(Slices, 3),
        SliceLevel.Each(Slices),
    ];

    // Many small counts and some large ones: the interesting tables are those where little may be shown.
    private static readonly Gen<int> Count = Gen.Frequency(
        (4, Gen.Int[0, 6]),
        (3, Gen.Int[5, 12]),
        (1, Gen.Int[20, 60])
    );

    private static readonly Gen<Table> Tables =
        from size in Gen.Int[1, 9]
        from parents in Gen.Int[0, 1000].Array[size]
        from own in Count.Array[Slices].Array[size]
        from known in Gen.Frequency((3, Gen.Const(-1)), (1, Gen.Int[0, size - 1])).Array[4]
        from limit in Gen.Int[5, 8]
        select new Table(
            [
                .. Enumerable
                    .Range(0, size)
                    .Select(i => new CountedUnit(Id(i), i == 0 ? null : Id(parents[i] % i), [.. own[i]])),
            ],
            known.Where(i => i >= 0).Select(Id).ToHashSet(),
            limit
        );

    [Fact]
    public void What_is_hidden_does_not_follow_from_what_is_shown() =>
        Tables.Sample(
            table =>
            {
                var views = table.Views();
                var seen = new Elimination(views.Where(view => view.Shown is not null).Select(view => view.Of));
                foreach (var view in views.Where(view => view.Shown is null))
                {
                    seen.Gives(view.Of).ShouldBeFalse($"{view.Name} can be worked out.");
                }
            },
            iter: 3000
        );

    [Fact]
    public void What_is_shown_is_true_and_never_under_the_limit() =>
        Tables.Sample(
            table =>
            {
                foreach (var view in table.Views().Where(view => view.Shown is not null))
                {
                    ((long)view.Shown!.Value).ShouldBe(table.True(view.Of));
                    if (!view.IsKnown)
                    {
                        view.Shown!.Value.ShouldBeGreaterThanOrEqualTo(table.Limit);
                    }
                }
            },
            iter: 3000
        );

    [Fact]
    public void What_a_sum_says_of_its_hidden_parts_together_is_not_under_the_limit() =>
        Tables.Sample(
            table =>
            {
                var views = table.Views();
                foreach (var sum in views.Where(view => view is { Shown: not null, IsWhole: true, IsKnown: false }))
                {
                    var parts = views.Where(view => view.IsPartOf(sum)).ToList();
                    var rest = sum.Shown!.Value - parts.Sum(part => part.Shown ?? 0);
                    if (parts.Exists(part => part.Shown is null))
                    {
                        rest.ShouldBeGreaterThanOrEqualTo(table.Limit, sum.Name);
                    }
                }
            },
            iter: 3000
        );

    [Fact]
    public void Elimination_finds_what_subtraction_gives()
    {
        var seen = new Elimination([
            [1, 1, 1],
            [0, 1, 0],
            [0, 0, 1],
        ]);
        seen.Gives([1, 0, 0]).ShouldBeTrue();
        new Elimination([
            [1, 1, 1],
            [0, 1, 0],
        ]).Gives([1, 0, 0]).ShouldBeFalse();
    }

    private static Guid Id(int number) => new(number + 1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    /// <summary>A count somebody might see: which atoms (a unit's own count in a slice) it is the sum of.</summary>
    private sealed record View(
        string Name,
        Guid Unit,
        Guid? Parent,
        bool IsWhole,
        bool IsKnown,
        int Level,
        int Group,
        long[] Of,
        int? Shown
    )
    {
        public bool IsPartOf(View sum) =>
            Level == sum.Level
            && Group == sum.Group
            && (IsWhole ? Parent == sum.Unit : Unit == sum.Unit && sum.IsWhole);
    }

    private sealed record Table(CountedUnit[] Units, HashSet<Guid> Known, int Limit)
    {
        public List<View> Views()
        {
            var shown = SmallGroupRules.Decide(Units, Levels, new SmallGroupLimit(Limit), Known);
            var views = new List<View>();
            for (var level = 0; level < Levels.Length; level++)
            {
                for (var group = 0; group < Levels[level].Count; group++)
                {
                    foreach (var unit in Units)
                    {
                        var (own, whole) = (Atoms([unit], level, group), Atoms(Under(unit), level, group));
                        var name = $"{unit.Id} level {level} group {group}";
                        Add(
                            name,
                            unit,
                            isWhole: true,
                            Under(unit).TrueForAll(part => Known.Contains(part.Id)),
                            level,
                            group,
                            whole,
                            shown.Whole(unit.Id, level, group)
                        );
                        // A unit without sub-units is one count under two names.
                        if (Under(unit).Count > 1)
                        {
                            Add(
                                name,
                                unit,
                                isWhole: false,
                                Known.Contains(unit.Id),
                                level,
                                group,
                                own,
                                shown.Own(unit.Id, level, group)
                            );
                        }
                    }
                }
            }
            return views;

            void Add(
                string name,
                CountedUnit unit,
                bool isWhole,
                bool isKnown,
                int level,
                int group,
                long[] of,
                int? n
            ) =>
                views.Add(
                    new View(
                        $"{(isWhole ? "whole" : "own")} {name}",
                        unit.Id,
                        unit.ParentId,
                        isWhole,
                        isKnown,
                        level,
                        group,
                        of,
                        // What the actor may list is known in every detail, whatever the pages show.
                        isKnown ? (int)True(of) : n
                    )
                );
        }

        public long True(long[] of) =>
            of.Select((times, atom) => times * Units[atom / Slices].Own[atom % Slices]).Sum();

        private long[] Atoms(IEnumerable<CountedUnit> units, int level, int group)
        {
            var of = new long[Units.Length * Slices];
            foreach (var unit in units)
            {
                for (var slice = 0; slice < Slices; slice++)
                {
                    if (Levels[level].Groups[slice] == group)
                    {
                        of[Array.IndexOf(Units, unit) * Slices + slice] = 1;
                    }
                }
            }
            return of;
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
