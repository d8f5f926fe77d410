using Endre.Storage;
using Endre.Storage.Improvements.Holding;
using Endre.Storage.Organizations;
using Endre.Web.Access;
using Endre.Web.Messages;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.Holding;

/// <summary>
/// Asks after 3 and 12 months whether what was adopted is still used: the line owner, else the improvement's owner, else those
/// who lead the unit. Who is away or has left is not asked. Each question is asked of each once.
/// </summary>
internal sealed class AskHolders(EndreContext database, LeadersToday leaders, TellOnce tell)
{
    public static readonly MessageKind Kind = MessageKind.Of<HoldingTexts>("held-routine-asked");

    private static readonly Texts<HoldingTexts> Texts = new();

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
                .PeopleThereOn(today)
                .Where(person => owners.Contains(person.Id))
                .Select(person => person.Id)
                .ToListAsync(ct),
        ];
    }

    private Task<bool> AskAsync(Guid person, WaitingUse waiting, CancellationToken ct)
    {
        // What is adopted a second time is asked about again.
        var about = $"{waiting.Improvement.Id}:{waiting.Months}:{waiting.Held.DueOn(waiting.Months):yyyy-MM-dd}";
        return tell.TellAsync(person, new OutgoingMessage(Kind, about, () => Letter(waiting)), ct: ct);
    }

    private static Letter Letter(WaitingUse waiting) =>
        new(
            Texts["AskedSubject", waiting.Improvement.Trying],
            LetterPart.Paragraph(Texts[$"AskedText_{waiting.Months}"]),
            LetterPart.Quote(waiting.Held.Routine.Length > 0 ? waiting.Held.Routine : waiting.Improvement.Trying),
            LetterPart.Button(Texts["AskedButton"], ImprovementLinks.One(waiting.Improvement.Id) + "#holde")
        );
}
