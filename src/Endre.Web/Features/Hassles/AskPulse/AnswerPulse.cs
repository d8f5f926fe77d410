using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Pulses;
using Endre.Domain.Organizations;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Pulses;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;

namespace Endre.Web.Features.Hassles.AskPulse;

/// <summary>
/// <c>/puls/{code}</c>: one question, three answers, no account. What is stored is that a number grew by one. That a device
/// has answered stands on the device only.
/// </summary>
internal sealed class AnswerPulse(EndreContext database, UnitSeats seats, ReadPulse pulses)
{
    /// <summary>The rounds that this device has answered, the newest last.</summary>
    internal const string CookieName = "endre-puls";

    // A nurse may belong to a few units; more than that is no device of hers.
    private const int MostRemembered = 6;

    public static async Task<IResult> AskAsync(
        HttpContext context,
        string code,
        string? takk,
        string? ny,
        AnswerPulse answer
    ) =>
        await answer.FindAsync(code, context.RequestAborted) is { } asked
            ? answer.Show(asked, Standing(asked, context.Request, takk is not null, ny is not null))
            : ErrorResult.NotFound;

    public static async Task<IResult> AnswerAsync(HttpContext context, string code, AnswerPulse answer)
    {
        var ct = context.RequestAborted;
        if (await answer.FindAsync(code, ct) is not { } asked)
        {
            return ErrorResult.NotFound;
        }
        var form = await context.Request.ReadFormAsync(ct);
        if (!asked.IsAsking)
        {
            return answer.Show(asked, PulseStanding.Closed, Refusal.Because("PulseClosed"));
        }
        if (PulseRow.Read<PulseAnswer>(form.Text("answer")) is not { } given)
        {
            return answer.Show(asked, PulseStanding.Asking, new Refusal("PulseAnswerMissing", "answer"));
        }
        var isAnother = form.Text("another") is "ja";
        if (!isAnother && HasAnswered(context.Request, asked.Round!.Id))
        {
            return Page.SeeOther(PulseLinks.Answer(code));
        }
        await answer.CountAsync(asked.Round!.Id, given, ct);
        Remember(context, asked.Round.Id);
        return Page.SeeOther(PulseLinks.Thanks(code));
    }

    private Task CountAsync(Guid roundId, PulseAnswer given, CancellationToken ct) =>
        database.CountAnswerAsync(roundId, given, ct);

    private async Task<Asked?> FindAsync(string code, CancellationToken ct)
    {
        var tree = (await seats.ReadAsync(ct)).Tree;
        if (PlaceCode.Find(code, tree) is not { } unit)
        {
            return null;
        }
        var round = await pulses.LastAsync(unit.Id, ct);
        var news = await pulses.NewsAsync(unit.Id, ct);
        return new Asked(unit, code, round, news, round is not null && pulses.IsAsking(round));
    }

    private static PulseStanding Standing(Asked asked, HttpRequest request, bool isThanked, bool isAnother)
    {
        var hasAnswered = asked.Round is { } round && HasAnswered(request, round.Id);
        return isThanked && hasAnswered ? PulseStanding.Thanked
            : !asked.IsAsking ? PulseStanding.Closed
            : hasAnswered && !isAnother ? PulseStanding.Answered
            : hasAnswered ? PulseStanding.Another
            : PulseStanding.Asking;
    }

    private IResult Show(Asked asked, PulseStanding standing, Refusal? refusal = null)
    {
        var isOpenToday = asked.Round?.ToRound().IsOver(DateOnly.FromDateTime(pulses.Now)) is false;
        return Page.Of<AnswerPulsePage>(
            new
            {
                asked.Unit,
                asked.Code,
                Question = asked.Round is { } round ? ReadPulse.QuestionOf(round) : PulseQuestion.Everyday,
                Standing = standing,
                IsOpenToday = isOpenToday,
                asked.News?.Word,
                Refusal = refusal is null ? null : RefusalTexts.Sentence(refusal),
            },
            refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
    }

    private static bool HasAnswered(HttpRequest request, Guid roundId) =>
        request.Cookies[CookieName] is { Length: < 400 } known
        && known.Contains($"{roundId:N}", StringComparison.Ordinal);

    private static void Remember(HttpContext context, Guid roundId)
    {
        var before = context.Request.Cookies[CookieName] is { Length: < 400 } known
            ? known.Split('.').Where(id => Guid.TryParseExact(id, "N", out _))
            : [];
        context.Response.Cookies.Append(
            CookieName,
            string.Join('.', before.Append($"{roundId:N}").Distinct(StringComparer.Ordinal).TakeLast(MostRemembered)),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                Path = "/",
                MaxAge = TimeSpan.FromDays(40),
                IsEssential = true,
            }
        );
    }

    private sealed record Asked(Unit Unit, string Code, PulseRoundRow? Round, PulseNews? News, bool IsAsking);
}

/// <summary>How it stands between this device and the question.</summary>
public enum PulseStanding
{
    /// <summary>The question is open.</summary>
    Asking,

    /// <summary>Somebody else answers on the same device.</summary>
    Another,

    /// <summary>Just answered.</summary>
    Thanked,

    /// <summary>This device has answered.</summary>
    Answered,

    /// <summary>Nothing is asked now.</summary>
    Closed,
}
