using Endre.Domain.Improvements;
using Endre.Storage;
using Endre.Web.Components.Forms;

namespace Endre.Web.Features.Improvements.ActOnImprovement;

/// <summary>What can be done with an improvement and its cycles, each with its word in the address.</summary>
internal static class ImprovementActs
{
    public const string Plan = "planlegg";
    public const string Begin = "begynn";
    public const string Tell = "fortell";
    public const string Study = "evaluer";
    public const string End = "avgjor";
    public const string JustDone = "gjort";
    public const string Move = "flytt";
    public const string Stop = "stopp";
    public const string Resume = "ta-opp-igjen";
    public const string Aim = "mal";
    public const string Resize = "storrelse";
    public const string Replace = "ansvarlig";

    /// <summary>What a form wants done; null when there is no such act.</summary>
    /// <param name="act">The word in the address.</param>
    /// <param name="form">What was sent.</param>
    /// <param name="owner">The one the form names, where it names one.</param>
    public static ImprovementCommand? Read(string act, IFormCollection form, Guid? owner)
    {
        var cycle = form.Number("cycle") ?? 0;
        return act switch
        {
            Plan => new PlanCycle(
                cycle,
                form.Text("trying"),
                form.Text("prediction"),
                FormReading.Day(form.Text("lookOn")),
                form.Text("question"),
                StoredWord.Find<CycleScale>(form.Text("scale")),
                form.Text("who"),
                form.Text("where"),
                form.Text("when"),
                form.Text("count"),
                form.Text("acceptableError")
            ),
            Begin => new BeginCycle(cycle),
            Tell => new TellCycle(cycle, form.Text("happened"), form.Text("deviations")),
            Study => new StudyCycle(cycle, StoredWord.Find<Verdict>(form.Text("verdict")), form.Text("learned")),
            End => new EndCycle(
                cycle,
                StoredWord.Find<CycleAct>(form.Text("act")),
                form.Text("reason"),
                form.Text("trying"),
                form.Text("prediction"),
                FormReading.Day(form.Text("lookOn"))
            ),
            JustDone => new FinishJustDone(
                cycle,
                form.Text("happened"),
                StoredWord.Find<Verdict>(form.Text("verdict")),
                StoredWord.Find<CycleAct>(form.Text("act"))
            ),
            Move => new MoveLookDay(cycle, FormReading.Day(form.Text("lookOn"))),
            Stop => new StopImprovement(form.Text("lesson")),
            Resume => new ResumeImprovement(
                cycle,
                form.Text("trying"),
                form.Text("prediction"),
                FormReading.Day(form.Text("lookOn"))
            ),
            Aim => new StateAim(form.Text("howGood"), FormReading.Day(form.Text("by")), form.Text("howWeKnow")),
            Resize => new ResizeImprovement(StoredWord.Find<ImprovementSize>(form.Text("size"))),
            Replace => new ReplaceImprovementOwner(form.Id("from"), owner),
            _ => null,
        };
    }

    /// <summary>Whether only the owner, and those who lead the unit, may do it: it decides what comes of what a group tried.</summary>
    public static bool Decides(ImprovementCommand command) =>
        command
            is EndCycle
                or FinishJustDone
                or StopImprovement
                or ResumeImprovement
                or ResizeImprovement
                or ReplaceImprovementOwner;
}
