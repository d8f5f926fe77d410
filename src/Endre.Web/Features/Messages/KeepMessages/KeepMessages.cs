using Endre.Domain.Messages;
using Endre.Domain.Organizations.Privacy;
using Endre.Storage;
using Endre.Storage.Privacy;
using Endre.Web.Access;
using Endre.Web.Hosting;
using Endre.Web.Messages.Sending;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Messages.KeepMessages;

/// <summary>
/// Messages are kept for a time, in the database and as files. Whoever is erased takes their own along; the name goes where
/// it stands in messages to others.
/// </summary>
internal sealed class KeepMessages(EndreContext database, Settings settings) : IRetention, IPersonalData
{
    public RetentionPeriod Default { get; } = new("messages", Days: 90, Least: 7, Most: 730);

    public async Task<int> RemoveAsync(DateTimeOffset olderThan, CancellationToken ct)
    {
        RemoveFiles(olderThan);
        return await database
            .Messages.Where(message =>
                message.CreatedAt < olderThan && message.Mail != MailState.Waiting && message.Mail != MailState.Failed
            )
            .ExecuteDeleteAsync(ct);
    }

    public async Task EraseAsync(Guid personId, string name, CancellationToken ct)
    {
        await RemoveFilesOfAsync(personId, ct);
        if (string.IsNullOrWhiteSpace(name))
        {
            return;
        }
        var named = await database
            .Messages.Where(message =>
                message.Subject.Contains(name) || (message.Parts != null && message.Parts.Contains(name))
            )
            .ToListAsync(ct);
        foreach (var row in named)
        {
            row.Subject = EventNames.Without(row.Subject, name);
            row.Parts = row.Parts is null ? null : EventNames.Without(row.Parts, name);
            // A file that was a mail is not written anew: the message stands in the app without the name.
            if (row.Mail == MailState.Filed)
                File.Delete(FolderRoute.FileOf(settings, row.Id));
        }
        await database.SaveChangesAsync(ct);
    }

    private void RemoveFiles(DateTimeOffset olderThan)
    {
        var folder = new DirectoryInfo(FolderRoute.In(settings));
        foreach (var file in folder.Exists ? folder.EnumerateFiles("*.eml") : [])
        {
            if (file.LastWriteTimeUtc < olderThan.UtcDateTime)
            {
                file.Delete();
            }
        }
    }

    private async Task RemoveFilesOfAsync(Guid personId, CancellationToken ct)
    {
        var filed = await database
            .Messages.Where(message => message.PersonId == personId && message.Mail == MailState.Filed)
            .Select(message => message.Id)
            .ToListAsync(ct);
        foreach (var id in filed)
        {
            File.Delete(FolderRoute.FileOf(settings, id));
        }
    }
}
