using Endre.Domain.Improvements;
using Endre.Domain.Improvements.Measures;
using Endre.Storage;
using Endre.Storage.Improvements.Measures;
using Endre.Web.Access;

namespace Endre.Web.Features.Improvements.Measures.Shared;

/// <summary>The scope that measures are loaded through: whoever works with the improvement counts in it.</summary>
internal sealed class MeasureScope(
    EndreContext database,
    ImprovementSight sight,
    ReadOwners people,
    Endre.Web.Texts.Formats formats,
    TimeProvider clock
)
{
    /// <summary>The measure; null when there is none, or its improvement is out of sight.</summary>
    public async Task<MeasureAt?> FindAsync(Guid id, Guid measureId, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        return
            await scope.FindAsync(database, id, ct) is { } improvement
            && await database.FindMeasureAsync(measureId, ct) is { } measure
            && measure.ImprovementId == id
            ? new MeasureAt(improvement, measure, RoleOf(scope, improvement), HandOf(scope.PersonId), Now)
            : null;
    }

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
/// <param name="Role">What the one who found it is.</param>
/// <param name="Hand">Who, and when.</param>
/// <param name="Now">The time of the day for people here.</param>
internal sealed record MeasureAt(Improvement Improvement, Measure Measure, Corrector Role, Hand Hand, TimeOnly Now)
{
    public Guid Id => Improvement.Id;

    public Guid MeasureId => Measure.Id;
}
