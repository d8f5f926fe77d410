namespace Endre.Web.Features.Improvements.Shared;

/// <summary>What was measured last, for the list and the board, which know nothing of measures.</summary>
internal interface IImprovementPoints
{
    /// <summary>
    /// The last value of each improvement that has one, with its unit and in the language of the request: «4 telefoner, 12. mars».
    /// </summary>
    /// <param name="improvements">Their ids.</param>
    /// <param name="ct">Stops the reading.</param>
    Task<IReadOnlyDictionary<Guid, string>> LastAsync(IReadOnlyCollection<Guid> improvements, CancellationToken ct);
}
