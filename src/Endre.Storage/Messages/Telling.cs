using Endre.Domain.Shared;

namespace Endre.Storage.Messages;

/// <summary>What is done, and the messages that tell of it, in one transaction.</summary>
public static class Telling
{
    /// <summary>Does something that stores, and when it is not refused, adds what tells of it and stores that too.</summary>
    /// <param name="database">Where both are stored. A transaction that is open already is used and left open.</param>
    /// <param name="act">
    /// Does it and stores it, such as <c>DoWithActionItemAsync</c>. May try again when somebody else was first.
    /// </param>
    /// <param name="tell">Adds the messages to the context without storing them. Not called when it is refused.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>What <paramref name="act"/> answers.</returns>
    public static async Task<Refusal?> TellingAsync(
        this EndreContext database,
        Func<Task<Refusal?>> act,
        Func<Task> tell,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(tell);
        var isOpen = database.Database.CurrentTransaction is not null;
        await using var transaction = isOpen ? null : await database.Database.BeginTransactionAsync(ct);
        if (await act() is { } refusal)
        {
            return refusal;
        }
        await tell();
        await database.SaveChangesAsync(ct);
        if (transaction is not null)
        {
            await transaction.CommitAsync(ct);
        }
        return null;
    }
}
