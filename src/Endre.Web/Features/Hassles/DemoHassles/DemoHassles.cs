using System.Buffers.Text;
using System.Security.Cryptography;
using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Pulses;
using Endre.Domain.Hassles.Removals;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Storage.Pulses;
using Endre.Web.Features.Demo;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles.DemoHassles;

/// <summary>
/// A dozen things that people in Fjordvik have said lately, in all three ways, most of them answered; and a year before them.
/// </summary>
internal sealed class DemoHassles(EndreContext database, UnitSeats seats) : IDemoPart
{
    public int Order => 20;

    public async Task<IReadOnlyList<string>> PrepareAsync(DemoMunicipality demo, CancellationToken ct)
    {
        var known = await seats.ReadAsync(ct);
        await DemoPlaces.MakeAsync(database, demo, seats.Today, ct);
        if (!await database.Hassles.AnyAsync(ct))
        {
            foreach (var told in DemoPast.On(seats.Today).Concat(DemoHassle.All))
            {
                await TellAsync(told, demo, known, ct);
            }
            await AskAsync(demo.Unit(DemoUnits.HomeCareNorth).Id, known, ct);
        }
        return [$"place code: {PlaceCode.Of(demo.Unit(DemoUnits.HomeCareNorth).Id)}"];
    }

    // A round that is over, with the leader's word, and one that is open.
    private async Task AskAsync(Guid unit, UnitSeats.Known known, CancellationToken ct)
    {
        var leader = known.AnswerersOf(unit).Select(seat => (Guid?)seat.PersonId).FirstOrDefault();
        var question = PulseRow.WordOf(PulseQuestion.LastWeek);
        database.AddRange(
            new PulseRow
            {
                UnitId = unit,
                Rhythm = PulseRow.WordOf(PulseRhythm.Fortnightly),
                Question = question,
                ChosenOn = seats.Today.AddDays(-30),
                ChosenById = leader,
            },
            new PulseRoundRow
            {
                UnitId = unit,
                Question = question,
                OpenedOn = seats.Today.AddDays(-16),
                LastDay = seats.Today.AddDays(-10),
                Yes = 9,
                Somewhat = 6,
                No = 5,
                Word = "Vi tar tre av dere med til de som lager arbeidslista, torsdag klokka 13.",
                WordOn = seats.Today.AddDays(-8),
                WordById = leader,
            },
            new PulseRoundRow
            {
                UnitId = unit,
                Question = question,
                OpenedOn = seats.Today.AddDays(-2),
                LastDay = seats.Today.AddDays(4),
                Yes = 3,
                Somewhat = 2,
                No = 1,
            }
        );
        await database.SaveChangesAsync(ct);
    }

    private async Task TellAsync(DemoHassle told, DemoMunicipality demo, UnitSeats.Known known, CancellationToken ct)
    {
        var day = seats.Today.AddDays(-told.DaysAgo);
        var unit = demo.Unit(told.Unit).Id;
        var writer = told.Who is { } who ? demo.People.FirstOrDefault(person => person.DisplayName == who) : null;
        var said = await database.SayAsync(
            new Domain.Hassles.SayHassle(
                HassleId.New(),
                unit,
                told.Speaker,
                told.Text,
                told.Effort,
                told.Who,
                writer?.Id,
                NobodysCode()
            )
            {
                PlaceId = await DemoPlaces.FindAsync(database, unit, told.Place, ct),
                Category = told.Category,
                Fixer = told.Fixer,
            },
            day,
            ct
        );
        var answerer = known.AnswerersOf(unit).Select(seat => (Guid?)seat.PersonId).FirstOrDefault();
        if (told.Answer is { } answer && answerer is { } leader)
        {
            var command = new Domain.Hassles.AnswerHassle(leader, answer, told.AnswerText, After: 0)
            {
                Promise = new Promise(told.Doer, told.DueInDays is { } days ? seats.Today.AddDays(days) : null),
            };
            await database.DoWithHassleAsync(said.Hassle!.Id, command, day.AddDays(Math.Min(told.DaysAgo, 4)), ct);
            if (told.Reply is { } reply)
            {
                await database.DoWithHassleAsync(
                    said.Hassle.Id,
                    new ReplyToHassle(reply, After: 1),
                    day.AddDays(Math.Min(told.DaysAgo, 6)),
                    ct
                );
            }
            if (told.Done is { } done)
            {
                var after = told.Reply is null ? 1 : 2;
                await database.DoWithHassleAsync(
                    said.Hassle.Id,
                    new Domain.Hassles.Removals.RemoveHassle(Witness.Answerer, leader, done, told.Left, after),
                    seats.Today.AddDays(-told.GoneDaysAgo),
                    ct
                );
            }
        }
    }

    // Nobody has been given these codes, so nothing has to lead to them; a hash of each would be a second at the start.
    private static string NobodysCode() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
