using Endre.Domain.Shared;
using Endre.Domain.Workshops.Plan;

namespace Endre.Domain.Tests.Workshops;

/// <summary>Plans to test with.</summary>
internal static class Plans
{
    /// <summary>The deck's workshop in short: two questions with halves, sorting, the three best, presentations, answers.</summary>
    public static WorkshopPlan Deck { get; } =
        new(
            [
                Step("welcome", StepKind.Welcome, 0),
                Step("write-1", StepKind.Write, 7, "q1"),
                Step("sort", StepKind.Categorize, 8, "q1"),
                Step("write-2", StepKind.Write, 7, "q2"),
                Step("choose", StepKind.Choose, 8, "q2"),
                Step("present", StepKind.Present, 10, "q1", "q2"),
                Step("interpret", StepKind.Interpret, 10),
                Step("close", StepKind.Close, 5),
            ],
            [Halved("q1"), Halved("q2")]
        );

    public static WorkshopPlan Of(params Step[] steps) =>
        new([.. steps], [.. steps.SelectMany(s => s.QuestionIds).Distinct(StringComparer.Ordinal).Select(Whole)]);

    public static Step Step(string id, StepKind kind, int minutes = 5, params string[] questions) =>
        new(id, kind, new Wording(id), minutes, Guide: null, [.. questions]);

    public static Question Whole(string id) => new(id, new Wording(id), new Wording($"Hva med {id}?"), []);

    public static Question Halved(string id) =>
        new(
            id,
            new Wording(id),
            new Wording(id),
            [
                new HalfQuestion("a", new Wording("Mobiliserer"), new Wording("Hva mobiliserer?")),
                new HalfQuestion("b", new Wording("Bremser"), new Wording("Hva bremser?")),
            ]
        );
}
