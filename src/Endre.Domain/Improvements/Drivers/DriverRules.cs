using System.Collections.Immutable;
using System.Globalization;
using Endre.Domain.Shared;

namespace Endre.Domain.Improvements.Drivers;

/// <summary>What may be drawn in a driver diagram.</summary>
public static class DriverRules
{
    /// <summary>Decides a command.</summary>
    /// <param name="diagram">As it is stored now.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="measures">The measures of the improvement; null when it has none.</param>
    /// <returns>
    /// <see cref="DriversDrawn"/>; nothing when it changes nothing. Refused: what <see cref="FreeText"/> says of the texts
    /// (fields <c>text</c>, <c>measure</c>), <c>DriverKindMissing</c>, <c>TooManyDrivers</c>, <c>DriverUnknown</c>,
    /// <c>PrimaryMissing</c>, <c>SecondaryMissing</c> or <c>TooManyServed</c> (field <c>under</c>),
    /// <c>DriverMeasureUnknown</c> (field <c>measureId</c>), <c>DriverHasMoreUnderIt</c>.
    /// </returns>
    public static Decision<DriversDrawn> Decide(
        DriverDiagram diagram,
        DriverCommand command,
        IReadOnlyCollection<Guid>? measures = null
    )
    {
        ArgumentNullException.ThrowIfNull(diagram);
        return command switch
        {
            AddDriver add => Add(diagram, add, measures ?? []),
            ChangeDriver change => Change(diagram, change, measures ?? []),
            ReorderDriver reorder => Reorder(diagram, reorder),
            RemoveDriver remove => Remove(diagram, remove),
            _ => throw new ArgumentException($"Nobody decides {command?.GetType().Name}.", nameof(command)),
        };
    }

    private static Decision<DriversDrawn> Add(DriverDiagram diagram, AddDriver add, IReadOnlyCollection<Guid> measures)
    {
        if (diagram.Find(add.Id) is not null)
        {
            // The same form, sent again.
            return Decision<DriversDrawn>.Happened();
        }
        if (add.Kind is not { } kind)
        {
            return Refusal.Because("DriverKindMissing");
        }
        var most = DriverDiagram.MostOf(kind);
        if (diagram.Nodes.Count(node => node.Kind == kind) >= most)
        {
            return new Refusal("TooManyDrivers", Field: null, most.ToString(CultureInfo.InvariantCulture));
        }
        if (Read(diagram, add.Id, kind, add.Text, add.Measure, add.Under, out var node) is { } fault)
        {
            return fault;
        }
        return TakeMeasure(ref node, add.MeasureId, measures) is { } wrong
            ? wrong
            : new DriversDrawn(diagram with { Nodes = diagram.Nodes.Add(node) });
    }

    private static Decision<DriversDrawn> Change(
        DriverDiagram diagram,
        ChangeDriver change,
        IReadOnlyCollection<Guid> measures
    )
    {
        if (diagram.Find(change.Id) is not { } before)
        {
            return Refusal.Because("DriverUnknown");
        }
        if (
            Read(diagram, before.Id, before.Kind, change.Text, change.Measure, change.Under, out var after) is { } fault
        )
        {
            return fault;
        }
        if (TakeMeasure(ref after, change.MeasureId, measures) is { } wrong)
        {
            return wrong;
        }
        return
            (before.Text, before.Measure, before.MeasureId) == (after.Text, after.Measure, after.MeasureId)
            && before.Under.SequenceEqual(after.Under)
            ? Decision<DriversDrawn>.Happened()
            : new DriversDrawn(diagram with { Nodes = diagram.Nodes.Replace(before, after) });
    }

    private static Decision<DriversDrawn> Reorder(DriverDiagram diagram, ReorderDriver reorder)
    {
        if (diagram.Find(reorder.Id) is not { } node)
        {
            return Refusal.Because("DriverUnknown");
        }
        // Past the one it stands beside; an idea under several stands where it is drawn: under the first.
        var beside = diagram
            .Nodes.Where(other =>
                other.Kind == node.Kind && other.Under.FirstOrDefault() == node.Under.FirstOrDefault()
            )
            .ToList();
        var to = beside.IndexOf(node) + (reorder.Up ? -1 : 1);
        if (to < 0 || to >= beside.Count)
        {
            return Decision<DriversDrawn>.Happened();
        }
        var (at, other) = (diagram.Nodes.IndexOf(node), diagram.Nodes.IndexOf(beside[to]));
        return new DriversDrawn(diagram with { Nodes = diagram.Nodes.SetItem(at, beside[to]).SetItem(other, node) });
    }

    private static Decision<DriversDrawn> Remove(DriverDiagram diagram, RemoveDriver remove)
    {
        if (diagram.Find(remove.Id) is not { } node)
        {
            return Decision<DriversDrawn>.Happened();
        }
        return diagram.Under(node).Any()
            ? Refusal.Because("DriverHasMoreUnderIt")
            : new DriversDrawn(diagram with { Nodes = diagram.Nodes.Remove(node) });
    }

    private static Refusal? TakeMeasure(ref DriverNode node, Guid? measureId, IReadOnlyCollection<Guid> measures)
    {
        if (measureId is not { } wanted || node.Kind == DriverKind.Idea)
        {
            return null;
        }
        node = node with { MeasureId = wanted };
        return measures.Contains(wanted) ? null : new Refusal("DriverMeasureUnknown", "measureId");
    }

    private static Refusal? Read(
        DriverDiagram diagram,
        Guid id,
        DriverKind kind,
        string? text,
        string? measure,
        ImmutableList<Guid> under,
        out DriverNode node
    )
    {
        node = new DriverNode(id, kind, "", "", []);
        if (FreeText.Require(text, DriverNode.LongestText, "text", out var words) is { } fault)
        {
            return fault;
        }
        var seen = "";
        if (
            kind != DriverKind.Idea
            && FreeText.Accept(measure, DriverNode.LongestMeasure, "measure", out seen) is { } other
        )
        {
            return other;
        }
        var above = under
            .Distinct()
            .Where(one =>
                (diagram.Find(one)?.Kind, kind)
                    is
                        (DriverKind.Primary, DriverKind.Secondary)
                        or
                        (DriverKind.Secondary, DriverKind.Idea)
            )
            .ToImmutableList();
        node = new DriverNode(id, kind, words, seen, above);
        return kind switch
        {
            DriverKind.Secondary when above.Count != 1 => new Refusal("PrimaryMissing", "under"),
            DriverKind.Idea when above.IsEmpty => new Refusal("SecondaryMissing", "under"),
            DriverKind.Idea when above.Count > DriverDiagram.MostServed => new Refusal(
                "TooManyServed",
                "under",
                DriverDiagram.MostServed.ToString(CultureInfo.InvariantCulture)
            ),
            _ => null,
        };
    }
}
