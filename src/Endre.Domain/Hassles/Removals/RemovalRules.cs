using System.Globalization;
using Endre.Domain.Shared;

namespace Endre.Domain.Hassles.Removals;

/// <summary>When a hassle is gone, when it has come back, and what is promised on the way.</summary>
public static class RemovalRules
{
    private const int MostYearsAhead = 2;

    /// <summary>Says that a hassle is gone.</summary>
    /// <param name="hassle">As it is stored now; not withdrawn.</param>
    /// <param name="remove">What is wanted.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <returns>
    /// <see cref="HassleRemoved"/>; nothing when the same form was sent twice. Refused: <c>DoneMissing</c>,
    /// <c>AlreadyGone</c>, <c>ThreadGrown</c>, <c>ThreadFull</c>, or what is wrong with the effort. Fields: <c>done</c>,
    /// <c>minutes</c>, <c>timesPerWeek</c>, <c>people</c>.
    /// </returns>
    public static Decision<HassleEvent> Remove(Hassle hassle, RemoveHassle remove, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(hassle);
        ArgumentNullException.ThrowIfNull(remove);
        if (Read(remove.Done, "done", "DoneMissing", out var done) is { } fault)
        {
            return fault;
        }
        var left = LeftOf(hassle.Effort, remove.Left);
        if (left != Effort.Nothing && HassleRules.Check(left) is { } wrong)
        {
            return wrong;
        }
        var message = MessageOf(hassle, remove.By, remove.PersonId, done, HassleState.Gone, today);
        var removal = new Removal(done, left, message.Week, message.Day);
        var decision = HassleRules.Add(hassle, message, remove.After, added => new HassleRemoved(added, removal));
        return hassle.State == HassleState.Gone && decision.Events.Count > 0
            ? Refusal.Because("AlreadyGone")
            : decision;
    }

    /// <summary>Says that it is not gone.</summary>
    /// <param name="hassle">As it is stored now; not withdrawn.</param>
    /// <param name="back">What is wanted.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <returns>
    /// <see cref="HassleReturned"/>, after which somebody has to answer again; nothing when the same form was sent twice.
    /// Refused: <c>ReturnReasonMissing</c> (field <c>reason</c>), <c>NotGone</c>, <c>ThreadGrown</c>, <c>ThreadFull</c>.
    /// </returns>
    public static Decision<HassleEvent> Return(Hassle hassle, ReturnHassle back, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(hassle);
        ArgumentNullException.ThrowIfNull(back);
        if (Read(back.Reason, "reason", "ReturnReasonMissing", out var reason) is { } fault)
        {
            return fault;
        }
        var message = MessageOf(hassle, back.By, back.PersonId, reason, HassleState.Waiting, today);
        var decision = HassleRules.Add(hassle, message, back.After, added => new HassleReturned(added));
        return hassle.State != HassleState.Gone && decision.Events.Count > 0 ? Refusal.Because("NotGone") : decision;
    }

    /// <summary>Lets a text onto the unit's screen, or takes it off.</summary>
    /// <param name="hassle">As it is stored now.</param>
    /// <param name="put">What is wanted.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <returns><see cref="HasslePutOnScreen"/>; nothing when it is so already.</returns>
    public static Decision<HassleEvent> Put(Hassle hassle, PutOnScreen put, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(hassle);
        ArgumentNullException.ThrowIfNull(put);
        return hassle.IsOffScreen == !put.IsShown
            ? Decision<HassleEvent>.Happened()
            : new HasslePutOnScreen(put.IsShown, put.PersonId, today);
    }

    /// <summary>Looks at a promise before it is kept.</summary>
    /// <param name="promise">As it came from outside, or null.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <param name="kept">What is kept of it; null when nothing was promised, or when refused.</param>
    /// <returns>
    /// Null when it is fine. Refused: <c>PromiseInThePast</c>, <c>PromiseTooFarAhead</c> (field <c>by</c>), or what
    /// <see cref="FreeText"/> says (field <c>who</c>).
    /// </returns>
    public static Refusal? Check(Promise? promise, DateOnly today, out Promise? kept)
    {
        kept = null;
        if (FreeText.Accept(promise?.Who, Promise.LongestWho, "who", out var who) is { } fault)
        {
            return fault;
        }
        if (promise?.By < today)
        {
            return new Refusal("PromiseInThePast", "by");
        }
        if (promise?.By > today.AddYears(MostYearsAhead))
        {
            return new Refusal("PromiseTooFarAhead", "by", MostYearsAhead.ToString(CultureInfo.InvariantCulture));
        }
        kept = who.Length == 0 && promise?.By is null ? null : new Promise(who.Length == 0 ? null : who, promise?.By);
        return null;
    }

    private static Refusal? Read(string? text, string field, string missing, out string clean) =>
        FreeText.Accept(text, Removal.LongestText, field, out clean)
        ?? (clean.Length == 0 ? new Refusal(missing, field) : null);

    private static Effort LeftOf(Effort before, Effort left)
    {
        if (left == Effort.Unknown || left.Minutes == 0)
        {
            return Effort.Nothing;
        }
        return new Effort(
            left.Minutes ?? before.Minutes,
            left.TimesPerWeek ?? before.TimesPerWeek,
            left.People ?? before.People
        );
    }

    private static HassleMessage MessageOf(
        Hassle hassle,
        Witness by,
        Guid? personId,
        string text,
        HassleState answer,
        DateOnly today
    ) =>
        new(
            IsFromWriter: by == Witness.Writer,
            text,
            answer,
            by == Witness.Answerer ? personId : null,
            HassleRules.WeekOf(today),
            by switch
            {
                Witness.Answerer => today,
                Witness.Writer => HassleRules.WritersDay(hassle, today),
                _ => null,
            }
        );
}
