using Endre.Domain.Lineage;

namespace Endre.Storage.Lineage;

/// <summary>That one record came from another. It holds ids and no words, no person and no time.</summary>
public sealed class LineageLinkRow
{
    /// <summary>The longest word of a kind.</summary>
    public const int MaxWordLength = 20;

    /// <summary>What the earlier one is, as a word of <see cref="RecordKindWord"/>.</summary>
    public required string FromKind { get; init; }

    /// <summary>The earlier one.</summary>
    public required Guid FromId { get; init; }

    /// <summary>What the earlier one is found through, or null.</summary>
    public Guid? FromWithin { get; init; }

    /// <summary>What the later one is, as a word of <see cref="RecordKindWord"/>.</summary>
    public required string ToKind { get; init; }

    /// <summary>The later one.</summary>
    public required Guid ToId { get; init; }

    /// <summary>What the later one is found through, or null.</summary>
    public Guid? ToWithin { get; init; }

    /// <summary>The row of a link.</summary>
    /// <param name="link">The link.</param>
    public static LineageLinkRow Of(LineageLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return new LineageLinkRow
        {
            FromKind = RecordKindWord.Of(link.From.Kind),
            FromId = link.From.Id,
            FromWithin = link.From.Within,
            ToKind = RecordKindWord.Of(link.To.Kind),
            ToId = link.To.Id,
            ToWithin = link.To.Within,
        };
    }

    /// <summary>The link of the row; null when a later version of Endre wrote it, of a kind that this one does not know.</summary>
    public LineageLink? ToLink() =>
        RecordKindWord.Read(FromKind) is { } from && RecordKindWord.Read(ToKind) is { } to
            ? new LineageLink(new RecordReference(from, FromId, FromWithin), new RecordReference(to, ToId, ToWithin))
            : null;
}
