using Endre.Domain.ActionItems.Reminding;
using Endre.Storage;
using Endre.Storage.Improvements.Holding;
using Endre.Web.Access;
using Endre.Web.Messages;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.Holding;

/// <summary>
/// Asks after 3 and 12 months whether what was adopted is still used: the line owner, else the improvement's owner, else those
/// who lead the unit. Who is away or has left is not asked. Each question is asked of each once.
/// </summary>
internal sealed class AskHolders(
    EndreContext database,
    LeadersToday leaders,
    IServiceScopeFactory scopes,
    Formats formats,
    TimeProvider clock
)
{
    public static readonly MessageKind Kind = MessageKind.Of<HoldingTexts>("held-routine-asked");

    // When people come to work; and not so late that it would be tomorrow's before anybody reads it.
    private static readonly TimeOnly From = new(7, 0);
    private static readonly TimeOnly Until = new(18, 0);

    private static readonly Texts<HoldingTexts> Texts = new();

    /// <summary>The day for which it may be asked now; null when it may not.</summary>
    public DateOnly? Day
    {
        get
        {
            var now = formats.Local(clock.GetUtcNow()).DateTime;
            var today = DateOnly.FromDateTime(now);
            return
                ReminderRules.MayRemindOn(today)
                && TimeOnly.FromDateTime(now) is var time
                && time >= From
                && time < Until
                ? today
                : null;
        }
    }

    /// <returns>How many messages were written.</returns>
    public async Task<int> RunAsync(DateOnly today, CancellationToken ct)
    {
        var written = 0;
        var waiting = await database.ReadWaitingUsesAsync(today, database.Improvements, ct);
        if (waiting.Count == 0)
        {
            return 0;
        }
        var there = await ThereAsync(waiting, today, ct);
        var known = await leaders.ReadAsync(ct);
        foreach (var one in waiting)
        {
            var asked = new[] { one.Held.LineOwnerId, one.Improvement.OwnerId }
                .OfType<Guid>()
                .Where(there.Contains)
                .Take(1)
                .ToList();
            foreach (var person in asked is [] ? known.For(one.Improvement.UnitId) : asked)
            {
                written += await AskAsync(person, one, ct) ? 1 : 0;
            }
        }
        return written;
    }

    private async Task<HashSet<Guid>> ThereAsync(
        IReadOnlyList<WaitingUse> waiting,
        DateOnly today,
        CancellationToken ct
    )
    {
        var owners = waiting
            .SelectMany(one => new[] { one.Held.LineOwnerId, one.Improvement.OwnerId })
            .OfType<Guid>()
            .Distinct()
            .ToList();
        return
        [
            .. await database
                .Users.Where(person => owners.Contains(person.Id) && person.DeactivatedAt == null)
                .Where(person =>
                    !database.Absences.Any(absence =>
                        absence.PersonId == person.Id && absence.Since <= today && absence.Until >= today
                    )
                )
                .Select(person => person.Id)
                .ToListAsync(ct),
        ];
    }

    private async Task<bool> AskAsync(Guid person, WaitingUse waiting, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<EndreContext>();
        var message = new OutgoingMessage(Kind, $"{waiting.Improvement.Id}:{waiting.Months}", () => Letter(waiting));
        if (!await scope.ServiceProvider.GetRequiredService<Outgoing>().AddAsync(person, message, ct))
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
            if (!await own.Messages.AnyAsync(row => row.Key == key, ct))
            {
                throw;
            }
            // Another node asked at the same instant.
            return false;
        }
    }

    private static Letter Letter(WaitingUse waiting) =>
        new(
            Texts["AskedSubject", waiting.Improvement.Trying],
            LetterPart.Paragraph(Texts[$"AskedText_{waiting.Months}"]),
            LetterPart.Quote(waiting.Held.Routine.Length > 0 ? waiting.Held.Routine : waiting.Improvement.Trying),
            LetterPart.Button(Texts["AskedButton"], ImprovementLinks.One(waiting.Improvement.Id) + "#holde")
        );
}
