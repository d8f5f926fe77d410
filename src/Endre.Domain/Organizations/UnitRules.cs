using System.Globalization;
using Endre.Domain.Shared;

namespace Endre.Domain.Organizations;

/// <summary>How the tree of units may be changed, so that it stays a tree and everything that ever was leads on.</summary>
public static class UnitRules
{
    /// <summary>The deepest a unit may be opened or moved; the top is level 1.</summary>
    public const int DeepestLevel = 40;

    /// <summary>Decides a command on the units as they are now.</summary>
    /// <param name="tree">All units as they are stored now, also closed ones.</param>
    /// <param name="positions">At least all positions of the units that the command closes.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">Now.</param>
    /// <returns>
    /// What happens, in an order in which each can be stored; none when it would change nothing. Refused:
    /// <c>UnitUnknown</c>, <c>UnitChangedMeanwhile</c> (somebody else was first), <c>UnitIsClosed</c>, <c>UnitIsThere</c>,
    /// <c>UnitKindUnknown</c>, <c>UnitNameTaken</c>, <c>UnitCodeTaken</c>, <c>UnitParentUnknown</c>,
    /// <c>UnitParentClosed</c>, <c>UnitUnderItself</c>, <c>UnitTooDeep</c>, what
    /// <see cref="ReorganizationRules"/> says of merging, splitting and closing, or what <see cref="FreeText"/> says of a
    /// text. Fields: <c>name</c>, <c>kind</c>, <c>code</c>, <c>parentId</c>.
    /// </returns>
    public static Decision<OrganizationEvent> Decide(
        UnitTree tree,
        IReadOnlyCollection<Position> positions,
        UnitCommand command,
        Moment moment
    )
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(positions);
        return command switch
        {
            OpenUnit open => Open(tree, open.Unit),
            RenameUnit rename => Rename(tree, rename),
            MoveUnit move => Move(tree, move),
            ReopenUnit reopen => Reopen(tree, reopen),
            MergeUnits merge => ReorganizationRules.Merge(tree, positions, merge, moment),
            SplitUnit split => ReorganizationRules.Split(tree, positions, split, moment),
            CloseUnit close => ReorganizationRules.Close(tree, positions, close, moment),
            _ => throw new ArgumentException($"Nobody decides {command?.GetType().Name}.", nameof(command)),
        };
    }

    /// <summary>The tree after something happened.</summary>
    /// <param name="tree">The tree before.</param>
    /// <param name="happened">An event that <see cref="Decide"/> gave for it.</param>
    public static UnitTree Evolve(UnitTree tree, OrganizationEvent happened)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return happened is UnitChanged changed ? tree.With(changed.After) : tree;
    }

    /// <summary>The unit that a command is about, when it is open and still as it was seen.</summary>
    internal static Refusal? Take(UnitTree tree, SeenUnit seen, out Unit unit)
    {
        unit = tree.Find(seen.Id)!;
        if (unit is null)
        {
            return new Refusal("UnitUnknown", Field: null);
        }
        // Who was first is told before what is wrong: what is wrong may follow from what somebody else did.
        return seen.Version is { } version && version != unit.Version
                ? new Refusal("UnitChangedMeanwhile", Field: null, unit.Name)
            : unit.IsOpen ? null
            : new Refusal("UnitIsClosed", Field: null, unit.Name);
    }

    /// <summary>What opening a unit does: the unit, and a closed one's code when the new one takes it over.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="wanted">What it is to be.</param>
    /// <param name="ending">Units that end in the same act, whose names and codes are free.</param>
    /// <param name="prefix">What stands before the names of the form's fields.</param>
    internal static Decision<OrganizationEvent> Open(
        UnitTree tree,
        NewUnit wanted,
        IReadOnlySet<Guid>? ending = null,
        string prefix = ""
    )
    {
        if (tree.Find(wanted.Id) is { } there)
        {
            return new Refusal("UnitIsThere", Field: null, there.Name);
        }
        var unit = new Unit(wanted.Id, wanted.ParentId, wanted.Name ?? "", wanted.Kind ?? "", wanted.Code);
        var fault =
            Clean(unit, prefix, out var clean)
            ?? CheckParent(tree, unit.Id, unit.ParentId, height: 1, $"{prefix}parentId")
            ?? CheckName(tree, clean, ending, $"{prefix}name");
        return fault is not null
            ? fault
            : WithCode(tree, new UnitChanged(UnitAct.Opened, before: null, clean), ending, $"{prefix}code");
    }

    private static Decision<OrganizationEvent> Rename(UnitTree tree, RenameUnit rename)
    {
        if (Take(tree, new SeenUnit(rename.Id, rename.Version), out var before) is { } late)
        {
            return late;
        }
        var wanted = before with { Name = rename.Name ?? "", Kind = rename.Kind ?? "", Code = rename.Code };
        if (Clean(wanted, prefix: "", out var after) is { } fault)
        {
            return fault;
        }
        if (after == before)
        {
            return Decision<OrganizationEvent>.Happened();
        }
        var renamed = new UnitChanged(UnitAct.Renamed, before, after with { Version = before.Version + 1 });
        return CheckName(tree, after, ending: null, "name") is { } taken
            ? taken
            : WithCode(tree, renamed, ending: null, "code");
    }

    private static Decision<OrganizationEvent> Move(UnitTree tree, MoveUnit move)
    {
        if (Take(tree, new SeenUnit(move.Id, move.Version), out var before) is { } late)
        {
            return late;
        }
        if (before.ParentId == move.ParentId)
        {
            return Decision<OrganizationEvent>.Happened();
        }
        var after = before with { ParentId = move.ParentId, Version = before.Version + 1 };
        var fault =
            CheckParent(tree, move.Id, move.ParentId, Height(tree, move.Id), "parentId")
            ?? CheckName(tree, after, ending: null, "parentId");
        return fault is null ? new UnitChanged(UnitAct.Moved, before, after) : fault;
    }

    private static Decision<OrganizationEvent> Reopen(UnitTree tree, ReopenUnit reopen)
    {
        if (tree.Find(reopen.Id) is not { } before)
        {
            return new Refusal("UnitUnknown", Field: null);
        }
        if (before.IsOpen)
        {
            return Decision<OrganizationEvent>.Happened();
        }
        if (reopen.Version is { } version && version != before.Version)
        {
            return new Refusal("UnitChangedMeanwhile", Field: null, before.Name);
        }
        var after = before with
        {
            ParentId = reopen.ParentId,
            ClosedAt = null,
            HeirId = null,
            Version = before.Version + 1,
        };
        var fault =
            CheckParent(tree, reopen.Id, reopen.ParentId, height: 1, "parentId")
            ?? CheckName(tree, after, ending: null, "parentId");
        return fault is null ? new UnitChanged(UnitAct.Reopened, before, after) : fault;
    }

    private static Refusal? Clean(Unit unit, string prefix, out Unit clean)
    {
        clean = unit;
        var code = "";
        var fault =
            FreeText.Require(unit.Name, Unit.LongestName, $"{prefix}name", out var name)
            ?? FreeText.Accept(unit.Code, Unit.LongestCode, $"{prefix}code", out code)
            ?? (UnitKind.All.Contains(unit.Kind) ? null : new Refusal("UnitKindUnknown", $"{prefix}kind"));
        if (fault is null)
        {
            clean = unit with { Name = OnOneLine(name), Code = OnOneLine(code) is { Length: > 0 } line ? line : null };
        }
        return fault;
    }

    private static string OnOneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Refusal? CheckParent(UnitTree tree, Guid id, Guid? parentId, int height, string field)
    {
        if (parentId is not { } parent)
        {
            return null;
        }
        if (tree.Find(parent) is not { } found)
        {
            return new Refusal("UnitParentUnknown", field);
        }
        if (!found.IsOpen)
        {
            return new Refusal("UnitParentClosed", field, found.Name);
        }
        if (parent == id || tree.LiesUnder(parent, id))
        {
            return new Refusal("UnitUnderItself", field, found.Name);
        }
        return tree.Ancestors(parent).Count() + 1 + height > DeepestLevel
            ? new Refusal("UnitTooDeep", field, DeepestLevel.ToString(CultureInfo.InvariantCulture))
            : null;
    }

    // Two of one name side by side could not be told apart; two that the HR system tells apart may stand.
    private static Refusal? CheckName(UnitTree tree, Unit unit, IReadOnlySet<Guid>? ending, string field) =>
        tree.OpenChildrenUnordered(unit.ParentId)
            .Any(other =>
                other.Id != unit.Id
                && ending?.Contains(other.Id) is not true
                && string.Equals(other.Name, unit.Name, StringComparison.OrdinalIgnoreCase)
                && (other.Code is null || unit.Code is null)
            )
            ? new Refusal("UnitNameTaken", field, unit.Name)
            : null;

    // A code is one unit's. A closed one gives it up to the unit that goes on under it.
    private static Decision<OrganizationEvent> WithCode(
        UnitTree tree,
        UnitChanged changed,
        IReadOnlySet<Guid>? ending,
        string field
    )
    {
        if (
            changed.After.Code is not { } code
            || tree.FindByCode(code) is not { } holder
            || holder.Id == changed.After.Id
        )
        {
            return changed;
        }
        return holder.IsOpen && ending?.Contains(holder.Id) is not true
            ? new Refusal("UnitCodeTaken", field, code, holder.Name)
            : Decision<OrganizationEvent>.Happened(
                new UnitChanged(UnitAct.Renamed, holder, holder with { Code = null, Version = holder.Version + 1 }),
                changed
            );
    }

    private static int Height(UnitTree tree, Guid id) =>
        1
        + tree.Under(id)
            .Select(unit => tree.Ancestors(unit.Id).TakeWhile(above => above.Id != id).Count() + 1)
            .Append(0)
            .Max();
}
