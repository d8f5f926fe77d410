using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Answering;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Web.Features.Demo;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles.ListToAnswer;

/// <summary>
/// A Monday for the leader of the home care: small and large things that wait, one over the limit, two that are the same,
/// one that is lifted, one that was moved, and enough answers for a median.
/// </summary>
internal sealed class DemoToAnswer(EndreContext database, UnitSeats seats, ReadLifting lifting) : IDemoPart
{
    private const string Twice = "Batteriet i døralarmen hos brukerne går tomt uten at vi får beskjed.";
    private const string Again = "Døralarmene går tomme for strøm, og ingen sier fra.";
    private const string Cars = "Vi mangler to biler når alle har morgenrunde.";
    private const string Doors = "Døra til garderoben går i lås, og nøkkelen er hos vaktmesteren.";

    private static readonly (int DaysAgo, string Text, int Minutes)[] Waiting =
    [
        (13, "Isskrapa mangler i den ene bilen.", 5),
        (2, "Hanskene i str. L er tomme igjen.", 4),
        (6, Twice, 15),
        (1, Again, 15),
        (8, Cars, 45),
        (9, Doors, 10),
        (3, "Turnusen legges ut samme dag som vaktbyttene må være inne.", 60),
    ];

    private static readonly (int DaysAgo, int Took, string Text)[] Answered =
    [
        (60, 2, "Ladekablene ligger i feil skuff."),
        (52, 4, "Ringelista på tavla er fra i fjor."),
        (45, 1, "Kaffetrakteren på basen er ødelagt."),
        (38, 6, "Vi får beskjed om utskrivning samme dag."),
    ];

    public int Order => 25;

    public async Task<IReadOnlyList<string>> PrepareAsync(DemoMunicipality demo, CancellationToken ct)
    {
        if (await database.Hassles.AnyAsync(row => row.Text == Twice, ct))
            return [];
        var unit = demo.Unit(DemoUnits.HomeCareNorth).Id;
        var said = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var (daysAgo, text, minutes) in Waiting)
        {
            said[text] = await SayAsync(unit, text, minutes, daysAgo, ct);
        }
        foreach (var (daysAgo, took, text) in Answered)
        {
            var id = await SayAsync(unit, text, minutes: 10, daysAgo, ct);
            var answer = new Domain.Hassles.AnswerHassle(demo.Leader.Id, HassleState.WillDo, "Det ordner vi.", 0);
            await database.DoWithHassleAsync(id, answer, seats.Today.AddDays(took - daysAgo), ct);
        }
        await DoAsync(said[Again], new MergeHassle(demo.Leader.Id, said[Twice]), ct);
        await DoAsync(said[Doors], new MoveHassle(demo.Leader.Id, demo.Unit(DemoUnits.Property).Id), ct);
        if (await database.FindHassleAsync(said[Cars], ct) is { } cars)
        {
            var up = (await lifting.ReadAsync(await seats.ReadAsync(ct), ct)).Next(cars, demo.Leader.Id);
            if (up is not null)
            {
                await DoAsync(
                    said[Cars],
                    new LiftHassle(demo.Leader.Id, up.PersonId, "To biler til er utenfor budsjettet mitt.", 0),
                    ct
                );
            }
        }
        return [];
    }

    private async Task<Guid> SayAsync(Guid unit, string text, int minutes, int daysAgo, CancellationToken ct)
    {
        var said = await database.SayAsync(
            new Domain.Hassles.SayHassle(
                HassleId.New(),
                unit,
                Speaker.Named,
                text,
                new Effort(minutes, 3, 6),
                "Vikar på nord",
                PersonId: null,
                ClaimCode.HashOf(ClaimCode.New())
            ),
            seats.Today.AddDays(-daysAgo),
            ct
        );
        return said.Hassle!.Id;
    }

    private Task DoAsync(Guid id, HassleCommand command, CancellationToken ct) =>
        database.DoWithHassleAsync(id, command, seats.Today.AddDays(-1), ct);
}
