using Endre.Domain.Improvements;
using Endre.Storage;
using Endre.Storage.Improvements;
using Endre.Storage.Organizations;
using Endre.Web.Messages;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.Loop;

/// <summary>
/// Tells whoever answers for an improvement, once, that the day has come on which they look at it; on the next working day when
/// there is no work on the day.
/// </summary>
internal sealed class RemindImprovementOwners(EndreContext database, TellOnce tell, Formats formats)
{
    public static readonly MessageKind Kind = MessageKind.Of<LoopTexts>("improvement-look");

    // As long as nobody who was away or at home is told late of what the meeting and the board have shown for days.
    private const int DaysLate = 7;

    private static readonly string Ongoing = StoredWord.Of(ImprovementState.Ongoing);
    private static readonly Texts<LoopTexts> Texts = new();

    /// <returns>How many messages were written.</returns>
    public async Task<int> RunAsync(DateOnly today, CancellationToken ct)
    {
        var since = today.AddDays(-DaysLate);
        var rows = await database
            .Improvements.AsNoTracking()
            .Where(row => row.State == Ongoing && row.LooksOn <= today && row.LooksOn >= since)
            .Join(database.PeopleThereOn(today), row => row.OwnerId, person => person.Id, (row, _) => row)
            .ToListAsync(ct);
        var written = 0;
        foreach (var row in rows)
        {
            written += await TellAsync(row, ct) ? 1 : 0;
        }
        return written;
    }

    private Task<bool> TellAsync(ImprovementRow row, CancellationToken ct)
    {
        var improvement = row.ToImprovement();
        var plan = improvement.Current.Plan;
        // A day that was moved is a new day.
        var message = new OutgoingMessage(
            Kind,
            $"{row.Id}:{improvement.Current.Number}:{plan.LookOn:yyyy-MM-dd}",
            () =>
                new Letter(
                    Texts["LookSubject", improvement.Trying],
                    [
                        LetterPart.Paragraph(Texts["LookText", formats.Date(plan.LookOn)]),
                        LetterPart.Paragraph(Texts["LookThought", plan.Prediction]),
                        LetterPart.Button(Texts["Open"], ImprovementLinks.One(row.Id)),
                    ]
                )
        );
        return tell.TellAsync(row.OwnerId!.Value, message, ct: ct);
    }
}
