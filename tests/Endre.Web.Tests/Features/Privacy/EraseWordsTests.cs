using System.Reflection;
using System.Text.Json;
using Endre.Domain.Improvements;
using Endre.Domain.Improvements.Measures;
using Endre.Domain.Improvements.RunCharts;
using Endre.Domain.Needs;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Storage.Improvements;
using Endre.Storage.Improvements.Measures;
using Endre.Storage.Needs;
using Endre.Storage.Organizations;
using Endre.Storage.Pulses;
using Endre.Testing;
using Endre.Web.Tests.Features.Units;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Privacy;

/// <summary>Whoever is erased is gone from what others wrote of them, whatever it is about.</summary>
public sealed class EraseWordsTests
{
    private const string Name = "Kari Blåbærøl";

    [Theory, EachDatabase]
    public async Task The_name_is_in_no_column_of_any_table_afterwards(DatabaseKind database)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = database });
        var administrator = await app.AdministratorAsync();
        using var ada = app.As(administrator);
        var kari = await app.EmployeeAsync(Name);
        await WriteAsync(app, await app.UnitAsync("Renholdrud"), administrator.Id);
        (await WhereAsync(app)).ShouldBe([
            "change_teams.Mandate",
            "change_teams.Name",
            "hassle_messages.Text",
            "hassles.Done",
            "hassles.PromisedWho",
            "hassles.Text",
            "measures.Name",
            "measures.Parts",
            "needs.Parts",
            "needs.What",
            "needs.Who",
            "needs.Why",
            "people.DisplayName",
            "people.Email",
            "people.NormalizedEmail",
            "people.NormalizedUserName",
            "people.UserName",
            "pulse_rounds.Word",
        ]);

        var form = await ada.OpenAsync($"/personer/{kari.Id}/slett");
        await form.Fill($"Skriv navnet for å bekrefte: {Name}", Name).PressAsync("Slett for godt");

        (await WhereAsync(app)).ShouldBeEmpty();
        var need = await app.InStorageAsync(storage => storage.Needs.SingleAsync());
        need.ToNeed([]).Causes.Single().Proof.ShouldBe("Spør –.");
        need.Version.ShouldBe(2);
        (await app.InStorageAsync(storage => storage.HassleMessages.SingleAsync())).Text.ShouldBe("– tar det.");
        // What is found by its words hears of it by the version: one more for the row, one for its thread.
        (await app.InStorageAsync(storage => storage.Hassles.SingleAsync())).Version.ShouldBe(3);
    }

    private static Task<int> WriteAsync(AppUnderTest app, Guid unit, Guid owner) =>
        app.InStorageAsync(async storage =>
        {
            var hassle = Guid.CreateVersion7();
            var week = new DateOnly(2026, 3, 2);
            storage.Hassles.Add(
                new HassleRow
                {
                    Id = hassle,
                    UnitId = unit,
                    Speaker = "anonymous",
                    Text = $"{Name} har nøkkelen",
                    Week = week,
                    State = "will-do",
                    PromisedWho = Name,
                    Done = $"{Name} har hengt den opp",
                }
            );
            storage.HassleMessages.Add(
                new HassleMessageRow
                {
                    HassleId = hassle,
                    Number = 1,
                    IsFromWriter = false,
                    Text = $"{Name} tar det.",
                    Week = week,
                }
            );
            storage.PulseRounds.Add(
                new PulseRoundRow
                {
                    UnitId = unit,
                    Question = "week",
                    OpenedOn = week,
                    LastDay = week.AddDays(7),
                    Word = $"{Name} rydder lageret",
                }
            );
            storage.ChangeTeams.Add(
                new ChangeTeam
                {
                    UnitId = unit,
                    Name = $"{Name} sitt team",
                    Mandate = $"Hjelpe {Name}",
                }
            );
            storage.Needs.Add(NeedRow.Of(Need(unit)));
            var hand = new Hand(PersonId: null, app.Time.GetUtcNow(), week);
            var start = new StartImprovement(
                Guid.CreateVersion7(),
                unit,
                "Henge nøklene ved døra",
                "Vi leter mindre",
                week.AddDays(14),
                ImprovementSize.Pdca,
                owner
            );
            (await storage.StartImprovementAsync(start, origin: null, hand, CancellationToken.None)).ShouldBeNull();
            storage.Measures.Add(MeasureRow.Of(Measure(start.Id)));
            return await storage.SaveChangesAsync();
        });

    private static Measure Measure(Guid improvement) =>
        new(
            Guid.CreateVersion7(),
            improvement,
            new MeasureWording($"{Name} leter", $"Ganger {Name} leter", "ganger", Target: null, $"{Name} er fornøyd"),
            MeasureKind.Outcome,
            MeasureType.Count,
            MeasureRhythm.Weekly,
            IsUpBetter: false,
            RunChartRules.Anhoej,
            Baseline: null,
            [new MeasurePhase(new DateOnly(2026, 3, 2), $"{Name} er borte")],
            "lenke",
            IsInUse: true
        );

    private static Need Need(Guid unit) =>
        new(
            Guid.CreateVersion7(),
            unit,
            new Statement(Name, $"at {Name} slipper", $"{Name} leter"),
            new BltState(1, Diamond.Need),
            [],
            [new Solution(Guid.CreateVersion7(), $"{Name} får nøkkel", IsChosen: true)],
            [
                new SmallTest(
                    Guid.CreateVersion7(),
                    Round: 1,
                    SolutionId: null,
                    $"Spørre {Name}",
                    Name,
                    People: 1,
                    $"{Name} sier ja",
                    On: null,
                    new SmallTestResult($"{Name} sa ja", $"{Name} vil", NextStep.Keep)
                ),
            ],
            [
                new Cause(
                    Guid.CreateVersion7(),
                    ParentId: null,
                    $"{Name} er alene",
                    HassleId: null,
                    Influence.Yes,
                    $"Spør {Name}.",
                    IsChecked: true,
                    "a"
                ),
            ],
            [new CauseCategory("a", $"{Name} sitt")],
            new A3Sheet(
                $"{Name} og nøkkelen",
                $"{Name} leter ikke",
                $"{Name} spør i mai",
                [new PlanLine(Guid.CreateVersion7(), $"Gi {Name} en krok", Name, DueOn: null, IsDone: false)]
            )
        );

    // Every text of every table, also inside JSON, where the letters may be written otherwise.
    private static Task<List<string>> WhereAsync(AppUnderTest app) =>
        app.InStorageAsync(async storage =>
        {
            var found = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var table in storage.Model.GetEntityTypes().Where(type => !type.IsOwned()))
            {
                var read = typeof(EraseWordsTests).GetMethod(
                    nameof(RowsAsync),
                    BindingFlags.NonPublic | BindingFlags.Static
                )!;
                var rows = await (Task<List<object>>)read.MakeGenericMethod(table.ClrType).Invoke(null, [storage])!;
                foreach (var column in table.GetProperties().Where(column => column.ClrType == typeof(string)))
                {
                    var holds = rows.Select(row => column.PropertyInfo?.GetValue(row) as string).Any(Holds);
                    if (holds)
                        found.Add($"{table.GetTableName()}.{column.Name}");
                }
            }
            return found.ToList();
        });

    private static bool Holds(string? text) =>
        text is not null
        && (
            text.Contains("Blåbærøl", StringComparison.OrdinalIgnoreCase)
            || text.Contains(JsonEncodedText.Encode("Blåbærøl").Value, StringComparison.OrdinalIgnoreCase)
        );

    private static Task<List<object>> RowsAsync<T>(EndreContext storage)
        where T : class => storage.Set<T>().AsNoTracking().Select(row => (object)row).ToListAsync();
}
