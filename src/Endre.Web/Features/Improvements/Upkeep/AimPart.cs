using Endre.Web.Features.Improvements.Shared;

namespace Endre.Web.Features.Improvements.Upkeep;

/// <summary>The Model for Improvement's three questions, with the aim.</summary>
internal sealed class AimPart : IImprovementPart
{
    public int Order => 20;

    public Task<ImprovementPart?> ReadAsync(ImprovementView view, CancellationToken ct) =>
        Task.FromResult<ImprovementPart?>(ImprovementPart.Of<AimSection>(view));
}
