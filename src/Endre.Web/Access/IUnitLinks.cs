namespace Endre.Web.Access;

/// <summary>What an area has to show of one unit, as links on the unit's page. Each area registers its own.</summary>
internal interface IUnitLinks
{
    /// <summary>The links for whoever asks; none where there is nothing for them.</summary>
    Task<IReadOnlyList<UnitLink>> OfAsync(Guid unitId, CancellationToken ct);
}

/// <summary>A link on the page of a unit.</summary>
/// <param name="Address">Where it leads.</param>
/// <param name="Name">What it is called, in the language of the request.</param>
public sealed record UnitLink(string Address, string Name);
