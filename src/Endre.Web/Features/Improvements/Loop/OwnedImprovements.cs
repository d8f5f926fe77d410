using Endre.Domain.Improvements;
using Endre.Storage;
using Endre.Storage.Improvements;
using Endre.Web.Access;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.Loop;

/// <summary>The improvements that go on and that a person answers for.</summary>
internal sealed class OwnedImprovements(
    EndreContext database,
    Formats formats,
    TimeProvider clock,
    Texts<LoopTexts> texts
) : IResponsibilities
{
    private static readonly string Ongoing = StoredWord.Of(ImprovementState.Ongoing);

    public string Tell(int count) => texts.Count("Owned", count);

    public Task<int> CountAsync(Guid personId, CancellationToken ct) => Owned(personId).CountAsync(ct);

    public async Task HandOverAsync(Guid from, Guid to, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var hand = new Hand(PersonId: null, now, formats.Day(now));
        foreach (var id in await Owned(from).Select(row => row.Id).ToListAsync(ct))
        {
            await database.DoWithImprovementAsync(id, new ReplaceImprovementOwner(from, to), hand, ct);
        }
    }

    private IQueryable<ImprovementRow> Owned(Guid personId) =>
        database.Improvements.Where(row => row.OwnerId == personId && row.State == Ongoing);
}
