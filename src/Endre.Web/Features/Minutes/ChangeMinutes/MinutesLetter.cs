using Endre.Domain.Meetings;
using Endre.Web.Messages;
using Endre.Web.Texts;

namespace Endre.Web.Features.Minutes.ChangeMinutes;

/// <summary>
/// Tells those who were asked to a meeting that its minutes are locked. It tells where they stand and nothing of what they
/// say: mail goes places that a marked matter must not.
/// </summary>
internal sealed class MinutesLetter(Outgoing outgoing, Formats formats, Texts<MinutesTexts> texts)
{
    public static MessageKind Kind { get; } = MessageKind.Of<MinutesTexts>("minutes-locked");

    /// <summary>Adds the messages, to be stored with the lock.</summary>
    public async Task AddAsync(Meeting meeting, Guid? lockedBy, CancellationToken ct)
    {
        var message = new OutgoingMessage(
            Kind,
            $"{meeting.Id}",
            () =>
                new Letter(
                    texts["LetterSubject", meeting.Title],
                    LetterPart.Paragraph(
                        texts["LetterText", meeting.Title, formats.Date(meeting.BegunAt ?? meeting.StartsAt)]
                    ),
                    LetterPart.Button(texts["LetterButton"], MinutesLinks.One(meeting.Id))
                )
        );
        foreach (
            var person in meeting
                .People.Select(place => place.PersonId)
                .OfType<Guid>()
                .Distinct()
                .Where(id => id != lockedBy)
        )
        {
            await outgoing.AddAsync(person, message, ct);
        }
    }
}
