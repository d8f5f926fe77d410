using CsCheck;
using Endre.Domain.Organizations;
using Endre.Domain.Organizations.Importing;

namespace Endre.Domain.Tests.Organizations.Importing;

public sealed class ImportProperties
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Guid[] Ids = [.. Enumerable.Range(0, 12).Select(_ => Guid.CreateVersion7()).Order()];

    private static readonly ImportSnapshot Before = new(
        [
            new Unit(Ids[0], null, "K", UnitKind.Municipality, "1"),
            new Unit(Ids[1], Ids[0], "A", UnitKind.Area, "2"),
            new Unit(Ids[2], Ids[1], "B", UnitKind.Team),
            new Unit(Ids[3], Ids[0], "C", UnitKind.Team, "4"),
            new Unit(Ids[4], Ids[3], "B", UnitKind.Team, "5"),
            new Unit(Ids[5], Ids[0], "D", UnitKind.Team, "6", ClosedAt: DateTimeOffset.UnixEpoch),
        ],
        [
            Person(
                6,
                "10",
                "a@x",
                [Place(9, 2, UnitRole.Employee, null), Place(10, 3, UnitRole.Leader, new DateOnly(2026, 1, 1))]
            ),
            Person(7, null, "b@x", [Place(11, 4, UnitRole.Employee, null)]),
            Person(8, "30", "c@x", []) with
            {
                IsActive = false,
            },
        ]
    );

    private static readonly string[] Headings =
    [
        "Ansattnummer",
        "Navn",
        "E-post",
        "Enhet",
        "Enhetskode",
        "Overordnet enhet",
        "Enhetens slag",
        "Stilling",
        "Rolle",
        "Tilknytning",
        "Fra",
        "Til",
    ];

    private static readonly Gen<string[]> Row = Gen.Select(
        Gen.Select(Among("", "10", "20", "30"), Among("", "Kari", "Per"), Among("", "a@x", "b@x", "c@x", "d@x", "A@X")),
        Gen.Select(
            Among("", "K", "A", "B", "C", "A / B", "K / C / B", "K / A", "E", "E / F", "4", "D", "X / Y / Z"),
            Among("", "", "", "1", "2", "4", "5", "6", "7"),
            Among("", "", "", "K", "A", "C", "E", "2", "A / B")
        ),
        Gen.Select(
            Among("", "", "team", "avdeling"),
            Among("", "Pleier", "Lege"),
            Among("", "", "leder", "leder, verneombud")
        ),
        Gen.Select(
            Among("", "fast", "vikar"),
            Among("", "", "1.1.2026", "1.6.2026"),
            Among("", "", "1.2.2026", "1.9.2026")
        ),
        (who, unit, place, time) =>
            new[]
            {
                who.Item1,
                who.Item2,
                who.Item3,
                unit.Item1,
                unit.Item2,
                unit.Item3,
                place.Item1,
                place.Item2,
                place.Item3,
                time.Item1,
                time.Item2,
                time.Item3,
            }
    );

    private static readonly Gen<ImportTable> Table = Gen.Select(
        Row.Array[1, 6],
        Gen.Bool.Array[Headings.Length],
        (rows, kept) =>
        {
            int[] places = [.. kept.Index().Where(one => one.Item || one.Index < 4).Select(one => one.Index)];
            return new ImportTable(
                [.. places.Select(place => Headings[place])],
                [
                    .. rows.Index()
                        .Select(row => new ImportRow(row.Index + 2, [.. places.Select(place => row.Item[place])])),
                ]
            );
        }
    );

    [Fact]
    public void A_file_that_has_been_taken_in_changes_nothing_more()
    {
        var planned = 0;
        Table.Sample(
            table =>
            {
                var (plan, faults) = ImportRules.Plan(Before, table, new ImportChoices(), Today);
                if (plan is null)
                {
                    return !faults.IsEmpty;
                }
                Interlocked.Increment(ref planned);
                var after = Carried.Out(Before, plan, Today);
                var again = ImportRules.Plan(after, table, new ImportChoices(), Today);
                return again.Plan is { IsEmpty: true };
            },
            iter: 20_000,
            print: Print
        );
        planned.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void The_order_of_the_rows_does_not_matter() =>
        Gen.Select(Table, Gen.Int[1, 5])
            .Sample(
                (table, turn) =>
                {
                    var turned = table with { Rows = [.. table.Rows.Skip(turn), .. table.Rows.Take(turn)] };
                    var back = table with { Rows = [.. table.Rows.Reverse()] };
                    var one = Outcome(table);
                    return one == Outcome(turned) && one == Outcome(back);
                },
                iter: 10_000
            );

    [Fact]
    public void Any_table_gives_a_plan_or_faults_and_never_both()
    {
        var cell = Gen.OneOf(Gen.String, Among("", "1", "a@x", " / ", "/", "A / / B", "=1+1", "\ud800", "99999", "'x"));
        Gen.Select(Gen.OneOf(Among(Headings), Gen.String).Array[0, 6], cell.Array[0, 8].Array[0, 5])
            .Sample(
                (header, rows) =>
                {
                    var table = new ImportTable(
                        [.. header],
                        [.. rows.Index().Select(row => new ImportRow(row.Index + 2, [.. row.Item]))]
                    );
                    var (plan, faults) = ImportRules.Plan(Before, table, new ImportChoices(true, Ids[6]), Today);
                    return plan is null != faults.IsEmpty;
                }
            );
    }

    private static string Outcome(ImportTable table)
    {
        var (plan, faults) = ImportRules.Plan(Before, table, new ImportChoices(), Today);
        return plan is null
            ? faults.IsEmpty
                ? "neither"
                : "refused"
            : plan.Fingerprint;
    }

    private static string Print(ImportTable table) =>
        string.Join(
            '\n',
            table.Rows.Select(row => string.Join(';', row.Fields)).Prepend(string.Join(';', table.Header))
        );

    private static KnownPerson Person(int id, string? number, string email, KnownPlace[] places) =>
        new(Ids[id], number, $"Navn {id}", email, Affiliation.Permanent, null, true, true, [.. places]);

    private static KnownPlace Place(int id, int unit, string role, DateOnly? until) =>
        new(Ids[id], Ids[unit], role, null, null, until);

    private static Gen<string> Among(params string[] all) => Gen.Int[0, all.Length - 1].Select(place => all[place]);
}
