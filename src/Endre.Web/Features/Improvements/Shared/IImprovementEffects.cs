namespace Endre.Web.Features.Improvements.Shared;

/// <summary>What came of improvements besides what was said in their rounds: what the numbers say, whether it is still used.</summary>
internal interface IImprovementEffects
{
    /// <summary>A line each, in the order in which they are told.</summary>
    /// <param name="improvements">Their ids; the one who asks sees them.</param>
    /// <param name="ct">Stops the reading.</param>
    Task<ILookup<Guid, string>> OfAsync(IReadOnlyCollection<Guid> improvements, CancellationToken ct);
}
