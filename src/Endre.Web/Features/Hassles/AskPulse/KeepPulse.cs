using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Pulses;
using Endre.Domain.Insights.SmallGroups;
using Endre.Domain.Organizations;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Privacy;
using Endre.Storage.Pulses;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles.AskPulse;

/// <summary>
/// <c>/enheter/{id}/puls</c>: what was answered and what comes of it, for all who see what is said to the unit; for those
/// who answer for it also how often it is asked.
/// </summary>
internal sealed class KeepPulse(
    EndreContext database,
    HassleSight sight,
    UnitSeats seats,
    ReadPulse pulses,
    CurrentPerson person
)
{
    /// <summary>The word for not asking.</summary>
    internal const string Off = "off";

    private const int MostRounds = 26;

    public static async Task<IResult> ShowAsync(Guid id, string? lagret, KeepPulse keep, CancellationToken ct) =>
        await keep.UnitAsync(id, mustLead: false, ct) is { } at
            ? await keep.PageAsync(at, new Tried { IsSaved = lagret is not null }, ct)
            : ErrorResult.NotFound;

    public static async Task<IResult> ChooseAsync(HttpContext context, Guid id, KeepPulse keep)
    {
        var ct = context.RequestAborted;
        var form = await context.Request.ReadFormAsync(ct);
        return await keep.UnitAsync(id, mustLead: true, ct) is { } at
            ? await keep.ChooseAsync(at, form.Text("rhythm"), form.Text("question"), ct)
            : ErrorResult.NotFound;
    }

    public static async Task<IResult> SayWordAsync(HttpContext context, Guid id, Guid roundId, KeepPulse keep)
    {
        var ct = context.RequestAborted;
        var form = await context.Request.ReadFormAsync(ct);
        return await keep.UnitAsync(id, mustLead: true, ct) is { } at
            ? await keep.SayWordAsync(at, roundId, form.Text("word"), ct)
            : ErrorResult.NotFound;
    }

    private async Task<At?> UnitAsync(Guid id, bool mustLead, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        return scope.Known.Tree.Current(id) is { } unit && (mustLead ? scope.Led : scope.Seen).Contains(unit.Id)
            ? new At(scope.Known.Tree, unit, scope.Led.Contains(unit.Id))
            : null;
    }

    private async Task<IResult> ChooseAsync(At at, string? rhythm, string? question, CancellationToken ct)
    {
        if (rhythm == Off)
        {
            await database.Pulses.Where(row => row.UnitId == at.Unit.Id).ExecuteDeleteAsync(ct);
            return Page.SeeOther(PulseLinks.Saved(at.Unit.Id));
        }
        var wrong =
            PulseRow.Read<PulseRhythm>(rhythm) is null ? "rhythm"
            : PulseRow.Read<PulseQuestion>(question) is null ? "question"
            : null;
        if (wrong is not null)
        {
            return await PageAsync(at, new Tried { Refusal = new Refusal("PulseChoiceUnknown", wrong) }, ct);
        }
        var row = await database.Pulses.SingleOrDefaultAsync(found => found.UnitId == at.Unit.Id, ct);
        if (row is null)
        {
            database.Add(
                row = new PulseRow
                {
                    UnitId = at.Unit.Id,
                    Rhythm = rhythm!,
                    Question = question!,
                    ChosenOn = seats.Today,
                }
            );
        }
        (row.Rhythm, row.Question, row.ChosenOn, row.ChosenById) = (rhythm!, question!, seats.Today, person.RequiredId);
        await database.SaveChangesAsync(ct);
        return Page.SeeOther(PulseLinks.Saved(at.Unit.Id));
    }

    private async Task<IResult> SayWordAsync(At at, Guid roundId, string? typed, CancellationToken ct)
    {
        if (
            await database.PulseRounds.SingleOrDefaultAsync(row => row.Id == roundId && row.UnitId == at.Unit.Id, ct)
            is not { } round
        )
        {
            return ErrorResult.NotFound;
        }
        var refusal = FreeText.Accept(typed, PulseRound.LongestWord, "word", out var word);
        refusal ??=
            word.Length == 0 ? new Refusal("PulseWordMissing", "word")
            : !round.ToRound().IsOver(seats.Today) ? new Refusal("PulseWordTooEarly", "word")
            : null;
        if (refusal is not null)
        {
            return await PageAsync(
                at,
                new Tried
                {
                    Refusal = refusal,
                    Word = typed,
                    RoundId = roundId,
                },
                ct
            );
        }
        (round.Word, round.WordOn, round.WordById) = (word, seats.Today, person.RequiredId);
        await database.SaveChangesAsync(ct);
        return Page.SeeOther(PulseLinks.Saved(at.Unit.Id));
    }

    private async Task<IResult> PageAsync(At at, Tried tried, CancellationToken ct)
    {
        var unit = at.Unit;
        var rounds = await database
            .PulseRounds.AsNoTracking()
            .Where(round => round.UnitId == unit.Id)
            .OrderByDescending(round => round.OpenedOn)
            .Take(MostRounds)
            .ToListAsync(ct);
        var row = await database.Pulses.AsNoTracking().SingleOrDefaultAsync(found => found.UnitId == unit.Id, ct);
        var (pulse, last) = (row?.ToPulse(), rounds.FirstOrDefault());
        var limit = await database.ReadSmallGroupLimitAsync(ct);
        var view = new PulseView(
            unit,
            pulse,
            at.Leads,
            pulse is null ? null : await pulses.WaitAsync(at.Tree, unit, pulse, last, ct),
            last is not null && !last.ToRound().IsOver(seats.Today) ? Open(last) : null,
            last is not null && pulses.IsAsking(last),
            // While a round is open nobody sees a number grow by one and knows who just answered.
            [.. rounds.Where(round => round.ToRound().IsOver(seats.Today)).Select(round => Shown(round, limit))],
            PlaceCode.Of(unit.Id),
            limit,
            tried.IsSaved
        );
        return Page.Of<KeepPulsePage>(
            new
            {
                View = view,
                Word = tried.Word,
                WordRound = tried.RoundId,
                Faults = tried.Refusal is { } refusal
                    ? FormFaults.None.Add(refusal.Field ?? "word", RefusalTexts.Sentence(refusal))
                    : FormFaults.None,
            },
            tried.Refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
    }

    private static PulseRoundView Shown(PulseRoundRow round, SmallGroupLimit limit) =>
        new(
            round.Id,
            ReadPulse.QuestionOf(round),
            round.OpenedOn,
            round.LastDay,
            PulseResult.Of(round.Yes, round.Somewhat, round.No, limit),
            round.Word
        );

    // What it holds so far is not even handed to the page.
    private static PulseRoundView Open(PulseRoundRow round) =>
        new(
            round.Id,
            ReadPulse.QuestionOf(round),
            round.OpenedOn,
            round.LastDay,
            new PulseResult(null, null, null, null),
            Word: null
        );

    private sealed record At(UnitTree Tree, Unit Unit, bool Leads);

    private sealed record Tried
    {
        public Refusal? Refusal { get; init; }

        public string? Word { get; init; }

        public Guid? RoundId { get; init; }

        public bool IsSaved { get; init; }
    }
}

/// <summary>The pulse of a unit as one reader sees it.</summary>
/// <param name="Unit">Which unit.</param>
/// <param name="Pulse">What is chosen; null when the unit is not asked.</param>
/// <param name="Leads">Whether the reader answers for the unit.</param>
/// <param name="Wait">Why the next round waits; null when it may open, or none is chosen.</param>
/// <param name="Open">The round that is open, its numbers hidden; null when none is.</param>
/// <param name="IsAsking">Whether one may answer at this hour.</param>
/// <param name="Over">The rounds that are over, the newest first.</param>
/// <param name="Code">Where one answers.</param>
/// <param name="Limit">Fewer than this are not told.</param>
/// <param name="IsSaved">Whether something was saved just now.</param>
public sealed record PulseView(
    Unit Unit,
    Pulse? Pulse,
    bool Leads,
    PulseWait? Wait,
    PulseRoundView? Open,
    bool IsAsking,
    IReadOnlyList<PulseRoundView> Over,
    string Code,
    SmallGroupLimit Limit,
    bool IsSaved
);

/// <summary>A round as it may be shown.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Question">What was asked.</param>
/// <param name="OpenedOn">The first day.</param>
/// <param name="LastDay">The last day.</param>
/// <param name="Result">What may be shown of the answers.</param>
/// <param name="Word">What the leader says about it, or null.</param>
public sealed record PulseRoundView(
    Guid Id,
    PulseQuestion Question,
    DateOnly OpenedOn,
    DateOnly LastDay,
    PulseResult Result,
    string? Word
);
