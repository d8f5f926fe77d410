using System.Collections.Immutable;

namespace Endre.Domain.Organizations.Importing;

/// <summary>
/// What a file of people and units would change. Nothing is changed here: the plan is shown, and what was shown is what is
/// done. The order of the rows does not matter, and a file that has been taken in changes nothing more.
/// </summary>
public static class ImportRules
{
    /// <summary>The most rows below the headings.</summary>
    public const int MostRows = 20_000;

    /// <summary>The most faults that are told; the rest are counted.</summary>
    public const int MostFaults = 500;

    /// <summary>Plans an import.</summary>
    /// <param name="current">The organization now.</param>
    /// <param name="table">The file as it was read.</param>
    /// <param name="choices">What shall be done with those who are missing in it.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <returns>
    /// The plan; or, when anything in the file cannot be used, null and why, by row and column. Half a file is never taken.
    /// </returns>
    public static (ImportPlan? Plan, ImmutableArray<ImportFault> Faults) Plan(
        ImportSnapshot current,
        ImportTable table,
        ImportChoices choices,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(choices);
        var faults = new List<ImportFault>();
        if (table.Rows.Length > MostRows)
        {
            return (null, [new ImportFault(0, null, "TooManyRows", $"{MostRows}")]);
        }
        var lines = new ImportLines(table, faults);
        if (faults.Count == 0 && lines.Lines.IsEmpty)
        {
            faults.Add(new ImportFault(0, null, "NoRows"));
        }
        if (lines.Lines.IsEmpty)
        {
            return (null, InOrder(faults));
        }
        // What is wrong with a cell keeps nobody from hearing what is wrong with the rest.
        var units = new ImportUnits(current.Units, lines.Lines, faults);
        var people = new ImportPeople(current, lines, units, today, faults);
        var ended = faults.Count > 0 || !choices.EndMissing ? [] : End(current, lines, people, choices, faults);
        if (faults.Count > 0)
        {
            return (null, InOrder(faults));
        }
        ImmutableArray<ImportChange> changes = [.. units.Changes(), .. people.Changes, .. ended, .. people.Places];
        return (new ImportPlan(changes, people.Unchanged, units.Unchanged, people.Missing, lines.Ignored), []);
    }

    private static IEnumerable<ImportChange> End(
        ImportSnapshot current,
        ImportLines lines,
        ImportPeople people,
        ImportChoices choices,
        List<ImportFault> faults
    )
    {
        if (!lines.Lines.Any(line => line.IsPerson))
        {
            faults.Add(new ImportFault(0, null, "MissingNeedsPeople"));
        }
        var isUsable = current.People.Any(person => person.Id == choices.SuccessorId && person.IsActive);
        if (!isUsable || people.Missing.Any(person => person.Id == choices.SuccessorId))
        {
            faults.Add(new ImportFault(0, null, choices.SuccessorId is null ? "SuccessorMissing" : "SuccessorLeaves"));
        }
        return faults.Count > 0
            ? []
            : people.Missing.Select(person => new ImportChange.PersonEnded(
                person.Id!.Value,
                person.Name,
                choices.SuccessorId!.Value
            ));
    }

    private static ImmutableArray<ImportFault> InOrder(IEnumerable<ImportFault> faults) =>
        [.. faults.Distinct().OrderBy(fault => fault.Row).ThenBy(fault => fault.Column)];
}
