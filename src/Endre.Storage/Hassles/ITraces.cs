namespace Endre.Storage.Hassles;

/// <summary>
/// What a database leaves lying beside the rows themselves: words that were erased, and the order in which rows came.
/// One implementation per database.
/// </summary>
public interface ITraces
{
    /// <summary>
    /// Wipes what was erased out of the files, as far as the database can do it while others use it, and puts the rows of
    /// hassles in the order of their ids.
    /// </summary>
    /// <param name="ct">Stops it; what is not wiped is wiped the next time.</param>
    Task WipeAsync(CancellationToken ct);

    /// <summary>
    /// Wipes also what is erased from workshops and of people out of the files. It may keep workshops waiting while it
    /// works, so it is for the night.
    /// </summary>
    /// <param name="ct">Stops it; what is not wiped is wiped the next time.</param>
    Task WipeAllAsync(CancellationToken ct);
}
