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

    public async Task<Outcome> HandleAsync(HttpContext context, Input input)
    {
        var address = context.Connection.RemoteIpAddress;
        if (guesses.IsBlocked(address, out var retryAfter))
        {
            return new Outcome(null, null, null, Refusal.Because("TooManyGuesses"), retryAfter);
        }
        var (live, wrong) = await FindAsync(input.Code, context.RequestAborted);
        if (live is null)
        {
            if (wrong!.Reason is "CodeUnknown")
            {
                guesses.RecordWrong(address);
            }
            return Refused(wrong);
        }
        var token = ParticipantToken.New();
        var participantId = Guid.CreateVersion7(clock.GetUtcNow());
        var join = new Join(
            participantId,
            input.Name,
            Mark.HashOf(token),
            input.Heads ?? 1,
            string.IsNullOrEmpty(input.GroupId) ? null : input.GroupId,
            input.IsScribe
        );
        var answered = await live.DecideAsync(join, new Actor.Device(participantId, token));
        if (answered.Refusal is { } refusal)
        {
            return Refused(refusal);
        }
        guesses.RecordRight(address);
        return new Outcome(live, answered.State.Participants[participantId], token, null, null);
    }

    /// <summary>The workshop a code leads to, or why it leads nowhere.</summary>
    public async Task<(LiveWorkshop? Workshop, Refusal? Refusal)> FindAsync(string? typed, CancellationToken ct)
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
            return (null, new Refusal("WorkshopClosed", "code"));
        }
        return live.State.CreatedAt + CodeLifetime < clock.GetUtcNow()
            ? (null, new Refusal("CodeExpired", "code"))
            : (live, null);
    }

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

/// <summary>Wrong codes per address: ten in five minutes.</summary>
internal sealed class JoinGuesses(TimeProvider clock) : GuessLimit(limit: 10, TimeSpan.FromMinutes(5), clock);
