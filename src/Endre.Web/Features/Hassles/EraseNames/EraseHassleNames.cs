using Endre.Domain.Organizations.Privacy;
using Endre.Storage;
using Endre.Storage.Privacy;
using Endre.Web.Access;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles.EraseNames;

/// <summary>
/// Who said something is not kept for ever; what was said is. An account that is erased takes its link along by itself, and
/// the name goes where it was written as the one who does it.
/// </summary>
internal sealed class EraseHassleNames(EndreContext database, Formats formats) : IPersonalData, IRetention
{
    public RetentionPeriod Default { get; } = new("hassle-names", Days: 730, Least: 90, Most: 1830);

    public async Task EraseAsync(Guid personId, string name, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(name))
            return;
        var promised = await database
            .Hassles.Where(hassle => hassle.PromisedWho != null && hassle.PromisedWho.Contains(name))
            .ToListAsync(ct);
        foreach (var row in promised)
        {
            row.PromisedWho = EventNames.Without(row.PromisedWho!, name);
            row.Version++;
        }
        await database.SaveChangesAsync(ct);
    }

    public async Task<int> RemoveAsync(DateTimeOffset olderThan, CancellationToken ct)
    {
        var limit = formats.Day(olderThan);
        await database
            .HassleMessages.Where(message => message.Week < limit && message.IsFromWriter && message.PersonId != null)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.PersonId, (Guid?)null), ct);
        return await database
            .Hassles.Where(hassle => hassle.Week < limit && (hassle.Name != null || hassle.PersonId != null))
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(hassle => hassle.Name, (string?)null)
                        .SetProperty(hassle => hassle.PersonId, (Guid?)null),
                ct
            );
    }
}
