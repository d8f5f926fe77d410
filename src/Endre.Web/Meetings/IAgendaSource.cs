using Endre.Domain.Meetings.Agendas;
using Endre.Domain.Organizations;

namespace Endre.Web.Meetings;

/// <summary>
/// What an area wants taken up in a unit's meetings. An area registers its own, so that the agenda knows of none of them.
/// What it tells is the same for all who come: nothing that only some of the unit may read.
/// </summary>
internal interface IAgendaSource
{
    /// <summary>What is to be taken up today, in the area's own order. What is no longer told is settled.</summary>
    Task<IReadOnlyList<AgendaNews>> ReadAsync(MeetingUnit unit, CancellationToken ct);
}

/// <summary>Something to be taken up, as it stands today.</summary>
/// <param name="Entry">What.</param>
/// <param name="Line">How it stands with it, in a line in the language of the request; null for nothing to say.</param>
/// <param name="Address">Where it stands.</param>
internal sealed record AgendaNews(AgendaEntry Entry, string? Line, string Address);

/// <summary>The unit that meets.</summary>
/// <param name="Tree">All units.</param>
/// <param name="Unit">The unit as it is today, also when the one that was asked for has gone on in it.</param>
/// <param name="Own">It, and the closed ones that went on in it.</param>
/// <param name="Covered">These, and what lies under them without a leader of its own.</param>
/// <param name="Today">The day it is for people here.</param>
internal sealed record MeetingUnit(
    UnitTree Tree,
    Unit Unit,
    IReadOnlySet<Guid> Own,
    IReadOnlySet<Guid> Covered,
    DateOnly Today
)
{
    /// <summary>The name of the part of the unit that something belongs to; null when that is the unit itself.</summary>
    public string? PartOf(Guid unitId) => Own.Contains(unitId) ? null : Tree.Find(unitId)?.Name;
}
