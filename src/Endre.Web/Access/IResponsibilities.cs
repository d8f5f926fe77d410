namespace Endre.Web.Access;

/// <summary>
/// What people have to answer for in one area. An area registers its own, and somebody who leaves hands over all of it
/// without the areas knowing of each other.
/// </summary>
internal interface IResponsibilities
{
    /// <summary>How much is open, in the language of the request: «2 åpne verksteder».</summary>
    string Tell(int count);

    /// <summary>How much is open.</summary>
    Task<int> CountAsync(Guid personId, CancellationToken ct);

    /// <summary>Whether a person can answer for it: a workshop needs a facilitator.</summary>
    Task<bool> MayTakeOverAsync(Guid personId, CancellationToken ct) => Task.FromResult(true);

    /// <summary>
    /// Gives what is open to another. Changes tracked rows, which the caller stores, or stores by itself what has a log of
    /// its own: it is called outside a transaction, and done twice it changes nothing more.
    /// </summary>
    Task HandOverAsync(Guid from, Guid to, CancellationToken ct);
}
