using Endre.Domain.Meetings.Holding;
using Endre.Storage;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Meetings.Shared;

namespace Endre.Web.Features.Meetings.ActInMeeting;

/// <summary>What can be done on the page of a meeting, each with its word in the address.</summary>
internal static class MeetingActs
{
    public const string Add = "meld-inn";
    public const string Remove = "ta-bort";
    public const string Here = "jeg-er-her";
    public const string Change = "endre-sak";
    public const string Move = "flytt-sak";
    public const string Begin = "start";
    public const string End = "avslutt";
    public const string Pick = "ta-opp";
    public const string More = "mer-tid";
    public const string Tick = "ferdig";
    public const string Untick = "ikke-ferdig";
    public const string Write = "skriv";
    public const string Decide = "vedta";
    public const string Withdraw = "trekk-vedtak";
    public const string Make = "lag-tiltak";
    public const string Finish = "gjort";
    public const string Check = "virket";
    public const string Presence = "oppmote";
    public const string AllPresent = "alle-er-her";
    public const string Chair = "moteleder";
    public const string Board = "tavle";
    public const string AsBefore = "som-for";
    public const string NewRoutine = "ny-ordning";
    public const string Representatives = "be-om-tillitsvalgte";

    /// <summary>Whether everybody who follows the meeting may do it; the rest is for those who hold it.</summary>
    public static bool IsForAll(string act) => act is Add or Remove or Here;

    /// <summary>Whether it needs the agenda as it is before the meeting begins.</summary>
    public static bool NeedsAgenda(string act) => act is Begin or Change or Move;

    /// <summary>Whether its button sends along what was being written in the matter that is talked of.</summary>
    public static bool TakesTextAlong(string act) => act is Pick or More or Tick or AllPresent or End;

    /// <summary>What a form wants done with the meeting alone; null when there is no such act.</summary>
    public static HoldingCommand? Read(
        string act,
        IFormCollection form,
        MeetingSight.Scope scope,
        AgendaReading? agenda
    ) =>
        act switch
        {
            Add => new AddMatter(
                form.Id("id") is { } id && id != Guid.Empty ? id : Guid.CreateVersion7(),
                form.Text("title"),
                Minutes(form),
                scope.PersonId
            )
            {
                IsInformation = form.Text("information") == "true",
            },
            Here => new MarkPresence(
                scope.Meeting.People.FirstOrDefault(place => place.PersonId == scope.PersonId)?.Id ?? Guid.Empty,
                Endre.Domain.Meetings.Presence.Present
            ),
            Begin => new BeginMeeting(scope.PersonId) { Agenda = agenda!.Matters },
            AllPresent => new MarkRestPresent(),
            Presence => new MarkPresence(
                form.Id("seat") ?? Guid.Empty,
                StoredWord.Find<Endre.Domain.Meetings.Presence>(form.Text("presence"))
                    ?? Endre.Domain.Meetings.Presence.Unknown
            ),
            _ => OfMatter(act, form.Id("matter") ?? Guid.Empty, form, agenda),
        };

    private static HoldingCommand? OfMatter(string act, Guid matter, IFormCollection form, AgendaReading? agenda) =>
        act switch
        {
            Remove => new RemoveMatter(matter),
            Change => new ChangeMatter(matter, form.Text("new-title"), Minutes(form, "new-minutes"))
            {
                Agenda = agenda!.Arranged,
                IsRecurring = form.Text("recurring") == "true",
                IsPinned = form.Text("pinned") == "true",
            },
            Move => new MoveMatter(matter, form.Number("steps") ?? 0) { Agenda = agenda!.Arranged },
            Pick => new PickMatter(form.Id("pick") ?? matter),
            More => new GiveMoreTime(matter, form.Number("more") ?? 0),
            Tick => new TickMatter(matter),
            Untick => new UntickMatter(matter),
            Write => new WriteText(matter, form.Text("text"), form.Text("before")),
            Decide => new DecideInMeeting(form.Id("id") ?? Guid.CreateVersion7(), matter, form.Text("decision")),
            Withdraw => new WithdrawDecision(form.Id("decision") ?? Guid.Empty, matter),
            _ => null,
        };

    // Nothing typed is no time of its own; what is no number is told at its field.
    private static int? Minutes(IFormCollection form, string field = "minutes") =>
        string.IsNullOrWhiteSpace(form.Text(field)) ? null : form.Number(field) ?? -1;
}
