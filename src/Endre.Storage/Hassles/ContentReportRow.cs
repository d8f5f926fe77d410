namespace Endre.Storage.Hassles;

/// <summary>
/// A report of the content of a hassle, until somebody has looked at it. The same report again is the same row, and neither who
/// reported it nor when is in it.
/// </summary>
public sealed class ContentReportRow
{
    /// <summary>Which hassle.</summary>
    public required Guid HassleId { get; init; }

    /// <summary>What is reported, as a word of <see cref="Domain.Hassles.Redactions.ContentReportWord"/>.</summary>
    public required string Kind { get; init; }
}
