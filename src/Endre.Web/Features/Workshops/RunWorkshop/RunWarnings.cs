using Endre.Domain.Workshops.Plan;
using Endre.Domain.Workshops.Sorting;
using Endre.Web.Texts;

namespace Endre.Web.Features.Workshops.RunWorkshop;

/// <summary>What a facilitator may want to know before going on. It is said, and nothing is stopped by it.</summary>
internal static class RunWarnings
{
    private static readonly Texts<RunTexts> T = new();

    public static IReadOnlyList<string> Of(RunView view) =>
        view.Step.Kind switch
        {
            StepKind.Categorize => [.. Categories(view)],
            StepKind.Choose => [.. Best(view)],
            StepKind.Present => [.. Presentations(view)],
            StepKind.Interpret when !view.Workshop.Interpretation.IsShared => [T["WarnNotShared"]],
            _ => [],
        };

    private static IEnumerable<string> Categories(RunView view)
    {
        foreach (var group in view.Workshop.Groups)
        {
            var unsorted = view.UnsortedOf(group);
            if (unsorted > 0)
            {
                yield return T["WarnUnsorted", group.DisplayName(), unsorted];
            }
            var unlabeled = view
                .Step.QuestionIds.SelectMany(q => view.Workshop.BoardOf(group.Id, q).Clusters)
                .Count(c => c.Kind == ClusterKind.Unlabeled);
            if (unlabeled > 0)
            {
                yield return T["WarnUnlabeled", group.DisplayName(), unlabeled];
            }
        }
    }

    private static IEnumerable<string> Best(RunView view) =>
        from g in view.Workshop.Groups
        where view.Workshop.HeadsByGroup.GetValueOrDefault(g.Id) > 0
        let best = view.BestOf(g)
        where best != view.Step.Places
        select T["WarnBest", g.DisplayName(), best, view.Step.Places];

    private static IEnumerable<string> Presentations(RunView view)
    {
        var waiting = view
            .Workshop.Groups.Where(g =>
                !view.Workshop.Presentations.Done.Contains(g.Id) && view.Workshop.Presentations.Current != g.Id
            )
            .Select(g => g.DisplayName())
            .ToList();
        return waiting.Count == 0 ? [] : [T["WarnNotPresented", string.Join(", ", waiting)]];
    }
}
