namespace Endre.Web.Access;

/// <summary>
/// What an area keeps of people outside the columns that point to them: names inside events and texts. An area registers
/// its own, so that erasing somebody reaches all of it. Rows with a foreign key need nothing: they go, or lose the id, with
/// the person's row.
/// </summary>
internal interface IPersonalData
{
    /// <summary>Takes the person's name out, in the transaction that is open. Counts stay.</summary>
    /// <param name="personId">Who.</param>
    /// <param name="name">The name, as it is spelled on the person's page; may be blank.</param>
    /// <param name="ct">Stops it.</param>
    Task EraseAsync(Guid personId, string name, CancellationToken ct);
}
