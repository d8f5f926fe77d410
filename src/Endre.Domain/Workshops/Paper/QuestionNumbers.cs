using System.Collections.Immutable;
using System.Globalization;
using Endre.Domain.Workshops.Plan;

namespace Endre.Domain.Workshops.Paper;

/// <summary>
/// The number of each question in sheet codes. It is given when the question first stands in the plan and is never given
/// to another, so what is printed stays true when questions are reworded, reordered, added or taken out.
/// </summary>
public static class QuestionNumbers
{
    /// <summary>The numbers after the plan is as it is now. Pure: the same log gives the same numbers.</summary>
    /// <param name="before">The numbers given so far, also those of questions that are gone.</param>
    /// <param name="plan">The plan from now on.</param>
    public static ImmutableDictionary<string, int> Given(ImmutableDictionary<string, int> before, WorkshopPlan plan)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(plan);
        var numbers = before;
        var taken = before.Values.ToHashSet();
        // «Spørsmål 1» is number 1 also when the reflection stands before it in the plan.
        foreach (var question in plan.Questions)
        {
            if (!numbers.ContainsKey(question.Id) && OwnNumber(question.Id) is { } own && taken.Add(own))
            {
                numbers = numbers.SetItem(question.Id, own);
            }
        }
        var next = 1;
        foreach (var question in plan.Questions)
        {
            if (numbers.ContainsKey(question.Id))
            {
                continue;
            }
            while (!taken.Add(next))
            {
                next++;
            }
            numbers = numbers.SetItem(question.Id, next);
        }
        return numbers;
    }

    // question-2 → 2. Ids that are made for new questions end in twelve characters and never look like this.
    private static int? OwnNumber(string id)
    {
        var end = id.AsSpan(id.LastIndexOf('-') + 1);
        return
            end.Length < id.Length
            && end.Length is 1 or 2
            && int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > 0
            ? number
            : null;
    }
}
