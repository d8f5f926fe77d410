using Endre.Domain.ActionItems.Reminding;
using Endre.Domain.Improvements;
using Endre.Storage;
using Endre.Storage.Improvements;
using Endre.Web.Messages;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.Loop;

/// <summary>
/// Tells whoever answers for an improvement, once, that the day has come on which they look at it; on the next working day when
/// there is no work on the day.
/// </summary>
internal sealed class RemindImprovementOwners(
    EndreContext database,
    IServiceScopeFactory scopes,
    Formats formats,
    TimeProvider clock
)
{
    public static readonly MessageKind Kind = MessageKind.Of<LoopTexts>("improvement-look");

    // As long as nobody who was away or at home is told late of what the meeting and the board have shown for days.
    private const int DaysLate = 7;

    // When people come to work; and not so late that it would be tomorrow's before anybody reads it.
    private static readonly TimeOnly From = new(7, 0);
    private static readonly TimeOnly Until = new(18, 0);
    private static readonly string Ongoing = StoredWord.Of(ImprovementState.Ongoing);
    private static readonly Texts<LoopTexts> Texts = new();

    /// <summary>The day for which messages may be written now; null when none may.</summary>
    public DateOnly? Day
    {
        get
        {
            var now = formats.Local(clock.GetUtcNow()).DateTime;
            var (today, time) = (DateOnly.FromDateTime(now), TimeOnly.FromDateTime(now));
            return ReminderRules.MayRemindOn(today) && time >= From && time < Until ? today : null;
        }
    }

    /// <returns>How many messages were written.</returns>
    public async Task<int> RunAsync(DateOnly today, CancellationToken ct)
    {
        var since = today.AddDays(-DaysLate);
        var rows = await database
            .Improvements.AsNoTracking()
            .Where(row => row.State == Ongoing && row.LooksOn <= today && row.LooksOn >= since)
            .Join(
                database.Users.Where(person => person.DeactivatedAt == null),
                row => row.OwnerId,
                person => person.Id,
                (row, _) => row
            )
            .Where(row =>
                !database.Absences.Any(absence =>
                    absence.PersonId == row.OwnerId && absence.Since <= today && absence.Until >= today
                )
            )
            .ToListAsync(ct);
        var written = 0;
        foreach (var row in rows)
        {
            written += await TellAsync(row, ct) ? 1 : 0;
        }
        return written;
    }

    private async Task<bool> TellAsync(ImprovementRow row, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<EndreContext>();
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
        if (!await scope.ServiceProvider.GetRequiredService<Outgoing>().AddAsync(row.OwnerId!.Value, message, ct))
        {
            return false;
        }
        var key = own.Messages.Local.Single().Key;
        try
        {
            await own.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            own.ChangeTracker.Clear();
            if (!await own.Messages.AnyAsync(stored => stored.Key == key, ct))
            {
                throw;
            }
            // Another node told it at the same instant.
            return false;
        }
    }
}
