using Endre.Storage;
using Endre.Storage.Messages;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;
using Endre.Web.Messages;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Messages.TurnOffMessages;

/// <summary>
/// Turns one kind of mail off by the link in it, without signing in. Opening the link changes nothing: programs that look
/// through mail open every link there is.
/// </summary>
internal sealed class TurnOffMessages(
    EndreContext database,
    UnsubscribeTokens tokens,
    IEnumerable<MessageKind> kinds,
    Formats formats,
    TimeProvider clock
)
{
    public static async Task<IResult> ShowAsync(string token, TurnOffMessages act, CancellationToken ct) =>
        await act.FindAsync(token, ct) is var (_, kind)
            ? Page.Of<TurnOffMessagesPage>(new { Token = token, About = kind.About() })
        : act.IsGuest(token) ? Page.Of<DeclineMailPage>(new { Token = token, About = await act.AboutAsync(token, ct) })
        : ErrorResult.NotFound;

    public static async Task<IResult> HandleAsync(HttpContext context, string token, TurnOffMessages act)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var isOn = form.Text("on") == "true";
        if (await act.DeclineAsync(token, isOn, context.RequestAborted))
        {
            return Page.Of<DeclineMailPage>(
                new
                {
                    Token = token,
                    About = await act.AboutAsync(token, context.RequestAborted),
                    IsDone = true,
                    IsOn = isOn,
                }
            );
        }
        return await act.ChangeAsync(token, isOn, context.RequestAborted) is { } kind
            ? Page.Of<TurnOffMessagesPage>(
                new
                {
                    Token = token,
                    About = kind.About(),
                    IsDone = true,
                    IsOn = isOn,
                }
            )
            : ErrorResult.NotFound;
    }

    /// <summary>What a mail program posts for its reader (RFC 8058): no cookies, no form of ours.</summary>
    public static async Task<IResult> ByProgramAsync(string token, TurnOffMessages act, CancellationToken ct) =>
        await act.DeclineAsync(token, isOn: false, ct) || await act.ChangeAsync(token, isOn: false, ct) is not null
            ? Results.NoContent()
            : Results.NotFound();

    /// <summary>A mail program that knows no posting opens the address: it is shown the page with the button.</summary>
    public static IResult OpenByProgram(string token) => Page.SeeOther(MessageLinks.Unsubscribe(token));

    private bool IsGuest(string token) => tokens.ReadForGuest(token) is not null;

    // What the mail was about stood in it: whoever has the link has read it.
    private async Task<string?> AboutAsync(string token, CancellationToken ct)
    {
        var about = tokens.ReadForGuest(token)?.AboutId;
        return await database
                .MeetingSeries.Where(row => row.Id == about)
                .Select(row => row.Title)
                .SingleOrDefaultAsync(ct)
            ?? await database.Meetings.Where(row => row.Id == about).Select(row => row.Title).SingleOrDefaultAsync(ct);
    }

    // Somebody without an account: the signature says whose address it is, and nothing else need be known of them.
    private async Task<bool> DeclineAsync(string token, bool isOn, CancellationToken ct)
    {
        if (tokens.ReadForGuest(token) is not var (about, address))
        {
            return false;
        }
        await database.DeclineMailAsync(about, address, isOn, formats.Day(clock.GetUtcNow()), ct);
        return true;
    }

    private async Task<MessageKind?> ChangeAsync(string token, bool isOn, CancellationToken ct)
    {
        if (await FindAsync(token, ct) is not var (personId, kind))
        {
            return null;
        }
        await database.ChooseMessagesAsync(
            personId,
            new Dictionary<string, bool>(StringComparer.Ordinal) { [kind.Word] = isOn },
            hours: null,
            ct
        );
        return kind;
    }

    private async Task<(Guid PersonId, MessageKind Kind)?> FindAsync(string token, CancellationToken ct) =>
        tokens.Read(token) is var (personId, word)
        && kinds.FirstOrDefault(known => known.Word == word && known.MayBeTurnedOff) is { } kind
        && await database.Users.AnyAsync(person => person.Id == personId, ct)
            ? (personId, kind)
            : null;
}
