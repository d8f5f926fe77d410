using Endre.Domain.Insights;
using Endre.Domain.Shared;
using Endre.Domain.Workshops.Choosing;
using Endre.Domain.Workshops.Closing;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Plan;
using Endre.Domain.Workshops.Reporting;
using Endre.Domain.Workshops.Sorting;
using Endre.Web.Texts;

namespace Endre.Web.Features.Workshops.Report;

/// <summary>What groups, categories, answers and outcomes are called, in the language of the request.</summary>
internal static class ReportWords
{
    private static readonly Texts<ReportTexts> T = new();

    public static string Of(Wording wording) => wording.In(Language.Current.Code);

    public static string NameOf(ReportedGroup group) => GroupName(group.Number, group.Name);

    public static string NameOf(Group group) => GroupName(group.Number, group.Name);

    public static string NameOf(Cluster cluster) => cluster.Title ?? T["ClusterNumber", cluster.Number];

    public static string NameOf(FactorName factor) => Of(factor.Name);

    /// <summary>«Driver: ledelse», so that the kind is said in words and not by color.</summary>
    public static string KindAndNameOf(FactorName factor) =>
        T[factor.Kind == Factor.Driver ? "FactorDriver" : "FactorBarrier", NameOf(factor)];

    public static string NameOf(ClusterKind kind) => T[$"Kind{kind}"];

    public static string NameOf(Reach reach) => T[$"Reach{reach}"];

    public static string NameOf(AnswerKind kind) => T[$"Answer{kind}"];

    public static string NameOf(Standing standing) => T[$"Standing{standing}"];

    /// <summary>«Mobiliserer», or nothing when the question has no halves.</summary>
    public static string? HalfOf(Question question, string? half) =>
        question.Halves.FirstOrDefault(h => h.Key == half) is { } asked ? Of(asked.Label) : null;

    /// <summary>The question itself; where its title says the same it is said once.</summary>
    public static string? TextOf(Question question) =>
        Of(question.Text) is var text && text != Of(question.Title) ? text : null;

    private static string GroupName(int number, string? name) => name ?? T["GroupNumber", number];
}
