using Endre.Domain.Lineage;
using Endre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Lineage;

/// <summary>Stores and reads what came from what.</summary>
public static class LineageRecords
{
    /// <summary>
    /// Notes a link, to be stored with what else is being stored; one that is there is not stored twice.
    /// </summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="link">The link.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>Null, or what <see cref="LineageRules.Check"/> says.</returns>
    public static async Task<Refusal?> LinkAsync(this EndreContext database, LineageLink link, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        if (LineageRules.Check(link) is { } refusal)
        {
            return refusal;
        }
        var row = LineageLinkRow.Of(link);
        var there = await database.LineageLinks.FindAsync([row.FromKind, row.FromId, row.ToKind, row.ToId], ct);
        if (there is null)
        {
            database.Add(row);
        }
        return null;
    }

    /// <summary>All links of a record, in both directions.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="kind">What the record is.</param>
    /// <param name="id">Which.</param>
    /// <param name="ct">Stops the reading.</param>
    public static Task<IReadOnlyList<LineageLink>> LinksOfAsync(
        this EndreContext database,
        RecordKind kind,
        Guid id,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        var word = RecordKindWord.Of(kind);
        return ReadAsync(
            database.LineageLinks.Where(row =>
                (row.FromKind == word && row.FromId == id) || (row.ToKind == word && row.ToId == id)
            ),
            ct
        );
    }

    /// <summary>All links of several records, in one direction.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="ids">Which records.</param>
    /// <param name="isBack">Whether to read what they come from; otherwise what became of them.</param>
    /// <param name="ct">Stops the reading.</param>
    public static Task<IReadOnlyList<LineageLink>> LinksOfAllAsync(
        this EndreContext database,
        IReadOnlyCollection<Guid> ids,
        bool isBack,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        return ReadAsync(
            isBack
                ? database.LineageLinks.Where(row => ids.Contains(row.ToId))
                : database.LineageLinks.Where(row => ids.Contains(row.FromId)),
            ct
        );
    }

    /// <summary>All links that lead out of what lies within something, such as the notes of a workshop.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="within">The workshop.</param>
    /// <param name="ct">Stops the reading.</param>
    public static Task<IReadOnlyList<LineageLink>> LinksWithinAsync(
        this EndreContext database,
        Guid within,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        return ReadAsync(database.LineageLinks.Where(row => row.FromWithin == within), ct);
    }

    private static async Task<IReadOnlyList<LineageLink>> ReadAsync(
        IQueryable<LineageLinkRow> rows,
        CancellationToken ct
    ) =>
        [
            .. (await rows.AsNoTracking().ToListAsync(ct))
                .OrderBy(row => row.FromId)
                .ThenBy(row => row.ToId)
                .Select(row => row.ToLink())
                .OfType<LineageLink>(),
        ];
}
