using System.Collections.Immutable;
using Endre.Domain.Shared;

namespace Endre.Domain.Workshops.Plan;

/// <summary>A plan to make workshops from. Data, not code: shipped ones are JSON files, own ones rows.</summary>
/// <param name="Key">Its name in addresses and in the API, for example <c>mdi</c>.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Purpose">What it is good for, in a sentence.</param>
/// <param name="Groups">How many groups it suggests, 1–60.</param>
/// <param name="Questions">The questions its steps ask.</param>
/// <param name="Steps">The steps in order.</param>
/// <param name="OptionalSteps">Ids of steps that are left out unless they are asked for.</param>
public sealed record Template(
    string Key,
    Wording Name,
    Wording Purpose,
    int Groups,
    ImmutableArray<Question> Questions,
    ImmutableArray<Step> Steps,
    ImmutableArray<string> OptionalSteps
)
{
    /// <summary>The most characters its purpose may have.</summary>
    public const int LongestPurpose = 1000;

    /// <inheritdoc cref="Template"/>
    public ImmutableArray<Question> Questions { get; init; } = Questions.IsDefault ? [] : Questions;

    /// <inheritdoc cref="Template"/>
    public ImmutableArray<Step> Steps { get; init; } = Steps.IsDefault ? [] : Steps;

    /// <inheritdoc cref="Template"/>
    public ImmutableArray<string> OptionalSteps { get; init; } = OptionalSteps.IsDefault ? [] : OptionalSteps;

    /// <summary>The same steps and questions under a name and a purpose of somebody's own.</summary>
    /// <param name="name">What people call it, as typed.</param>
    /// <param name="purpose">What it is good for, as typed; may be empty.</param>
    /// <param name="described">The template with both, tidied; as it was when refused.</param>
    /// <returns>Null when it is fine; otherwise what <see cref="FreeText"/> says of <c>name</c> or <c>purpose</c>.</returns>
    public Refusal? Describe(Wording name, Wording purpose, out Template described)
    {
        described = this;
        var refusal =
            PlanRules.CheckWording(name, PlanRules.LongestTitle, "name", required: true)
            ?? PlanRules.CheckWording(purpose, LongestPurpose, "purpose", required: false);
        if (refusal is null)
        {
            described = this with { Name = FreeText.Tidy(name), Purpose = FreeText.Tidy(purpose) };
        }
        return refusal;
    }

    /// <summary>The plan a workshop starts with.</summary>
    /// <param name="withOptional">Whether the optional steps are taken along.</param>
    public WorkshopPlan ToPlan(bool withOptional)
    {
        var steps = withOptional ? Steps : [.. Steps.Where(s => !OptionalSteps.Contains(s.Id))];
        return new WorkshopPlan(steps, [.. Questions.Where(q => steps.Any(s => s.Asks(q.Id)))]);
    }
}

/// <summary>The steps and questions of one workshop. Lists that are left out, here and in what stands in them, are empty.</summary>
/// <param name="Steps">In order.</param>
/// <param name="Questions">All that the steps ask, and none twice.</param>
public sealed record WorkshopPlan(ImmutableArray<Step> Steps, ImmutableArray<Question> Questions)
{
    /// <inheritdoc cref="WorkshopPlan"/>
    public ImmutableArray<Step> Steps { get; init; } = Steps.IsDefault ? [] : Steps;

    /// <inheritdoc cref="WorkshopPlan"/>
    public ImmutableArray<Question> Questions { get; init; } = Questions.IsDefault ? [] : Questions;

    /// <summary>How long all of it is meant to take.</summary>
    /// <param name="groups">How many groups there are.</param>
    public int MinutesFor(int groups) => Steps.Sum(s => s.MinutesFor(groups));

    /// <summary>The question with this id, or null.</summary>
    /// <param name="questionId">The question's id.</param>
    public Question? QuestionOf(string questionId) => Questions.FirstOrDefault(q => q.Id == questionId);

    /// <summary>The place of the step with this id, or -1.</summary>
    /// <param name="stepId">The step's id.</param>
    public int IndexOf(string stepId)
    {
        for (var i = 0; i < Steps.Length; i++)
        {
            if (Steps[i].Id == stepId)
            {
                return i;
            }
        }
        return -1;
    }
}
