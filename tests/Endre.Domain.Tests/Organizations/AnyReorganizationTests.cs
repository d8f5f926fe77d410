using System.Collections.Immutable;
using CsCheck;
using Endre.Domain.Organizations;
using Endre.Domain.Shared;

namespace Endre.Domain.Tests.Organizations;

/// <summary>Whatever is done with the units, in whatever order: they stay a tree, and nothing that ever was is lost.</summary>
public sealed class AnyReorganizationTests
{
    private static readonly Moment Start = new(
        new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero),
        new DateOnly(2026, 1, 5)
    );

    // A number says what is done, the others to which of the units that there are: also to closed ones, and to none.
    private static readonly Gen<int[][]> Acts = Gen.Int[0, 999].Array[5].Array[1, 40];

    [Fact]
    public void The_tree_stays_a_tree_and_every_row_counts_once() =>
        Acts.Sample(
            acts =>
            {
                var (draft, given) = Play(acts);
                Check(draft, given);
            },
            iter: 400
        );

    private static (OrganizationDraft Draft, List<Guid> Given) Play(int[][] acts)
    {
        var top = Id(1);
        var draft = new OrganizationDraft(new UnitTree([]), [], Start);
        draft.Try(new OpenUnit(new NewUnit(top, null, "Kommunen", UnitKind.Municipality))).ShouldBeNull();
        List<Guid> given = [top];
        foreach (var (index, act) in acts.Index())
        {
            var on = Start.Today.AddDays(index);
            draft = new OrganizationDraft(
                draft.Tree,
                draft.Positions.ToList(),
                new Moment(Start.At.AddDays(index), on)
            );
            Guid Any(int number) => given[act[number] % given.Count];
            NewUnit New(int number, Guid parent) =>
                new(Id((index * 10) + number + 10), parent, $"Enhet {index}-{number}", UnitKind.Team);
            var before = draft.Positions.Where(p => !p.HasEndedBy(on)).Select(p => p.PersonId).ToHashSet();
            var refusal = (act[0] % 9) switch
            {
                0 or 1 => draft.Try(new OpenUnit(New(1, Any(1)))),
                2 => draft.Try(new MoveUnit(Any(1), null, Any(2))),
                3 => draft.Try(new MergeUnits([new SeenUnit(Any(1)), new SeenUnit(Any(2))], Any(3), null)),
                4 => draft.Try(new MergeUnits([new SeenUnit(Any(1)), new SeenUnit(Any(2))], null, New(1, Any(3)))),
                5 => Split(draft, Any(1), Any(2), New(1, Any(3))),
                6 => draft.Try(
                    new CloseUnit(Any(1), null, act[2] % 2 == 0 ? Any(3) : null, act[4] % 2 == 0 ? Any(4) : null)
                ),
                7 => draft.Try(new ReopenUnit(Any(1), null, Any(2))),
                _ => Hire(draft, index, Any(1), act[2]),
            };
            if (refusal is not null)
            {
                draft.Events.ShouldBeEmpty("What is refused leaves nothing behind.");
            }
            // Nobody falls out of the organization when units change.
            var after = draft.Positions.Where(p => !p.HasEndedBy(on)).Select(p => p.PersonId).ToHashSet();
            before.IsSubsetOf(after).ShouldBeTrue();
            given.AddRange(
                draft.Events.OfType<UnitChanged>().Where(e => e.Act == UnitAct.Opened).Select(e => e.After.Id)
            );
        }
        return (draft, given);
    }

    private static Refusal? Split(OrganizationDraft draft, Guid unit, Guid into, NewUnit fresh)
    {
        var places = draft
            .Positions.Where(p => p.UnitId == unit)
            .Select((p, i) => (p.Id, To: i % 2 == 0 ? into : fresh.Id))
            .ToImmutableDictionary(place => place.Id, place => place.To);
        return draft.Try(new SplitUnit(unit, null, [into], [fresh], fresh.Id, places));
    }

    private static Refusal? Hire(OrganizationDraft draft, int index, Guid unit, int number)
    {
        var person = Id(100_000 + (number % 5));
        var role = UnitRole.All[number % UnitRole.All.Count];
        var position = new Position(Id(200_000 + index), person, unit, role, Since: draft.Moment.Today);
        return draft.Try(person, new AddPosition(position));
    }

    private static void Check(OrganizationDraft draft, List<Guid> given)
    {
        var tree = draft.Tree;
        tree.All.Select(unit => unit.Id).ShouldBe(given, ignoreOrder: true);
        foreach (var unit in tree.All)
        {
            // A tree: the way up ends at the top, and over an open unit everything is open.
            var above = tree.Ancestors(unit.Id).ToList();
            if (unit.IsOpen)
            {
                above.ShouldAllBe(one => one.IsOpen);
                unit.HeirId.ShouldBeNull();
                (above.LastOrDefault() ?? unit).ParentId.ShouldBeNull();
            }
            // Every id that was ever given leads to one unit, which is open unless nobody took over.
            var now = tree.Current(unit.Id).ShouldNotBeNull();
            (now.IsOpen || now.HeirId is null).ShouldBeTrue();
            // What was said there counts where it is today, and everywhere above.
            var home = now;
            while (!home.IsOpen)
            {
                home = tree.Current(home.ParentId.ShouldNotBeNull()).ShouldNotBeNull();
            }
            tree.Whole(home.Id).ShouldContain(unit.Id);
            foreach (var one in tree.Ancestors(home.Id))
            {
                tree.Whole(one.Id).ShouldContain(unit.Id);
            }
        }
        CheckThatNothingCountsTwice(tree, null);
        draft.Positions.Where(p => !p.HasEndedBy(draft.Moment.Today)).ShouldAllBe(p => tree.Find(p.UnitId)!.IsOpen);
    }

    private static void CheckThatNothingCountsTwice(UnitTree tree, Guid? parent)
    {
        var counted = new HashSet<Guid>();
        foreach (var unit in tree.OpenChildren(parent))
        {
            foreach (var id in tree.Whole(unit.Id))
            {
                counted.Add(id).ShouldBeTrue("A row counts under two units side by side.");
            }
            CheckThatNothingCountsTwice(tree, unit.Id);
        }
        if (parent is null)
        {
            counted.Count.ShouldBe(tree.All.Count());
        }
    }

    private static Guid Id(int number) => new(number, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]);
}
