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
}
