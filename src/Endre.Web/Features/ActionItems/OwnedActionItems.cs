using Endre.Domain.ActionItems;
using Endre.Storage;
using Endre.Storage.ActionItems;
using Endre.Web.Access;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.ActionItems;

/// <summary>The open action items that a person answers for.</summary>
internal sealed class OwnedActionItems(
    EndreContext database,
    Formats formats,
    TimeProvider clock,
    Texts<ActionItemTexts> texts
) : IResponsibilities
{
    private static readonly string Open = ActionItemWords.Of(ActionItemState.Open);

    public string Tell(int count) => texts.Count("Owned", count);

    public Task<int> CountAsync(Guid personId, CancellationToken ct) => Owned(personId).CountAsync(ct);

    public async Task HandOverAsync(Guid from, Guid to, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var hand = new ActionItemRecords.Hand(PersonId: null, now, formats.Day(now));
        foreach (var id in await Owned(from).Select(row => row.Id).ToListAsync(ct))
        {
            await database.DoWithActionItemAsync(id, new ReplaceOwner(from, to), hand, ct);
        }
    }

    private IQueryable<ActionItemRow> Owned(Guid personId) =>
        database.ActionItems.Where(row => row.OwnerId == personId && row.State == Open);
}
