using System.Globalization;
using Endre.Domain.Shared;

namespace Endre.Domain.Organizations;

/// <summary>How units end: merged, split or closed. Everybody goes somewhere, and so does everything under them.</summary>
internal static class ReorganizationRules
{
    /// <summary>
    /// Refused: <c>MergeNeedsUnits</c>, <c>MergeNeedsTarget</c>, <c>HeirIsItself</c>, <c>HeirLiesUnder</c>,
    /// <c>HeirClosed</c>, <c>LeaderNotAmongPeople</c>, or what opening a unit is refused for.
    /// </summary>
    public static Decision<OrganizationEvent> Merge(
        UnitTree tree,
        IReadOnlyCollection<Position> positions,
        MergeUnits merge,
        Moment moment
    )
    {
        var seen = merge.Units.DistinctBy(unit => unit.Id).ToList();
        var sources = new List<Unit>();
        foreach (var one in seen)
        {
            if (UnitRules.Take(tree, one, out var unit) is { } late)
            {
                return late;
            }
            sources.Add(unit);
        }
        if (sources.Count < (merge.IntoId is null ? 2 : 1))
        {
            return new Refusal("MergeNeedsUnits", "units");
        }
        if (merge.IntoId is null == merge.Into is null)
        {
            return new Refusal("MergeNeedsTarget", "intoId");
        }
        var ending = sources.Select(unit => unit.Id).ToHashSet();
        var story = new Reorganization(tree, moment);
        if (Prepare(story, ending, merge.IntoId, merge.Into, "intoId", "new1-") is { } fault)
        {
            return fault;
        }
        var heir = merge.IntoId ?? merge.Into!.Id;
        if (
            NotAmong(merge.Into, positions.Where(p => ending.Contains(p.UnitId)), moment, "new1-leaderId") is
            { } stranger
        )
        {
            return stranger;
        }
        foreach (var source in sources)
        {
            story.End(source, UnitAct.Merged, [heir], ending);
        }
        story.TakeOver(heir, [.. ending]);
        story.Transfer(positions.Where(p => ending.Contains(p.UnitId)), _ => heir, [merge.Into]);
        return Decision<OrganizationEvent>.Happened(story.Events);
    }

    /// <summary>
    /// Refused: <c>SplitNeedsParts</c>, <c>SplitNeedsHeir</c>, <c>PeopleNotPlaced</c>, and what merging is refused for.
    /// </summary>
    public static Decision<OrganizationEvent> Split(
        UnitTree tree,
        IReadOnlyCollection<Position> positions,
        SplitUnit split,
        Moment moment
    )
    {
        if (UnitRules.Take(tree, new SeenUnit(split.Id, split.Version), out var source) is { } late)
        {
            return late;
        }
        HashSet<Guid> ending = [split.Id];
        var parts = split.IntoIds.Concat(split.Into.Select(unit => unit.Id)).Distinct().ToList();
        if (parts.Count < 2)
        {
            return new Refusal("SplitNeedsParts", "parts");
        }
        var story = new Reorganization(tree, moment);
        foreach (var (index, unit) in split.Into.Index())
        {
            if (Prepare(story, ending, intoId: null, unit, "parts", $"new{index + 1}-") is { } fault)
            {
                return fault;
            }
        }
        foreach (var id in split.IntoIds)
        {
            if (Prepare(story, ending, id, into: null, "parts", prefix: "") is { } fault)
            {
                return fault;
            }
        }
        if (!parts.Contains(split.HeirId))
        {
            return new Refusal("SplitNeedsHeir", "heir");
        }
        var moving = positions.Where(p => p.UnitId == split.Id && !p.HasEndedBy(moment.Today)).ToList();
        var homeless = moving.Count(p => !split.Places.TryGetValue(p.Id, out var to) || !parts.Contains(to));
        if (homeless > 0)
        {
            return new Refusal("PeopleNotPlaced", "places", homeless.ToString(CultureInfo.InvariantCulture));
        }
        foreach (var (index, unit) in split.Into.Index())
        {
            var own = moving.Where(p => split.Places[p.Id] == unit.Id);
            if (NotAmong(unit, own, moment, $"new{index + 1}-leaderId") is { } stranger)
            {
                return stranger;
            }
        }
        story.End(source, UnitAct.Split, [split.HeirId, .. parts.Where(id => id != split.HeirId)], ending);
        foreach (var part in parts)
        {
            story.TakeOver(part, [split.Id]);
        }
        story.Transfer(moving, position => split.Places[position.Id], [.. split.Into]);
        return Decision<OrganizationEvent>.Happened(story.Events);
    }

