using System.Collections.Immutable;
using System.Globalization;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Paper;
using Endre.Domain.Workshops.Plan;

namespace Endre.Web.Features.Workshops.PrintSheets;

/// <summary>What is to be printed, as the page's address says it.</summary>
/// <param name="Kinds">Which kinds of sheets.</param>
/// <param name="QuestionIds">On which questions.</param>
/// <param name="GroupIds">For which groups.</param>
/// <param name="PerSheet">How many notes a sheet of notes has.</param>
/// <param name="Copies">How many sheets of notes there are of each.</param>
public sealed record SheetChoice(
    ImmutableHashSet<SheetKind> Kinds,
    ImmutableHashSet<string> QuestionIds,
    ImmutableHashSet<string> GroupIds,
    int PerSheet,
    int Copies
)
{
    /// <summary>That something was chosen: boxes that nobody ticked are not sent.</summary>
    public const string Chosen = "valgt";
    public const string Kind = "ark";
    public const string Question = "sporsmal";
    public const string Group = "gruppe";
    public const string Per = "lapper";
    public const string Copy = "antall";
    public const int MostCopies = 20;

    public static readonly ImmutableArray<int> Sizes = [8, 6, 4];

    /// <summary>The choice in the address, or the one to begin with: everything that the plan has use for, once.</summary>
    public static SheetChoice Read(IQueryCollection query, Workshop workshop)
    {
        var isChosen = query.ContainsKey(Chosen);
        var kinds = query[Kind]
            .Select(k => Enum.TryParse<SheetKind>(k, ignoreCase: true, out var kind) ? kind : (SheetKind?)null)
            .OfType<SheetKind>()
            .Where(Enum.IsDefined);
        return new SheetChoice(
            [.. isChosen ? kinds : Enum.GetValues<SheetKind>()],
            [
                .. isChosen
                    ? query[Question].OfType<string>()
                    : SheetPlace.QuestionsOf(workshop).Where(q => IsWritten(workshop, q)).Select(q => q.Id),
            ],
            [.. isChosen ? query[Group].OfType<string>() : workshop.Groups.Select(g => g.Id)],
            Number(query[Per]) is { } per && Sizes.Contains(per) ? per : Sizes[0],
            Math.Clamp(Number(query[Copy]) ?? 1, 1, MostCopies)
        );
    }

    // What is only talked about has nothing to write on; it can still be chosen.
    private static bool IsWritten(Workshop workshop, Question question) =>
        workshop.Plan.Steps.Any(s => s.Kind == StepKind.Write && s.Asks(question.Id));

    private static int? Number(string? typed) =>
        int.TryParse(typed, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>A kind of sheet.</summary>
public enum SheetKind
{
    /// <summary>Lappeark: empty notes to write on and tear apart.</summary>
    Notes,

    /// <summary>Veggark: the question, big enough to stand around.</summary>
    Wall,

    /// <summary>Barriers, success factors and what is both, side by side.</summary>
    Categories,

    /// <summary>The three best, with a reason and who can do it.</summary>
    Best,
}
