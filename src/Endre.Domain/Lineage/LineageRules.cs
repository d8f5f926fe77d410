using Endre.Domain.Shared;

namespace Endre.Domain.Lineage;

/// <summary>What may come from what.</summary>
public static class LineageRules
{
    /// <summary>Whether a link may be made. It always leads onward, so that no record ever comes from itself.</summary>
    /// <param name="link">The link.</param>
    /// <returns>Null when it may; otherwise <c>LinkBackwards</c>.</returns>
    public static Refusal? Check(LineageLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        // A proposal is made from notes inside the workshop, which keeps that itself.
        return link.From.Kind < link.To.Kind && link.To.Kind is not (RecordKind.Note or RecordKind.Proposal)
            ? null
            : Refusal.Because("LinkBackwards");
    }
}
