using Endre.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Messages;

/// <summary>What people have chosen of messages.</summary>
public static class MessageChoices
{
    /// <summary>Stores what a person chooses; of two who store at the same instant the last one holds.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="personId">Who.</param>
    /// <param name="kinds">Kinds, and whether each comes as mail; others stay as they are.</param>
    /// <param name="hours">The quiet hours; null leaves them as they are.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    public static Task ChooseMessagesAsync(
        this EndreContext database,
        Guid personId,
        IReadOnlyDictionary<string, bool> kinds,
        QuietHours? hours,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(kinds);
        return database.UntilStoredAsync(async () =>
        {
            var rows = await database.MessageChoices.Where(row => row.PersonId == personId).ToListAsync(ct);
            foreach (var (kind, asMail) in kinds)
            {
                if (rows.Find(row => row.Kind == kind) is { } known)
                {
                    known.AsMail = asMail;
                }
                else
                {
                    database.Add(
                        new MessageChoiceRow
                        {
                            PersonId = personId,
                            Kind = kind,
                            AsMail = asMail,
                        }
                    );
                }
            }
            if (hours is not null)
            {
                await TakeAsync(database, personId, hours, ct);
            }
            await database.SaveChangesAsync(ct);
            return true;
        });
    }

    private static async Task TakeAsync(EndreContext database, Guid personId, QuietHours hours, CancellationToken ct)
    {
        var row = await database.QuietHours.SingleOrDefaultAsync(known => known.PersonId == personId, ct);
        if (hours == QuietHours.Standard)
        {
            if (row is not null)
            {
                database.Remove(row);
            }
        }
        else if (row is null)
        {
            database.Add(
                new QuietHoursRow
                {
                    PersonId = personId,
                    Begins = hours.From,
                    Ends = hours.Until,
                    AlsoDaysOff = hours.AlsoDaysOff,
                }
            );
        }
        else
        {
            (row.Begins, row.Ends, row.AlsoDaysOff) = (hours.From, hours.Until, hours.AlsoDaysOff);
        }
    }
}
