using Endre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage;

/// <summary>Decides on what is stored, while others store too.</summary>
internal static class Deciding
{
    private const int MostTries = 10;

    /// <summary>Decides and stores. Whoever stores at the same instant is waited for, and it is decided again.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="database">Where it is stored. What it tracks is forgotten before each new try.</param>
    /// <param name="decide">Reads what is stored now, decides on it, and stores what happened.</param>
    /// <returns>What <paramref name="decide"/> answers.</returns>
    /// <exception cref="DbUpdateException">Others were first ten times in a row.</exception>
    public static async Task<T> UntilStoredAsync<T>(this EndreContext database, Func<Task<T>> decide)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await decide();
            }
            catch (DbUpdateException) when (tries < MostTries)
            {
                database.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>
    /// Stores something new. The same form at the same time: the one that was first is the one.
    /// </summary>
    /// <typeparam name="T">What is new.</typeparam>
    /// <param name="database">Where it is stored, with what is added.</param>
    /// <param name="find">Finds the one that was first, by the id that both have.</param>
    /// <param name="again">Whether that is the same; otherwise why not.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>Null when it is stored; otherwise what <paramref name="again"/> says of the one that was first.</returns>
    /// <exception cref="DbUpdateException">It could not be stored, and nobody was first.</exception>
    public static async Task<Refusal?> SaveNewAsync<T>(
        this EndreContext database,
        Func<Task<T?>> find,
        Func<T, Refusal?> again,
        CancellationToken ct
    )
        where T : class
    {
        try
        {
            await database.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException)
        {
            database.ChangeTracker.Clear();
            if (await find() is { } first)
            {
                return again(first);
            }
            throw;
        }
    }
}
