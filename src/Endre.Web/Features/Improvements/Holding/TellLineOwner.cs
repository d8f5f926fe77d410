using Endre.Domain.Improvements;
using Endre.Storage;
using Endre.Storage.Improvements.Holding;
using Endre.Web.Messages;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.Holding;

/// <summary>Tells somebody that they answer for a routine from now on.</summary>
internal sealed class TellLineOwner(EndreContext database, Outgoing outgoing, Texts<HoldingTexts> texts)
{
    public static readonly MessageKind Given = MessageKind.Of<HoldingTexts>("held-routine-given");

    /// <summary>Within the transaction in which it was given.</summary>
    /// <param name="improvement">The improvement that became it.</param>
    /// <param name="by">Who gave it; nobody is told what they did themselves.</param>
    public async Task AddAsync(Improvement improvement, Guid by, CancellationToken ct)
    {
        if (await database.ReadHeldRoutineAsync(improvement, ct) is not { LineOwnerId: { } owner } held || owner == by)
        {
            return;
        }
        // Given to one, to another and back is three times.
        var time = await database
            .ImprovementEvents.Where(entry => entry.ImprovementId == improvement.Id)
            .MaxAsync(entry => entry.Number, ct);
        await outgoing.AddAsync(
            owner,
            new OutgoingMessage(
                Given,
                $"{improvement.Id}:{time}",
                () =>
                    new Letter(
                        texts["GivenSubject", improvement.Trying],
                        LetterPart.Paragraph(texts["GivenText"]),
                        LetterPart.Quote(held.Routine),
                        LetterPart.Paragraph(texts["GivenThen"]),
                        LetterPart.Button(texts["GivenButton"], ImprovementLinks.One(improvement.Id) + "#holde")
                    )
            ),
            ct
        );
    }
}
