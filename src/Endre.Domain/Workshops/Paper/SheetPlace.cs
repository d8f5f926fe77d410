using System.Globalization;
using Endre.Domain.Shared;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Plan;

namespace Endre.Domain.Workshops.Paper;

/// <summary>Where notes on paper belong: a group, a question and, where it has halves, one of them.</summary>
/// <param name="Group">The group.</param>
/// <param name="Question">The question.</param>
/// <param name="Half">The half, or null when the question has none.</param>
/// <param name="Code">What stands on its sheets.</param>
public sealed record SheetPlace(Group Group, Question Question, HalfQuestion? Half, SheetCode Code)
{
    /// <summary>All places of a workshop: by group, and by question as the plan has them.</summary>
    /// <param name="workshop">The workshop.</param>
    public static IEnumerable<SheetPlace> AllOf(Workshop workshop)
    {
        ArgumentNullException.ThrowIfNull(workshop);
        return from g in workshop.Groups
            from q in QuestionsOf(workshop)
            from place in PlacesOf(workshop, g, q)
            select place;
    }

    /// <summary>The questions that some step asks.</summary>
    /// <param name="workshop">The workshop.</param>
    public static IEnumerable<Question> QuestionsOf(Workshop workshop)
    {
        ArgumentNullException.ThrowIfNull(workshop);
        return workshop.Plan.Questions.Where(q => workshop.Plan.Steps.Any(s => s.Asks(q.Id)));
    }

    /// <summary>The code of a group's sheet on a question, or on one half of it.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="group">The group.</param>
    /// <param name="question">The question.</param>
    /// <param name="half"><c>a</c>, <c>b</c>, or null for the whole question.</param>
    public static SheetCode CodeOf(Workshop workshop, Group group, Question question, string? half = null)
    {
        ArgumentNullException.ThrowIfNull(workshop);
        return new SheetCode(group.Number, workshop.QuestionNumbers[question.Id], half);
    }

    /// <summary>Finds the place by what somebody typed from a sheet.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="typed">As it was typed.</param>
    /// <param name="place">The place, or null when refused.</param>
    /// <returns>
    /// Null when it is found; otherwise <c>SheetCodeMalformed</c>, <c>SheetOfAnotherWorkshop</c>, <c>SheetUnknown</c>,
    /// or <c>SheetHalfMissing</c> for the code of a whole question that has halves.
    /// </returns>
    public static Refusal? Find(Workshop workshop, string? typed, out SheetPlace? place)
    {
        ArgumentNullException.ThrowIfNull(workshop);
        place = null;
        if (SheetCode.Read(typed, out var code, out var joinCode) is { } malformed)
        {
            return malformed;
        }
        if (joinCode is not null && joinCode != workshop.Code)
        {
            return new Refusal("SheetOfAnotherWorkshop", "sheet", joinCode);
        }
        var group = workshop.Groups.Find(g => g.Number == code!.Group);
        var question = QuestionsOf(workshop).FirstOrDefault(q => workshop.QuestionNumbers[q.Id] == code!.Question);
        if (group is null || question is null)
        {
            return new Refusal(
                "SheetUnknown",
                "sheet",
                code!.ToString(),
                code.Group.ToString(CultureInfo.InvariantCulture),
                code.Question.ToString(CultureInfo.InvariantCulture)
            );
        }
        // A question that has lost its halves since it was printed is one place.
        var half = question.Halves.FirstOrDefault(h => h.Key == code!.Half);
        if (half is null && !question.Halves.IsEmpty)
        {
            return new Refusal("SheetHalfMissing", "sheet", code!.ToString());
        }
        place = new SheetPlace(group, question, half, CodeOf(workshop, group, question, half?.Key));
        return null;
    }

    private static IEnumerable<SheetPlace> PlacesOf(Workshop workshop, Group group, Question question) =>
        question.Halves.IsEmpty
            ? [new SheetPlace(group, question, Half: null, CodeOf(workshop, group, question))]
            : question.Halves.Select(h => new SheetPlace(group, question, h, CodeOf(workshop, group, question, h.Key)));
}
