using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Paper;
using Endre.Domain.Workshops.Plan;

namespace Endre.Web.Features.Workshops.PrintSheets;

/// <summary>One sheet to print.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Group">Whose.</param>
/// <param name="Question">On which question.</param>
/// <param name="Half">Which half, or null for the whole question.</param>
/// <param name="Code">What stands on it.</param>
/// <param name="Places">How many best there are to draw out.</param>
public sealed record PrintedSheet(
    SheetKind Kind,
    Group Group,
    Question Question,
    HalfQuestion? Half,
    SheetCode Code,
    int Places = 0
);

/// <summary>The sheets of a choice, a group at a time, so that each group's lie together when they come out.</summary>
internal static class SheetSet
{
    /// <summary>More than a browser lays out in one go.</summary>
    public const int MostSheets = 300;

    public static IReadOnlyList<PrintedSheet> Of(Workshop workshop, SheetChoice choice) =>
        [
            .. from g in workshop.Groups
            where choice.GroupIds.Contains(g.Id)
            from question in SheetPlace.QuestionsOf(workshop)
            where choice.QuestionIds.Contains(question.Id)
            from sheet in Of(workshop, choice, g, question)
            select sheet,
        ];

    private static IEnumerable<PrintedSheet> Of(Workshop workshop, SheetChoice choice, Group group, Question question)
    {
        var code = SheetPlace.CodeOf(workshop, group, question);
        if (choice.Kinds.Contains(SheetKind.Wall))
        {
            yield return new PrintedSheet(SheetKind.Wall, group, question, Half: null, code);
        }
        if (choice.Kinds.Contains(SheetKind.Notes))
        {
            foreach (var place in SheetPlace.AllOf(workshop).Where(p => p.Group == group && p.Question == question))
            {
                for (var copy = 0; copy < choice.Copies; copy++)
                {
                    yield return new PrintedSheet(SheetKind.Notes, group, question, place.Half, place.Code);
                }
            }
        }
        if (choice.Kinds.Contains(SheetKind.Categories) && StepOf(workshop, StepKind.Categorize, question) is not null)
        {
            yield return new PrintedSheet(SheetKind.Categories, group, question, Half: null, code);
        }
        if (choice.Kinds.Contains(SheetKind.Best) && StepOf(workshop, StepKind.Choose, question) is { } choosing)
        {
            yield return new PrintedSheet(SheetKind.Best, group, question, Half: null, code, choosing.Places);
        }
    }

    private static Step? StepOf(Workshop workshop, StepKind kind, Question question) =>
        workshop.Plan.Steps.FirstOrDefault(s => s.Kind == kind && s.Asks(question.Id));
}
