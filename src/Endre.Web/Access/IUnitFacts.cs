using Endre.Domain.Organizations;

namespace Endre.Web.Access;

/// <summary>
/// What an area has to say of a unit on the unit's page, for everybody who is signed in. An area registers its own, so that
/// the units know of none of them.
/// </summary>
internal interface IUnitFacts
{
    Task<IReadOnlyList<UnitFact>> ReadAsync(UnitTree tree, Unit unit, CancellationToken ct);
}

/// <summary>Something told of a unit, in the language of the request.</summary>
/// <param name="Term">What it is.</param>
/// <param name="Text">What is so.</param>
/// <param name="How">How it is counted, or null.</param>
public sealed record UnitFact(string Term, string Text, string? How = null);
