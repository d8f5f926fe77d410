using Endre.Domain.Improvements;
using Endre.Domain.Improvements.Measures;
using Endre.Storage;
using Endre.Storage.Improvements.Measures;
using Endre.Web.Access;

namespace Endre.Web.Features.Improvements.Measures.Shared;

/// <summary>The scope that measures are loaded through: whoever sees the improvement reads them, whoever works with it counts.</summary>
internal sealed class MeasureScope(
    EndreContext database,
    ImprovementSight sight,
    ReadOwners people,
    Endre.Web.Texts.Formats formats,
    TimeProvider clock
)
{
    /// <summary>The measure, to work with it; null when there is none, or its improvement is not the person's.</summary>
    public async Task<MeasureAt?> FindAsync(Guid id, Guid measureId, CancellationToken ct) =>
        await SeeAsync(id, measureId, ct) is { MayWork: true } at ? at : null;

    /// <summary>The measure, to be read; null when there is none, or its improvement is out of sight.</summary>
    public async Task<MeasureAt?> SeeAsync(Guid id, Guid measureId, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        return
            await scope.SeeAsync(database, id, ct) is { } improvement
            && await database.FindMeasureAsync(measureId, ct) is { } measure
            && measure.ImprovementId == id
            ? new MeasureAt(
                improvement,
                measure,
                scope.MayWork(improvement),
                RoleOf(scope, improvement),
                HandOf(scope.PersonId),
                Now
            )
            : null;
    }

    /// <summary>Whether the improvement may be read.</summary>
    public async Task<bool> SeesAsync(Guid id, CancellationToken ct) =>
        await (await sight.OpenAsync(ct)).SeeAsync(database, id, ct) is not null;

    /// <summary>The improvement, to make a measure in; null when it is out of sight.</summary>
    public async Task<(Improvement Improvement, Hand Hand)?> FindAsync(Guid id, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        return await scope.FindAsync(database, id, ct) is { } improvement
            ? (improvement, HandOf(scope.PersonId))
            : null;
    }

    /// <summary>The hand of nobody: what is told by a link.</summary>
    public Hand Nobody => HandOf(personId: null);

    /// <summary>The time of the day for people here.</summary>
    public TimeOnly Now
    {
        get
        {
            var local = formats.Local(clock.GetUtcNow());
            return new TimeOnly(local.Hour, local.Minute);
        }
    }

    private Hand HandOf(Guid? personId) => new(personId, clock.GetUtcNow(), people.Today);

    private static Corrector RoleOf(ImprovementSight.Scope scope, Improvement improvement) =>
        scope.IsOwn(improvement) ? Corrector.Owner
        : scope.MayDecide(improvement) ? Corrector.Leader
        : Corrector.Member;
}

/// <summary>A measure that somebody found.</summary>
/// <param name="Improvement">The improvement it belongs to.</param>
/// <param name="Measure">The measure.</param>
/// <param name="MayWork">Whether the one who found it counts in it; else it is only read.</param>
/// <param name="Role">What the one who found it is.</param>
/// <param name="Hand">Who, and when.</param>
/// <param name="Now">The time of the day for people here.</param>
internal sealed record MeasureAt(
    Improvement Improvement,
    Measure Measure,
    bool MayWork,
    Corrector Role,
    Hand Hand,
    TimeOnly Now
)
{
    public Guid Id => Improvement.Id;

    public Guid MeasureId => Measure.Id;
}
