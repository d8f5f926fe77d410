namespace Endre.Storage.Audit;

/// <summary>A link of the chain over the entries: it holds the entry's fingerprint and the seal before it.</summary>
public sealed class AuditSeal
{
    /// <summary>1, 2, 3 … without a gap.</summary>
    public required long Number { get; init; }

    /// <summary>The entry that it seals.</summary>
    public required Guid EntryId { get; init; }

    /// <summary>SHA-256 over the seal before and the entry: see <see cref="AuditChain.Seal"/>. 32 bytes.</summary>
    public required byte[] Hash { get; init; }
}
