using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Pulses;
using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Storage.Pulses;
using Endre.Web.Features.Hassles.ShowHappened;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles.AskPulse;

/// <summary>What the pulse of a unit is now.</summary>
internal sealed class ReadPulse(EndreContext database, Formats formats, TimeProvider clock)
{
    /// <summary>The time it is for people here.</summary>
    public DateTime Now => formats.Local(clock.GetUtcNow()).DateTime;

    /// <summary>The newest round, or null.</summary>
    public Task<PulseRoundRow?> LastAsync(Guid unitId, CancellationToken ct) =>
        database
            .PulseRounds.AsNoTracking()
            .Where(round => round.UnitId == unitId)
            .OrderByDescending(round => round.OpenedOn)
            .FirstOrDefaultAsync(ct);

    /// <summary>What stands on the unit's page and screen; null where nobody has been asked.</summary>
    public async Task<PulseNews?> NewsAsync(Guid unitId, CancellationToken ct)
    {
        var rounds = await database
            .PulseRounds.AsNoTracking()
            .Where(round => round.UnitId == unitId)
            .OrderByDescending(round => round.OpenedOn)
            .Take(2)
            .ToListAsync(ct);
        if (rounds is not [var last, ..])
        {
            return null;
        }
        var told = rounds.Find(round => round.Word is not null);
        return new PulseNews(
            IsAsking(last),
            QuestionOf(last),
            PlaceCode.Of(unitId),
            told?.Word,
            told is null ? null : QuestionOf(told)
        );
    }

    public bool IsAsking(PulseRoundRow round) => PulseRules.IsAsking(round.ToRound(), Now);

    /// <summary>Why the unit is not asked now; null when it may be.</summary>
    public async Task<PulseWait?> WaitAsync(
        UnitTree tree,
        Unit unit,
        Pulse pulse,
        PulseRoundRow? last,
        CancellationToken ct
    )
    {
        var (now, round, ids) = (Now, last?.ToRound(), HappenedRows.IdsOf(tree, unit));
        var before = PulseRules.UnansweredBefore(round, DateOnly.FromDateTime(now));
        var unanswered = await database.Hassles.CountAsync(
            row =>
                ids.Contains(row.UnitId)
                && HassleWords.Unanswered.Contains(row.State)
                && row.MergedIntoId == null
                && row.Week < before,
            ct
        );
        return PulseRules.MayOpen(pulse, round, unanswered, now);
    }

    public static PulseQuestion QuestionOf(PulseRoundRow round) =>
        PulseRow.Read<PulseQuestion>(round.Question) ?? PulseQuestion.Everyday;
}

/// <summary>What there is to tell of a unit's pulse.</summary>
/// <param name="IsAsking">Whether one may answer now.</param>
/// <param name="Question">The question of the newest round.</param>
/// <param name="Code">The unit's place code, where one answers.</param>
/// <param name="Word">The last that the leader said about a round, or null.</param>
/// <param name="WordQuestion">The question of that round.</param>
public sealed record PulseNews(
    bool IsAsking,
    PulseQuestion Question,
    string Code,
    string? Word,
    PulseQuestion? WordQuestion
);
