namespace Endre.Storage.Transfers;

/// <summary>Everything could not be carried out or in. Nothing was changed; the message says what to do.</summary>
/// <param name="message">What is wrong, for the operator.</param>
/// <param name="cause">What lies behind it.</param>
public class TransferRefused(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>The file is cut, changed, or not one of ours.</summary>
/// <param name="what">What is wrong with it.</param>
/// <param name="cause">What the reading of it said.</param>
public sealed class FileIsDamaged(string what, Exception? cause = null)
    : TransferRefused($"The file cannot be used: {what} Nothing was changed.", cause);

/// <summary>The file was made by another version of Endre than this one.</summary>
/// <param name="what">The difference.</param>
/// <param name="madeBy">The version that made it.</param>
public sealed class SchemaDiffers(string what, string madeBy)
    : TransferRefused(
        $"The file was made by another version of Endre ({madeBy}) than this one: {what} "
            + "Read it in with the version that made it, and start this version on that database to upgrade it. "
            + "Nothing was changed."
    );

/// <summary>There is something in the database already.</summary>
/// <param name="what">Which tables have rows.</param>
/// <param name="advice">What the operator may do.</param>
public sealed class DatabaseIsNotEmpty(string what, string advice)
    : TransferRefused($"The database is not empty: {what}. {advice} Nothing was changed.")
{
    /// <summary>Which tables have rows.</summary>
    public string What { get; } = what;
}
