using Endre.Domain.Organizations.Privacy;
using Endre.Storage;
using Endre.Storage.Privacy;
using Endre.Web.Access;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles.EraseNames;

/// <summary>
/// Who said something is not kept for ever; what was said is. An account that is erased takes its link along by itself, and
/// the name goes where anybody wrote it.
/// </summary>
internal sealed class EraseHassleNames(EndreContext database, Formats formats) : IPersonalData, IRetention
{
    public RetentionPeriod Default { get; } = new("hassle-names", Days: 730, Least: 90, Most: 1830);

    public async Task EraseAsync(Guid personId, string name, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(name))
            return;
        await EraseFromThreadsAsync(name, ct);
        var named = await database
            .Hassles.Where(hassle =>
                hassle.Text.Contains(name)
                || (hassle.PromisedWho != null && hassle.PromisedWho.Contains(name))
                || (hassle.Done != null && hassle.Done.Contains(name))
            )
            .ToListAsync(ct);
        foreach (var row in named)
        {
            row.Text = EventNames.Without(row.Text, name);
            row.PromisedWho = row.PromisedWho is { } who ? EventNames.Without(who, name) : null;
            row.Done = row.Done is { } done ? EventNames.Without(done, name) : null;
            row.Version++;
        }
        foreach (
            var round in await database.PulseRounds.Where(r => r.Word != null && r.Word.Contains(name)).ToListAsync(ct)
        )
        {
            round.Word = EventNames.Without(round.Word!, name);
        }
        await database.SaveChangesAsync(ct);
    }

    // What is found by its words is what the row's version says it is: a thread that changes is a new version too.
    private async Task EraseFromThreadsAsync(string name, CancellationToken ct)
    {
        var messages = await database.HassleMessages.Where(message => message.Text.Contains(name)).ToListAsync(ct);
        foreach (var message in messages)
        {
            message.Text = EventNames.Without(message.Text, name);
        }
        var threads = messages.Select(message => message.HassleId).Distinct().ToList();
        foreach (var row in await database.Hassles.Where(hassle => threads.Contains(hassle.Id)).ToListAsync(ct))
        {
            row.Version++;
        }
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
