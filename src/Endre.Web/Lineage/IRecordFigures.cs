using Endre.Documents.TextDocuments;

namespace Endre.Web.Lineage;

/// <summary>An area that draws what it knows of records: what a sheet of another area shows of it, without knowing it.</summary>
internal interface IRecordFigures
{
    /// <summary>The figures of records that the one who asks sees; who has none is not there.</summary>
    Task<IReadOnlyList<RecordFigure>> OfAsync(IReadOnlyCollection<SeenRecord> seen, CancellationToken ct);
}

/// <summary>A drawing of what is known of a record.</summary>
/// <param name="Of">The record.</param>
/// <param name="Name">What is drawn.</param>
/// <param name="Component">What shows it on a page.</param>
/// <param name="Parameters">The component's parameters, by name.</param>
/// <param name="ForDocument">Makes the same for a document.</param>
public sealed record RecordFigure(
    SeenRecord Of,
    string Name,
    Type Component,
    IDictionary<string, object> Parameters,
    Func<IReadOnlyList<Block>> ForDocument
);
