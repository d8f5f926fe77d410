using Endre.Storage;
using Endre.Storage.ActionItems;
using Endre.Web.Messages;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.ActionItems.TellOwner;

/// <summary>Tells somebody that another has given them an action item.</summary>
internal sealed class TellOwner(EndreContext database, Outgoing outgoing, Texts<ActionItemTexts> texts, Formats formats)
{
    public static readonly MessageKind Given = MessageKind.Of<ActionItemTexts>("action-item-given");

    private static readonly string[] Givings = ["action-item-made", "owner-replaced"];

    /// <summary>Within the transaction in which it was given.</summary>
    /// <param name="id">Which action item.</param>
    /// <param name="by">Who gave it; nobody is told what they did themselves.</param>
    public async Task AddAsync(Guid id, Guid by, CancellationToken ct)
    {
        var item = await database.FindActionItemAsync(id, ct);
        if (item?.OwnerId is not { } owner || owner == by)
        {
            return;
        }
        // Given to one, to another and back is three times.
        var time = await database
            .ActionItemEvents.Where(entry => entry.ActionItemId == id && Givings.Contains(entry.What))
            .MaxAsync(entry => entry.Number, ct);
        var message = new OutgoingMessage(
            Given,
            $"{id}:{time}",
            () =>
                new Letter(
                    texts["GivenSubject", item.What],
                    [
                        LetterPart.Paragraph(texts["GivenText", formats.Date(item.DueOn)]),
                        .. item.FirstStep is { Length: > 0 } step
                            ? [LetterPart.Paragraph(texts["GivenStep", step])]
                            : Array.Empty<LetterPart>(),
                        LetterPart.Button(texts["GivenButton"], ActionItemLinks.One(id)),
                    ]
                )
        );
        await outgoing.AddAsync(owner, message, ct);
    }
}
