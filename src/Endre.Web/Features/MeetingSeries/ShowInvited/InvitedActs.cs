using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Planning;
using Endre.Web.Components.Forms;

namespace Endre.Web.Features.MeetingSeries.ShowInvited;

/// <summary>What can be done with who is asked to a meeting, each with its word in the address.</summary>
internal static class InvitedActs
{
    public const string Answer = "svar";
    public const string Invite = "gjest";
    public const string Disinvite = "uten-gjest";
    public const string ConcernsWork = "arbeidsmiljo";

    /// <summary>Whether it is for whoever plans the meeting, and not for oneself.</summary>
    public static bool IsPlanning(string act) => act != Answer;

    /// <summary>What a form wants done; null when there is no such act.</summary>
    /// <param name="act">The word in the address.</param>
    /// <param name="form">What was sent.</param>
    /// <param name="personId">Who sent it.</param>
    /// <param name="guest">The person whose address the form gives; null for somebody without an account.</param>
    public static PlanningCommand? Read(string act, IFormCollection form, Guid personId, Guid? guest) =>
        act switch
        {
            Answer => new AnswerInvitation(personId, form.Text("comes") == "ja"),
            Invite => new Invite(form.Id("id") ?? Guid.CreateVersion7(), guest, form.Text("guest"), AttendeeRole.Guest)
            {
                Email = form.Text("email"),
            },
            Disinvite => new Disinvite(form.Id("place") ?? Guid.Empty),
            ConcernsWork => new MarkConcernsWork(form.Text("work") == "true"),
            _ => null,
        };
}
