using Endre.Storage;
using Endre.Storage.Improvements;
using Endre.Web.Messages;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.Loop;

/// <summary>Tells somebody that they answer for an improvement from now on.</summary>
internal sealed class TellImprovementOwner(
    EndreContext database,
    Outgoing outgoing,
    Texts<LoopTexts> texts,
    Formats formats
)
{
    public static readonly MessageKind Given = MessageKind.Of<LoopTexts>("improvement-given");

    private const string Replaced = "improvement-owner-replaced";

    /// <summary>Within the transaction in which it was given.</summary>
    /// <param name="id">Which improvement.</param>
    /// <param name="by">Who gave it; nobody is told what they did themselves.</param>
    /// <param name="ct">Stops it.</param>
    public async Task AddAsync(Guid id, Guid by, CancellationToken ct)
    {
        var improvement = await database.FindImprovementAsync(id, ct);
        if (improvement?.OwnerId is not { } owner || owner == by)
        {
            return;
        }
        // Given to one, to another and back is three times.
        var time = await database
            .ImprovementEvents.Where(entry => entry.ImprovementId == id && entry.What == Replaced)
            .MaxAsync(entry => (int?)entry.Number, ct);
        var message = new OutgoingMessage(
            Given,
            $"{id}:{time}",
            () =>
                new Letter(
                    texts["GivenSubject", improvement.Trying],
                    [
                        LetterPart.Paragraph(
                            improvement.LooksOn is { } day ? texts["GivenText", formats.Date(day)] : texts["GivenEnded"]
                        ),
                        LetterPart.Button(texts["Open"], ImprovementLinks.One(id)),
                    ]
                )
        );
        await outgoing.AddAsync(owner, message, ct);
    }
}
