using Endre.Domain.Lineage;

namespace Endre.Web.Lineage;

/// <summary>
/// All that a record comes from and all that became of it, as far as one reader sees it. What else became of those before it is
/// another story.
/// </summary>
/// <param name="Center">The record one stands at.</param>
/// <param name="Records">All, the earlier kinds first; the one in the center is among them.</param>
/// <param name="Links">What came from what, among these.</param>
/// <param name="IsCut">Whether there was more than is shown.</param>
public sealed record LineageMap(
    SeenRecord Center,
    IReadOnlyList<MappedRecord> Records,
    IReadOnlyList<LineageLink> Links,
    bool IsCut
)
{
    /// <summary>What a record comes from.</summary>
    internal IEnumerable<SeenRecord> Before(RecordReference record) =>
        Records
            .Where(one => Links.Any(link => Is(link.To, record) && Is(link.From, one.Record.Reference)))
            .Select(one => one.Record);

    internal static bool Is(RecordReference one, RecordReference other) => one.Kind == other.Kind && one.Id == other.Id;
}

/// <summary>A record with what happened on the way in it.</summary>
/// <param name="Record">The record.</param>
/// <param name="Steps">Causes, cycles, effect: a line each.</param>
public sealed record MappedRecord(SeenRecord Record, IReadOnlyList<string> Steps);
