using Endre.Domain.Hassles;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Web.Messages;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles.TellWriter;

/// <summary>
/// Tells writers with an account that they have got an answer; also those whose hassle was merged into the one that was
/// answered. What was said and what was answered stays in the app: mail is read over many shoulders.
/// </summary>
internal sealed class TellWriter(EndreContext database, Outgoing outgoing, Texts<HassleTexts> texts)
{
    public static readonly MessageKind Answered = MessageKind.Of<HassleTexts>("hassle-answered");

    /// <summary>Within the transaction of the answer.</summary>
    /// <param name="id">Which hassle was answered.</param>
    /// <param name="by">Who answered; nobody is told what they wrote themselves.</param>
    public async Task AddAsync(Guid id, Guid by, CancellationToken ct)
    {
        var told = await database
            .Hassles.AsNoTracking()
            .Where(row => (row.Id == id || row.MergedIntoId == id) && row.PersonId != null && row.PersonId != by)
            .Select(row => row.Id)
            .ToListAsync(ct);
        foreach (var one in (await database.ReadHasslesAsync(told, ct)).Values)
        {
            var answers = one.Thread.Count(message => !message.IsFromWriter);
            if (answers > 0)
            {
                await outgoing.AddAsync(one.PersonId!.Value, Message(one, answers), ct);
            }
        }
    }

    private OutgoingMessage Message(Hassle hassle, int answers) =>
        new(
            Answered,
            $"{hassle.Id}:{answers}",
            () =>
                new Letter(
                    texts["AnsweredSubject"],
                    LetterPart.Paragraph(texts["AnsweredText"]),
                    LetterPart.Button(texts["AnsweredButton"], HassleLinks.OneOfMine(hassle.Id))
                )
        );
}
