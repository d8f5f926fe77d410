using Endre.Storage;
using Endre.Storage.Access;
using Endre.Storage.People;
using Endre.Web.Access;
using Endre.Web.Hosting;
using Endre.Web.Messages;
using Endre.Web.Texts;

namespace Endre.Web.Features.People;

/// <summary>Makes the one-time link of an invitation, and mails it where there is a mail server.</summary>
internal sealed class SendInvitation(
    EndreContext database,
    OneTimeLinks links,
    Outgoing outgoing,
    ListeningAddress address,
    Formats formats
)
{
    /// <summary>It holds a secret: it goes to the person's address and nowhere else.</summary>
    public static readonly MessageKind Invitation = MessageKind.Of<PeopleTexts>("invitation") with
    {
        MayBeTurnedOff = false,
        IsSecret = true,
    };

    private static readonly Texts<PeopleTexts> Texts = new();

    public async Task<Sent> MakeAsync(Person person, CancellationToken ct)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(ct);
        var (secret, expiresAt) = await links.MakeAsync(OneTimeLinkPurpose.ChoosePassword, person.Id, ct);
        var isMailed =
            outgoing.ReachesPeople
            && !string.IsNullOrEmpty(person.Email)
            && await outgoing.AddAsync(person.Id, Message(secret, expiresAt), ct);
        await database.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new Sent(
            new Uri(address.ForPeople, PeopleLinks.Accept(secret)),
            expiresAt,
            isMailed ? person.Email : null
        );
    }

    private OutgoingMessage Message(string secret, DateTimeOffset expiresAt) =>
        new(
            Invitation,
            Convert.ToHexStringLower(SecretText.Hash(secret))[..32],
            () =>
                new Letter(
                    Texts["InvitationSubject"],
                    LetterPart.Paragraph(Texts["InvitationText", formats.DateAndTime(expiresAt)]),
                    LetterPart.Button(Texts["InvitationButton"], PeopleLinks.Accept(secret)),
                    LetterPart.Paragraph(Texts["InvitationNotAsked"])
                )
        )
        {
            // The person waits for it.
            IsUrgent = true,
        };

    /// <summary>What was made.</summary>
    /// <param name="Link">The link, for the administrator to pass on.</param>
    /// <param name="ExpiresAt">Until when it opens.</param>
    /// <param name="To">Where it was mailed to; null when it was not.</param>
    internal sealed record Sent(Uri Link, DateTimeOffset ExpiresAt, string? To);
}
