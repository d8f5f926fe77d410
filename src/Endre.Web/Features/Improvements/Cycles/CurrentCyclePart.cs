using Endre.Web.Features.Improvements.Shared;

namespace Endre.Web.Features.Improvements.Cycles;

/// <summary>The step one is at, as one obvious form; or how it ended.</summary>
internal sealed class CurrentCyclePart : IImprovementPart
{
    public int Order => 10;

    public Task<ImprovementPart?> ReadAsync(ImprovementView view, CancellationToken ct) =>
        Task.FromResult<ImprovementPart?>(
            view.Improvement.Stage is null
                ? ImprovementPart.Of<EndedImprovement>(view)
                : ImprovementPart.Of<CurrentCycle>(view)
        );
}

/// <summary>The cycles so far, each prediction beside what happened.</summary>
internal sealed class CycleTrailPart : IImprovementPart
{
    public int Order => 30;

    public Task<ImprovementPart?> ReadAsync(ImprovementView view, CancellationToken ct) =>
        Task.FromResult<ImprovementPart?>(
            view.Improvement.Cycles.Any(cycle => cycle.Ending is not null) ? ImprovementPart.Of<CycleTrail>(view) : null
        );
}
