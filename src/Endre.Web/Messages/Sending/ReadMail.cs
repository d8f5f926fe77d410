using Endre.Storage;
using Endre.Storage.Messages;
using Endre.Web.Messages.Writing;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Endre.Web.Messages.Sending;

/// <summary>The mail of a message, addressed to where its reader is now.</summary>
internal sealed class ReadMail(EndreContext database, MailComposer composer)
{
    public bool IsSecret(MessageRow row) => composer.IsSecret(row.Kind);

    /// <summary>The mail, or null when there is nobody to read it.</summary>
    public async Task<MimeMessage?> ReadAsync(MessageRow row, CancellationToken ct)
    {
        var files = await database
            .MessageAttachments.AsNoTracking()
            .Where(file => file.MessageId == row.Id)
            .OrderBy(file => file.Number)
            .ToListAsync(ct);
        if (row.PersonId is not { } id)
        {
            return row.Address is { } address ? composer.Compose(row, address, row.AddressName, files) : null;
        }
        // The address of now: it may have been corrected since, and whoever has left gets nothing more.
        var person = await database
            .Users.AsNoTracking()
            .Where(person => person.Id == id && person.DeactivatedAt == null)
            .Select(person => new { person.Email, person.DisplayName })
            .SingleOrDefaultAsync(ct);
        return person is { Email: { Length: > 0 } email }
            ? composer.Compose(row, email, person.DisplayName, files)
            : null;
    }
}
