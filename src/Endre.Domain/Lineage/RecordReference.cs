namespace Endre.Domain.Lineage;

/// <summary>The kinds of records that come from each other, in the order of the loop: a link leads from an earlier to a later one.</summary>
public enum RecordKind
{
    /// <summary>A note of a workshop.</summary>
    Note,

    /// <summary>A best proposal of a workshop.</summary>
    Proposal,

    /// <summary>Plunder.</summary>
    Hassle,

    /// <summary>Behov.</summary>
    Need,

    /// <summary>Møte.</summary>
    Meeting,

    /// <summary>Forbedring.</summary>
    Improvement,

    /// <summary>Tiltak.</summary>
    ActionItem,
}

/// <summary>What names a record of any kind.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Within">What it is a part of and found through: the workshop of a note. Null for what stands alone.</param>
public sealed record RecordReference(RecordKind Kind, Guid Id, Guid? Within = null);

/// <summary>One record came from another. Stored once, walked both ways.</summary>
/// <param name="From">The earlier one.</param>
/// <param name="To">The later one.</param>
public sealed record LineageLink(RecordReference From, RecordReference To);
