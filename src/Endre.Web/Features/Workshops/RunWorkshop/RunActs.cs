using System.Collections.Immutable;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Presenting;
using Endre.Domain.Workshops.Running;
using Endre.Web.Components.Forms;

namespace Endre.Web.Features.Workshops.RunWorkshop;

/// <summary>The acts of the facilitator's page, as their addresses name them, and the commands their forms ask for.</summary>
internal static class RunActs
{
    public const string Next = "neste";
    public const string Back = "tilbake";
    public const string Time = "tid";
    public const string Pause = "pause";
    public const string Resume = "fortsett";
    public const string Show = "vis";
    public const string Lock = "las";
    public const string Door = "inngang";
    public const string Present = "presenter";
    public const string Order = "rekkefolge";
    public const string Focus = "sporsmal";
    public const string Move = "flytt";
    public const string Rename = "gruppenavn";
    public const string GroupCount = "grupper";
    public const string Seat = "bord";
    public const string AddFacilitator = "medleder";
    public const string HandOver = "overlat";

    /// <summary>The commands of a form, in order; empty when the form asks for nothing, null when there is no such act.</summary>
    public static IReadOnlyList<WorkshopCommand>? Read(string act, IFormCollection form, Workshop workshop) =>
        act switch
        {
            Next => [new NextStep(form.Text("from"))],
            Back => [new PreviousStep(form.Text("from"))],
            Time => [new AddTime(form.Number("seconds") ?? 0)],
            Pause => [new PauseClock()],
            Resume => [new ResumeClock()],
            Show => [new Reveal(Given(form, "groupId"), QuestionId: null)],
            Lock => [new SetLock(IsOn(form))],
            Door => [new SetJoin(IsOn(form))],
            Present => [new StartPresentation(Given(form, "groupId"))],
            Order => [new OrderPresentations(Moved(workshop.Presentations.Queue, form))],
            Focus => [new ShowQuestion(Given(form, "questionId"))],
            Move => [.. form.Ids("participantId").Select(id => new MoveToGroup(id, form.Text("groupId") ?? ""))],
            Rename => [new RenameGroup(form.Text("groupId") ?? "", form.Text("name"))],
            GroupCount => [new ChangeGroupCount(form.Number("groups") ?? 0)],
            Seat => [new SeatAtTables(form.Text("groupId") ?? "")],
            HandOver => [new HandOver(form.Id("personId") ?? Guid.Empty)],
            _ => null,
        };

    private static bool IsOn(IFormCollection form) => form.Text("on") == "true";

    private static string? Given(IFormCollection form, string field) =>
        form.Text(field) is { Length: > 0 } value ? value : null;

    // One place up or down; at the end of the queue it stays where it is.
    private static ImmutableList<string> Moved(ImmutableList<string> queue, IFormCollection form)
    {
        var from = queue.IndexOf(form.Text("groupId") ?? "");
        if (from < 0)
        {
            return [];
        }
        var to = Math.Clamp(from + (form.Text("way") == "up" ? -1 : 1), 0, queue.Count - 1);
        return queue.RemoveAt(from).Insert(to, queue[from]);
    }
}
