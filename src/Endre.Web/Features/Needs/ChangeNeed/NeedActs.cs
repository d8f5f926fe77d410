using Endre.Domain.Needs;
using Endre.Storage.Needs;
using Endre.Web.Components.Forms;

namespace Endre.Web.Features.Needs.ChangeNeed;

/// <summary>What can be done with a need, each with its word in the address.</summary>
internal static class NeedActs
{
    public const string Reword = "ordlyd";
    public const string Tie = "plunder";
    public const string Untie = "plunder-bort";
    public const string Close = "lukk";
    public const string Reopen = "apne";
    public const string WriteSolution = "losning";
    public const string ChooseSolution = "losning-velg";
    public const string RemoveSolution = "losning-bort";
    public const string PlanTest = "test";
    public const string TellTest = "test-fortell";
    public const string RemoveTest = "test-bort";
    public const string AnswerWhy = "arsak";
    public const string JudgeCause = "arsak-vurder";
    public const string MoveCause = "arsak-flytt";
    public const string SortCause = "arsak-sorter";
    public const string RemoveCause = "arsak-bort";
    public const string NameCategory = "kategori";
    public const string RemoveCategory = "kategori-bort";
    public const string DescribeSheet = "ark";
    public const string WritePlanLine = "plan";
    public const string RemovePlanLine = "plan-bort";
    private static readonly string[] Days = ["on", "due"];

    /// <summary>What a form wants done; null when there is no such act.</summary>
    public static NeedCommand? Read(string act, IFormCollection form) =>
        act switch
        {
            Reword => new RewordNeed(form.Text("who"), form.Text("what"), form.Text("why")),
            Tie => new TieHassles(form.Ids("hassles").RemoveAll(id => id == Guid.Empty)),
            Untie => new UntieHassle(form.Id("id")),
            Close => new CloseDiamond(DiamondWord.Read(form.Text("diamond"))),
            Reopen => new ReopenDiamond(DiamondWord.Read(form.Text("diamond"))),
            WriteSolution => new WriteSolution(form.Id("id"), form.Text("solution")),
            ChooseSolution => new ChooseSolution(form.Id("id"), form.Text("chosen") == "true"),
            RemoveSolution => new RemoveSolution(form.Id("id")),
            PlanTest => new PlanTest(
                form.Id("id"),
                form.Id("solutionId"),
                form.Text("what"),
                form.Text("with"),
                form.Number("people"),
                form.Text("prediction"),
                FormReading.Day(form.Text("on"))
            ),
            TellTest => new TellTest(
                form.Id("id"),
                form.Text("happened"),
                form.Text("learned"),
                Word<NextStep>(form.Text("next"))
            ),
            RemoveTest => new RemoveTest(form.Id("id")),
            AnswerWhy => new AnswerWhy(
                form.Id("id"),
                form.Id("parent"),
                form.Text("text"),
                form.Id("hassle"),
                Some(form.Text("category"))
            ),
            JudgeCause => new JudgeCause(
                form.Id("id"),
                form.Text("text"),
                Word<Influence>(form.Text("influence")),
                form.Text("proof"),
                form.Text("checked") == "true"
            ),
            MoveCause => new MoveCause(form.Id("id"), form.Id("parent")),
            SortCause => new SortCause(form.Id("id"), Some(form.Text("category"))),
            RemoveCause => new RemoveCause(form.Id("id")),
            NameCategory => new NameCategory(form.Text("id"), form.Text("name")),
            RemoveCategory => new RemoveCategory(form.Text("id")),
            DescribeSheet => new DescribeSheet(form.Text("theme"), form.Text("goal"), form.Text("followUp")),
            WritePlanLine => new WritePlanLine(
                form.Id("id"),
                form.Text("step"),
                form.Text("responsible"),
                FormReading.Day(form.Text("due")),
                form.Text("done") == "true"
            ),
            RemovePlanLine => new RemovePlanLine(form.Id("id")),
            _ => null,
        };

    /// <summary>The field in which a day is typed that is none; null when there is no such field.</summary>
    public static string? UnclearDay(IFormCollection form) =>
        Array.Find(
            Days,
            field => !string.IsNullOrWhiteSpace(form.Text(field)) && FormReading.Day(form.Text(field)) is null
        );

    private static T? Word<T>(string? word)
        where T : struct, Enum => Enum.TryParse<T>(word, out var value) && Enum.IsDefined(value) ? value : null;

    private static string? Some(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
