using System.Collections.Immutable;
using System.Globalization;
using Endre.Domain.Shared;

namespace Endre.Domain.Insights;

/// <summary>How an organization may change its drivers and barriers.</summary>
public static class FactorRules
{
    /// <summary>The most drivers, and the most barriers, retired ones counted.</summary>
    public const int MostOfKind = 60;

    /// <summary>Decides a command on the list as it is now.</summary>
    /// <param name="list">The list as it is stored now.</param>
    /// <param name="command">What is wanted.</param>
    /// <returns>
    /// The change; none when it would change nothing. Refused: <c>FactorUnknown</c>, <c>FactorKindUnknown</c>,
    /// <c>FactorNameTaken</c>, <c>TooManyOfKind</c>, <c>FactorChangedMeanwhile</c> (somebody else was first),
    /// <c>FactorsMovedMeanwhile</c>, or what <see cref="FreeText"/> says of a text. Fields: <c>nameNb</c>,
    /// <c>nameNn</c>, <c>nameEn</c>, <c>descriptionNb</c>, <c>descriptionNn</c>, <c>descriptionEn</c>, <c>kind</c>.
    /// </returns>
    public static Decision<FactorChanged> Decide(FactorList list, FactorCommand command)
    {
        ArgumentNullException.ThrowIfNull(list);
        return command switch
        {
            AddFactor add => Add(list, add),
            RewordFactor reword => Reword(list, reword),
            MoveFactor move => Move(list, move),
            RetireFactor retire => Offer(list, retire.Id, retire.Version, isRetired: true),
            RestoreFactor restore => Offer(list, restore.Id, restore.Version, isRetired: false),
            _ => throw new ArgumentException($"Nobody decides {command?.GetType().Name}.", nameof(command)),
        };
    }

    /// <summary>The list after a change; all of the changed one's kind stand in places 1, 2, 3 …</summary>
    /// <param name="list">The list before.</param>
    /// <param name="changed">A change that <see cref="Decide"/> gave for it.</param>
    public static FactorList Evolve(FactorList list, FactorChanged changed)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(changed);
        var kind = changed.After.Factor.Kind;
        var others = list.OfKind(kind).RemoveAll(f => f.Id == changed.After.Id);
        var ordered = others.Insert(Math.Clamp(changed.After.Position - 1, 0, others.Length), changed.After);
        return new FactorList([
            .. list.All.Where(f => f.Factor.Kind != kind),
            .. ordered.Select((f, i) => f with { Position = i + 1 }),
        ]);
    }

    private static Decision<FactorChanged> Add(FactorList list, AddFactor add)
    {
        if (add.Kind is not (Factor.Driver or Factor.Barrier))
        {
            return new Refusal("FactorKindUnknown", "kind");
        }
        if (Clean(add.Name, add.Description, out var name, out var description) is { } fault)
        {
            return fault;
        }
        var kind = list.OfKind(add.Kind);
        if (kind.Length >= MostOfKind)
        {
            return new Refusal("TooManyOfKind", "kind", MostOfKind.ToString(CultureInfo.InvariantCulture));
        }
        var factor = new Factor(add.Id, add.Kind, name, description);
        if (IsTaken(kind, factor))
        {
            return new Refusal("FactorNameTaken", "nameNb", name.Nb);
        }
        return new FactorChanged(FactorAct.Added, Before: null, new ListedFactor(factor, kind.Length + 1));
    }

    private static Decision<FactorChanged> Reword(FactorList list, RewordFactor reword)
    {
        if (list.Find(reword.Id) is not { } before)
        {
            return new Refusal("FactorUnknown", Field: null);
        }
        // Who was first is told before what is wrong: what is wrong may stand in what somebody else wrote.
        if (before.Version != reword.Version)
        {
            return new Refusal("FactorChangedMeanwhile", Field: null, before.Factor.Name.Nb);
        }
        if (Clean(reword.Name, reword.Description, out var name, out var description) is { } fault)
        {
            return fault;
        }
        var factor = before.Factor with { Name = name, Description = description };
        if (factor == before.Factor)
        {
            return Decision<FactorChanged>.Happened();
        }
        if (IsTaken(list.OfKind(factor.Kind), factor))
        {
            return new Refusal("FactorNameTaken", "nameNb", name.Nb);
        }
        return new FactorChanged(
            FactorAct.Reworded,
            before,
            before with
            {
                Factor = factor,
                Version = before.Version + 1,
            }
        );
    }

    private static Decision<FactorChanged> Move(FactorList list, MoveFactor move)
    {
        if (list.Find(move.Id) is not { } before)
        {
            return new Refusal("FactorUnknown", Field: null);
        }
        if (before.Position != move.From)
        {
            return new Refusal("FactorsMovedMeanwhile", Field: null);
        }
        var last = list.OfKind(before.Factor.Kind).Length;
        var to = Math.Clamp(before.Position + (move.IsUp ? -1 : 1), 1, last);
        return to == before.Position
            ? Decision<FactorChanged>.Happened()
            : new FactorChanged(FactorAct.Moved, before, before with { Position = to });
    }

    private static Decision<FactorChanged> Offer(FactorList list, string id, int version, bool isRetired)
    {
        if (list.Find(id) is not { } before)
        {
            return new Refusal("FactorUnknown", Field: null);
        }
        if (before.IsRetired == isRetired)
        {
            return Decision<FactorChanged>.Happened();
        }
        if (before.Version != version)
        {
            return new Refusal("FactorChangedMeanwhile", Field: null, before.Factor.Name.Nb);
        }
        if (!isRetired && IsTaken(list.OfKind(before.Factor.Kind), before.Factor))
        {
            return new Refusal("FactorNameTaken", Field: null, before.Factor.Name.Nb);
        }
        return new FactorChanged(
            isRetired ? FactorAct.Retired : FactorAct.Restored,
            before,
            before with
            {
                IsRetired = isRetired,
                Version = before.Version + 1,
            }
        );
    }

    // Two that are offered under one name could not be told apart on a board. A retired one gives its name free.
    private static bool IsTaken(ImmutableArray<ListedFactor> kind, Factor factor) =>
        kind.Any(f =>
            f.Id != factor.Id
            && !f.IsRetired
            && string.Equals(f.Factor.Name.Nb, factor.Name.Nb, StringComparison.OrdinalIgnoreCase)
        );

    private static Refusal? Clean(
        Wording name,
        Wording description,
        out Wording cleanName,
        out Wording cleanDescription
    )
    {
        (cleanName, cleanDescription) = (new Wording(""), new Wording(""));
        var fault =
            Check(name, Factor.LongestName, "name", isRequired: true)
            // Bokmål stands where another language is left empty, so it cannot be empty when another is not.
            ?? Check(
                description,
                Factor.LongestDescription,
                "description",
                isRequired: FreeText.Tidy(description) is { Nn: not null } or { En: not null }
            );
        if (fault is null)
        {
            (cleanName, cleanDescription) = (FreeText.Tidy(name), FreeText.Tidy(description));
        }
        return fault;
    }

    private static Refusal? Check(Wording wording, int longest, string field, bool isRequired)
    {
        var fault = isRequired
            ? FreeText.Require(wording.Nb, longest, $"{field}Nb", out _)
            : FreeText.Accept(wording.Nb, longest, $"{field}Nb", out _);
        return fault
            ?? FreeText.Accept(wording.Nn, longest, $"{field}Nn", out _)
            ?? FreeText.Accept(wording.En, longest, $"{field}En", out _);
    }
}
