using Endre.Domain.Shared;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Groups;
using Endre.Web.Hosting.Limits;
using Endre.Web.Live;

namespace Endre.Web.Features.Workshops.JoinWorkshop;

/// <summary>Lets a device in by code: no account, name optional, guessing limited.</summary>
internal sealed class JoinWorkshop(
    LiveWorkshops workshops,
    WorkshopCodes codes,
    JoinGuesses guesses,
    TimeProvider clock
)
{
    /// <summary>How long a code that was never closed lets people in.</summary>
    public static readonly TimeSpan CodeLifetime = TimeSpan.FromDays(60);

    /// <summary>What became of it: the place in the workshop, or why not.</summary>
    public sealed record Outcome(
        LiveWorkshop? Workshop,
        Participant? Participant,
        string? Token,
        Refusal? Refusal,
        TimeSpan? RetryAfter
    );

    /// <summary>What a code leads to, before one joins.</summary>
    /// <param name="Workshop">The workshop, also when it takes nobody in any more.</param>
    /// <param name="Refusal">Why it takes nobody in, or null.</param>
    /// <param name="RetryAfter">How long to wait after too many guesses.</param>
    public sealed record Found(LiveWorkshop? Workshop, Refusal? Refusal, TimeSpan? RetryAfter);

    public JoinTicket NewTicket() => new(Guid.CreateVersion7(clock.GetUtcNow()), ParticipantToken.New());

    public async Task<Outcome> HandleAsync(HttpContext context, Input input, JoinTicket? ticket = null)
    {
        var found = await LookAsync(context, input.Code);
        if (found.Refusal is { } wrong)
        {
            return new Outcome(null, null, null, wrong, found.RetryAfter);
        }
        var live = found.Workshop!;
        if (ticket is not null && ParticipantToken.Recognize(live.State, ticket.Token) is { } known)
        {
            return new Outcome(live, live.State.Participants[known.Id], ticket.Token, null, null);
        }
        if (ticket is null || IsUsed(live.State, ticket))
        {
            ticket = NewTicket();
        }
        var join = new Join(
            ticket.ParticipantId,
            input.Name,
            Mark.HashOf(ticket.Token),
            input.Heads ?? 1,
            string.IsNullOrEmpty(input.GroupId) ? null : input.GroupId,
            input.IsScribe
        );
        var answered = await live.DecideAsync(join, new Actor.Device(ticket.ParticipantId, ticket.Token));
        if (answered.Refusal is { } refusal)
        {
            return Refused(refusal);
        }
        guesses.RecordRight(context.Connection.RemoteIpAddress);
        return new Outcome(live, answered.State.Participants[ticket.ParticipantId], ticket.Token, null, null);
    }

    /// <summary>Looks a code up; wrong ones count as guesses.</summary>
    public async Task<Found> LookAsync(HttpContext context, string? typed)
    {
        var address = context.Connection.RemoteIpAddress;
        if (guesses.IsBlocked(address, out var retryAfter))
        {
            return new Found(null, Refusal.Because("TooManyGuesses"), retryAfter);
        }
        var (live, refusal) = await FindAsync(typed, context.RequestAborted);
        if (refusal?.Reason is "CodeUnknown")
        {
            guesses.RecordWrong(address);
        }
        return new Found(live, refusal, null);
    }

    private async Task<(LiveWorkshop? Workshop, Refusal? Refusal)> FindAsync(string? typed, CancellationToken ct)
    {
        if (WorkshopCodes.Read(typed) is not { } code)
        {
            return (null, new Refusal("CodeMalformed", "code"));
        }
        var id = await codes.FindAsync(code, ct);
        var live = id is { } found ? await workshops.FindAsync(found, ct) : null;
        if (live is null)
        {
            return (null, new Refusal("CodeUnknown", "code"));
        }
        if (live.State.IsClosed)
        {
            codes.Forget(code);
            return (live, new Refusal("WorkshopClosed", "code"));
        }
        if (live.State.CreatedAt + CodeLifetime < clock.GetUtcNow())
        {
            return (live, new Refusal("CodeExpired", "code"));
        }
        return live.State.IsJoinOpen ? (live, null) : (live, new Refusal("JoinClosed", "code"));
    }

    // Whoever uses a device after somebody else has left must not own that one's notes.
    private static bool IsUsed(Workshop workshop, JoinTicket ticket) =>
        workshop.Participants.ContainsKey(ticket.ParticipantId)
        || workshop.ParticipantByToken.ContainsKey(Mark.HashOf(ticket.Token));

    private static Outcome Refused(Refusal refusal) => new(null, null, null, refusal, null);

    /// <summary>What somebody who wants in says.</summary>
    /// <param name="Code">Six digits.</param>
    /// <param name="Name">What they call themselves, or null.</param>
    /// <param name="Heads">How many share the device; 1 when not said.</param>
    /// <param name="GroupId">The group they ask for, or null.</param>
    /// <param name="IsScribe">Whether the device writes for a table.</param>
    public sealed record Input(
        string? Code,
        string? Name,
        int? Heads = null,
        string? GroupId = null,
        bool IsScribe = false
    );
}
