using Endre.Domain.Shared;

namespace Endre.Domain.Organizations;

/// <summary>
/// The organization with changes that are tried on it one after the other: a single act, or all lines of an import. What
/// happened is kept in order, to be shown beforehand or stored all at once. A refused change leaves nothing behind.
/// </summary>
/// <param name="tree">All units as they are stored.</param>
/// <param name="positions">
/// All places in units that the changes may touch: of the units that close, and of the people whose places change.
/// </param>
/// <param name="moment">Now.</param>
public sealed class OrganizationDraft(UnitTree tree, IEnumerable<Position> positions, Moment moment)
{
    private readonly Dictionary<Guid, IReadOnlyList<Position>> _ofPerson = positions
        .GroupBy(position => position.PersonId)
        .ToDictionary(group => group.Key, IReadOnlyList<Position> (group) => [.. group]);
    private readonly List<OrganizationEvent> _events = [];

    /// <summary>The units after what has happened so far.</summary>
    public UnitTree Tree { get; private set; } = tree;

    /// <summary>When it is decided.</summary>
    public Moment Moment => moment;

    /// <summary>What has happened so far, in order.</summary>
    public IReadOnlyList<OrganizationEvent> Events => _events;

    /// <summary>All places after what has happened so far, in no order.</summary>
    public IEnumerable<Position> Positions => _ofPerson.Values.SelectMany(list => list);

    /// <summary>A person's places after what has happened so far, also ended ones.</summary>
    /// <param name="personId">Who.</param>
    public IReadOnlyList<Position> PositionsOf(Guid personId) => _ofPerson.GetValueOrDefault(personId, []);

    /// <summary>Tries a change of the units.</summary>
    /// <param name="command">What is wanted.</param>
    /// <returns>Null when it happened, or needed not to; otherwise why not.</returns>
    public Refusal? Try(UnitCommand command)
    {
        IReadOnlyCollection<Position> touched = command is OpenUnit or RenameUnit or MoveUnit or ReopenUnit
            ? []
            : [.. Positions];
        return Take(UnitRules.Decide(Tree, touched, command, moment));
    }

    /// <summary>Tries a change of a person's places.</summary>
    /// <param name="personId">Who.</param>
    /// <param name="command">What is wanted.</param>
    /// <returns>Null when it happened, or needed not to; otherwise why not.</returns>
    public Refusal? Try(Guid personId, PositionCommand command) =>
        command is AddPosition add && add.Position.PersonId != personId
            ? throw new ArgumentException("The place is another person's.", nameof(command))
            : Take(PositionRules.Decide(Tree, PositionsOf(personId), command, moment));

    private Refusal? Take(Decision<OrganizationEvent> decision)
    {
        foreach (var happened in decision.Events)
        {
            _events.Add(happened);
            Tree = UnitRules.Evolve(Tree, happened);
            if (PersonOf(happened) is { } personId)
            {
                _ofPerson[personId] = PositionRules.Evolve(PositionsOf(personId), happened);
            }
        }
        return decision.Refusal;
    }

    private static Guid? PersonOf(OrganizationEvent happened) =>
        happened switch
        {
            PositionOpened e => e.Position.PersonId,
            PositionChanged e => e.After.PersonId,
            PositionWithdrawn e => e.Position.PersonId,
            _ => null,
        };
}
