using System.Globalization;
using System.Net.Mail;
using System.Text;
using Endre.Domain.Messages;
using Endre.Storage;
using Endre.Storage.Messages;
using Endre.Web.Access;
using Endre.Web.Hosting;
using Endre.Web.Look;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Messages;

/// <summary>
/// Messages to people. They are only added to the context: what stores the thing they tell of stores them too, in one
/// transaction (<see cref="Telling"/>), so there is never one without the other. The mail is sent afterwards.
/// </summary>
internal sealed class Outgoing(
    EndreContext database,
    IEnumerable<MessageKind> kinds,
    UnreadMessages unread,
    CurrentLook look,
    OutgoingTime time,
    Settings settings
)
{
    /// <summary>Whether there is a mail server, so that mail reaches somebody who has never been in the app.</summary>
    public bool ReachesPeople => settings.Mail.IsServer;

    /// <summary>Tells a person. They find it in the app, and in their mail unless they do without that kind.</summary>
    /// <returns>
    /// Whether it was added: not when it has been told already, and not to somebody who has left. When another node adds
    /// the same at the same instant, storing fails with a <see cref="DbUpdateException"/>, and the other has told it.
    /// </returns>
    public async Task<bool> AddAsync(Guid personId, OutgoingMessage message, CancellationToken ct)
    {
        Check(message);
        var key = KeyOf(message, personId.ToString("N", CultureInfo.InvariantCulture));
        var kind = message.Kind.Word;
        var reader = await database
            .Users.AsNoTracking()
            .Where(person => person.Id == personId && person.DeactivatedAt == null)
            .Select(person => new
            {
                person.Email,
                person.Language,
                person.IsDemo,
                AsMail = database
                    .MessageChoices.Where(choice => choice.PersonId == personId && choice.Kind == kind)
                    .Select(choice => (bool?)choice.AsMail)
                    .FirstOrDefault(),
                IsTold = database.Messages.Any(told => told.Key == key),
            })
            .SingleOrDefaultAsync(ct);
        if (reader is not { IsTold: false } || IsAdded(key))
        {
            return false;
        }
        var wantsMail = message.Kind.MayBeTurnedOff
            ? reader.AsMail ?? message.Kind.IsMailByDefault
            : message.Kind.IsMailByDefault || message.Kind.IsSecret;
        // The invented people of a demo have addresses that no mail can reach.
        var hasMail = wantsMail && !string.IsNullOrEmpty(reader.Email) && !(reader.IsDemo && ReachesPeople);
        var chosen = await database
            .QuietHours.AsNoTracking()
            .SingleOrDefaultAsync(hours => hours.PersonId == personId, ct);
        Add(
            message,
            key,
            Language.Find(reader.Language) ?? look.Language,
            Earliest(message, chosen?.ToHours() ?? QuietHours.Standard),
            (row, notBefore) =>
                new MessageRow
                {
                    Id = row.Id,
                    PersonId = personId,
                    Kind = kind,
                    Key = key,
                    Language = row.Language,
                    Subject = row.Subject,
                    Parts = row.Parts,
                    Path = row.Path,
                    CreatedAt = row.Now,
                    NotBefore = notBefore,
                    Mail = hasMail ? MailState.Waiting : MailState.None,
                    NextTryAt = hasMail ? notBefore : null,
                    // What is not shown in the app waits for nobody there.
                    ReadAt = message.Kind.IsSecret ? row.Now : null,
                }
        );
        unread.Forget(personId);
        return true;
    }

    /// <summary>Tells somebody without an account, by mail only.</summary>
    /// <returns>As for a person; false too when the address can be no mail address, or has declined such mail.</returns>
    public async Task<bool> AddAsync(MessageGuest guest, OutgoingMessage message, CancellationToken ct)
    {
        Check(message);
        var address = guest.Address.Trim();
        if (address.Length > MessageRow.MaxAddressLength || !MailAddress.TryCreate(address, out _))
        {
            return false;
        }
        var key = KeyOf(message, Convert.ToHexStringLower(SecretText.Hash(address.ToLowerInvariant()))[..32]);
        if (
            IsAdded(key)
            || await database.Messages.AnyAsync(told => told.Key == key, ct)
            || (message.Kind.MayBeTurnedOff && (await database.ReadDeclinedAsync(guest.AboutId, ct)).Has(address))
        )
        {
            return false;
        }
        Add(
            message,
            key,
            Language.Find(guest.Language) ?? look.Language,
            Earliest(message, QuietHours.Standard),
            (row, notBefore) =>
                new MessageRow
                {
                    Id = row.Id,
                    AboutId = guest.AboutId,
                    Address = address,
                    AddressName = OneLine(guest.Name ?? "", Storage.People.Person.MaxDisplayNameLength)
                        is { Length: > 0 } name
                        ? name
                        : null,
                    Kind = message.Kind.Word,
                    Key = key,
                    Language = row.Language,
                    Subject = row.Subject,
                    Parts = row.Parts,
                    CreatedAt = row.Now,
                    NotBefore = notBefore,
                    Mail = MailState.Waiting,
                    NextTryAt = notBefore,
                }
        );
        return true;
    }

    private void Add(
        OutgoingMessage message,
        string key,
        Language language,
        DateTimeOffset notBefore,
        Func<Written, DateTimeOffset, MessageRow> make
    )
    {
        var letter = InLanguage(language, message.Write);
        var now = time.Now;
        var path = letter.Path ?? letter.Parts.FirstOrDefault(part => part.Kind == LetterPartKind.Button)?.To;
        var row = make(
            new Written(
                time.NextId(),
                now,
                language.Code,
                OneLine(letter.Subject, MessageRow.MaxSubjectLength),
                LetterJson.Write(letter.Parts),
                path is ['/', ..] && path.Length <= MessageRow.MaxKeyLength ? path : null
            ),
            notBefore
        );
        if (row.Parts!.Length > MessageRow.MaxPartsLength)
        {
            throw new InvalidOperationException($"A letter of kind {message.Kind.Word} is too long: say less.");
        }
        database.Add(row);
        foreach (var (at, file) in message.Files.Index())
        {
            database.Add(
                new MessageAttachmentRow
                {
                    MessageId = row.Id,
                    Number = at + 1,
                    Name = OneLine(file.Name, MessageAttachmentRow.MaxNameLength),
                    ContentType = file.ContentType,
                    Content = file.Content,
                }
            );
        }
    }

    private DateTimeOffset Earliest(OutgoingMessage message, QuietHours hours) =>
        message.IsUrgent ? time.Now : hours.Earliest(time.Now, settings.TimeZone);

    private bool IsAdded(string key) => database.Messages.Local.Any(added => added.Key == key);

    private void Check(OutgoingMessage message)
    {
        if (!kinds.Contains(message.Kind))
        {
            throw new InvalidOperationException($"Register the kind {message.Kind.Word} with AddMessageKind.");
        }
        if (message.Files.Any(file => file.Content.Length > MessageAttachmentRow.MaxLength))
        {
            throw new InvalidOperationException($"A file of kind {message.Kind.Word} is too large for mail.");
        }
    }

    private static string KeyOf(OutgoingMessage message, string reader)
    {
        var key = $"{message.Kind.Word}/{message.Key}/{reader}";
        return key.Length <= MessageRow.MaxKeyLength
            ? key
            : throw new InvalidOperationException($"The key of a {message.Kind.Word} is too long.");
    }

    private static Letter InLanguage(Language language, Func<Letter> write)
    {
        var (texts, formats) = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
        try
        {
            language.Use();
            return write();
        }
        finally
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (texts, formats);
        }
    }

    // A line break in a name or a title would begin another header of the mail.
    internal static string OneLine(string text, int longest)
    {
        var line = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            line.Append(char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter);
        }
        var clean = string.Join(' ', line.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (clean.Length <= longest)
        {
            return clean;
        }
        var end = char.IsHighSurrogate(clean[longest - 2]) ? longest - 2 : longest - 1;
        return $"{clean[..end]}…";
    }

    private sealed record Written(
        Guid Id,
        DateTimeOffset Now,
        string Language,
        string Subject,
        string Parts,
        string? Path
    );
}