    /// <summary>
    /// Refused: <c>UnitHasParts</c>, <c>UnitHasPeople</c>, <c>TopNeedsHeir</c>, and what merging is refused for.
    /// </summary>
    public static Decision<OrganizationEvent> Close(
        UnitTree tree,
        IReadOnlyCollection<Position> positions,
        CloseUnit close,
        Moment moment
    )
    {
        if (UnitRules.Take(tree, new SeenUnit(close.Id, close.Version), out var source) is { } late)
        {
            return late;
        }
        HashSet<Guid> ending = [close.Id];
        var story = new Reorganization(tree, moment);
        if (close.HeirId is { } heir)
        {
            if (Prepare(story, ending, heir, into: null, "heirId", prefix: "") is { } fault)
            {
                return fault;
            }
            story.End(source, UnitAct.Closed, [heir], ending);
            story.TakeOver(heir, [close.Id]);
            story.Transfer(positions.Where(p => p.UnitId == close.Id), _ => heir, []);
            return Decision<OrganizationEvent>.Happened(story.Events);
        }
        if (tree.OpenChildrenUnordered(close.Id).Any())
        {
            return new Refusal("UnitHasParts", "heirId", source.Name);
        }
        if (source.ParentId is null)
        {
            return new Refusal("TopNeedsHeir", "heirId", source.Name);
        }
        var people = positions.Where(p => p.UnitId == close.Id && !p.HasEndedBy(moment.Today)).ToList();
        if (people.Count > 0 && close.PeopleToId is null)
        {
            var count = people.Select(p => p.PersonId).Distinct().Count();
            return new Refusal("UnitHasPeople", "peopleToId", count.ToString(CultureInfo.InvariantCulture));
        }
        if (close.PeopleToId is { } to && Prepare(story, ending, to, into: null, "peopleToId", prefix: "") is { } wrong)
        {
            return wrong;
        }
        story.End(source, UnitAct.Closed, [], ending);
        story.Transfer(people, _ => close.PeopleToId!.Value, []);
        return Decision<OrganizationEvent>.Happened(story.Events);
    }

    // Opens the new unit, or looks whether the existing one can take over.
    private static Refusal? Prepare(
        Reorganization story,
        HashSet<Guid> ending,
        Guid? intoId,
        NewUnit? into,
        string field,
        string prefix
    )
    {
        if (into is not null)
        {
            if (into.ParentId is { } parent && (ending.Contains(parent) || LiesUnderAny(story.Tree, parent, ending)))
            {
                return new Refusal("HeirLiesUnder", $"{prefix}parentId", story.Tree.Find(parent)!.Name);
            }
            var opened = UnitRules.Open(story.Tree, into, ending, prefix);
            story.Add(opened.Events);
            return opened.Refusal;
        }
        if (story.Tree.Find(intoId!.Value) is not { } heir)
        {
            return new Refusal("UnitUnknown", field);
        }
        return ending.Contains(heir.Id) ? new Refusal("HeirIsItself", field, heir.Name)
            : !heir.IsOpen ? new Refusal("HeirClosed", field, heir.Name)
            : LiesUnderAny(story.Tree, heir.Id, ending) ? new Refusal("HeirLiesUnder", field, heir.Name)
            : null;
    }

    private static bool LiesUnderAny(UnitTree tree, Guid id, HashSet<Guid> ending) =>
        tree.Ancestors(id).Any(above => ending.Contains(above.Id));

    private static Refusal? NotAmong(NewUnit? unit, IEnumerable<Position> people, Moment moment, string field) =>
        unit?.LeaderId is { } leader && !people.Any(p => p.PersonId == leader && !p.HasEndedBy(moment.Today))
            ? new Refusal("LeaderNotAmongPeople", field)
            : null;
}
