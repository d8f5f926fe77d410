using System.Collections.Immutable;
using System.Globalization;
using Endre.Domain.Hassles.Answering;
using Endre.Domain.Hassles.Redactions;
using Endre.Domain.Hassles.Removals;
using Endre.Domain.Shared;

namespace Endre.Domain.Hassles;

/// <summary>What may happen with a hassle.</summary>
public static class HassleRules
{
    /// <summary>The most messages in one thread.</summary>
    public const int MostMessages = 100;

    private const int MostMinutes = 1440;
    private const int MostTimes = 500;
    private const int MostPeople = 100_000;

    /// <summary>Says something to a unit. What is not to be kept is not in the event.</summary>
    /// <param name="say">What is wanted.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <returns>
    /// <see cref="HassleSaid"/>, or refused: <c>NameMissing</c>, <c>MinutesWrong</c>, <c>TimesWrong</c>,
    /// <c>PeopleWrong</c>, or what <see cref="FreeText"/> says of the text and the name. Fields: <c>text</c>,
    /// <c>name</c>, <c>minutes</c>, <c>timesPerWeek</c>, <c>people</c>.
    /// </returns>
    public static Decision<HassleEvent> Say(SayHassle say, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(say);
        if (FreeText.Require(say.Text, Hassle.LongestText, "text", out var text) is { } fault)
        {
            return fault;
        }
        if (Check(say.Effort) is { } wrong)
        {
            return wrong;
        }
        bool Keeps(HassleField field) => Keeping.Keeps(say.Speaker, say.PersonId is not null, field);
        string? name = null;
        if (Keeps(HassleField.Name))
        {
            if (FreeText.Accept(say.Name, Hassle.LongestName, "name", out name) is { } unclear)
            {
                return unclear;
            }
            if (name.Length == 0)
            {
                return new Refusal("NameMissing", "name");
            }
        }
        return new HassleSaid(
            new Hassle(
                say.Id,
                say.UnitId,
                say.Speaker,
                text,
                say.Effort,
                WeekOf(today),
                Keeps(HassleField.Day) ? today : null,
                name,
                Keeps(HassleField.Account) ? say.PersonId : null,
                Keeps(HassleField.ClaimCode) ? say.ClaimHash : null,
                HassleState.Waiting,
                AnswererId: null,
                []
            )
            {
                PlaceId = Keeps(HassleField.Place) ? say.PlaceId : null,
                Category = say.Category,
                Fixer = say.Fixer,
                Photo = say.Photo?.Size,
            }
        );
    }

    /// <summary>Decides a command on a hassle that has been said.</summary>
    /// <param name="hassle">As it is stored now.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <returns>
    /// The event; none when it has happened already (a form sent twice). Refused: <c>HassleWithdrawn</c>,
    /// <c>ThreadGrown</c> (somebody wrote after the page was opened), <c>ThreadFull</c>, <c>AnswerUnknown</c>,
    /// <c>ReasonMissing</c>, <c>QuestionToWriterMissing</c>, <c>AnswerAfterGone</c>, what
    /// <see cref="AnsweringRules.Decide"/>, <see cref="RedactionRules.Decide"/>, <see cref="RemovalRules"/> or <see cref="FreeText"/> says. Fields:
    /// <c>answer</c>, <c>text</c>, <c>into</c>.
    /// </returns>
    public static Decision<HassleEvent> Decide(Hassle hassle, HassleCommand command, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(hassle);
        return command switch
        {
            WithdrawHassle when hassle.State == HassleState.Withdrawn => Decision<HassleEvent>.Happened(),
            HandOverHassle hand => hassle.AnswererId == hand.To
                ? Decision<HassleEvent>.Happened()
                : new HassleHandedOver(hand.To, today),
            _ when hassle.State == HassleState.Withdrawn => Refusal.Because("HassleWithdrawn"),
            WithdrawHassle => new HassleWithdrawn(WeekOf(today), WritersDay(hassle, today)),
            AnswerHassle answer => Answer(hassle, answer, today),
            ReplyToHassle reply => Reply(hassle, reply, today),
            RedactionCommand redact => RedactionRules.Decide(hassle, redact, today),
            AnsweringCommand more => AnsweringRules.Decide(hassle, more, today),
            RemoveHassle remove => RemovalRules.Remove(hassle, remove, today),
            ReturnHassle back => RemovalRules.Return(hassle, back, today),
            PutOnScreen put => RemovalRules.Put(hassle, put, today),
            _ => throw new ArgumentException($"Nobody decides {command?.GetType().Name}.", nameof(command)),
        };
    }

    /// <summary>The hassle after an event.</summary>
    /// <param name="hassle">Before; null when it is being said.</param>
    /// <param name="happened">An event that was decided on it.</param>
    public static Hassle Evolve(Hassle? hassle, HassleEvent happened) =>
        (hassle, happened) switch
        {
            (null, HassleSaid said) => said.Hassle,
            ({ } before, HassleAnswered answered) => before with
            {
                State = answered.Message.Answer ?? before.State,
                Promise = answered.Message.Answer is null ? before.Promise : answered.Promise,
                Thread = before.Thread.Add(answered.Message),
            },
            ({ } before, HassleReplied replied) => before with
            {
                // Who was asked for more and gave it waits for an answer again.
                State =
                    before.State != HassleState.NeedsMore ? before.State
                    : before.LiftedOn is null ? HassleState.Waiting
                    : HassleState.Lifted,
                Thread = before.Thread.Add(replied.Message),
            },
            ({ } before, HassleRemoved removed) => before with
            {
                State = HassleState.Gone,
                Removal = removed.Removal,
                Thread = before.Thread.Add(removed.Message),
            },
            ({ } before, HassleReturned returned) => before with
            {
                State = before.LiftedOn is null ? HassleState.Waiting : HassleState.Lifted,
                Promise = null,
                Removal = null,
                Thread = before.Thread.Add(returned.Message),
            },
            ({ } before, HasslePutOnScreen put) => before with { IsOffScreen = !put.IsShown },
            ({ } before, HassleHandedOver handed) => before with { AnswererId = handed.To },
            ({ } before, RedactionEvent redacted) => RedactionRules.Evolve(before, redacted),
            ({ } before, AnsweringEvent more) => AnsweringRules.Evolve(before, more),
            ({ } before, HassleWithdrawn) => before with
            {
                Text = "",
                Name = null,
                PersonId = null,
                Photo = null,
                State = HassleState.Withdrawn,
                Promise = null,
                Removal = null,
                // An answer quotes what it answers, so its words go too; that there was one stays true.
                Thread = [.. before.Thread.Select(message => message with { Text = "" })],
            },
            _ => throw new ArgumentException($"{happened?.GetType().Name} does not fit.", nameof(happened)),
        };

    /// <summary>The Monday of the week that a day is in.</summary>
    /// <param name="day">Any day.</param>
    public static DateOnly WeekOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static Decision<HassleEvent> Answer(Hassle hassle, AnswerHassle answer, DateOnly today)
    {
        if (answer.Answer is HassleState.Waiting or HassleState.Lifted or HassleState.Withdrawn or HassleState.Gone)
        {
            return new Refusal("AnswerUnknown", "answer");
        }
        if (hassle.State == HassleState.Gone && answer.Answer is not null)
        {
            return new Refusal("AnswerAfterGone", "answer");
        }
        if (RemovalRules.Check(answer.Promise, today, out var promise) is { } unclear)
        {
            return unclear;
        }
        if (FreeText.Accept(answer.Text, HassleMessage.LongestText, "text", out var text) is { } fault)
        {
            return fault;
        }
        if (text.Length == 0 && answer.Answer != HassleState.WillDo)
        {
            return new Refusal(
                answer.Answer switch
                {
                    HassleState.WillNot => "ReasonMissing",
                    HassleState.NeedsMore => "QuestionToWriterMissing",
                    _ => "TextMissing",
                },
                "text"
            );
        }
        var message = new HassleMessage(
            IsFromWriter: false,
            text,
            answer.Answer,
            answer.PersonId,
            WeekOf(today),
            today
        );
        var kept = answer.Answer == HassleState.WillDo ? promise : null;
        return Add(hassle, message, answer.After, added => new HassleAnswered(added) { Promise = kept });
    }

    private static Decision<HassleEvent> Reply(Hassle hassle, ReplyToHassle reply, DateOnly today)
    {
        if (FreeText.Require(reply.Text, HassleMessage.LongestText, "text", out var text) is { } fault)
        {
            return fault;
        }
        var message = new HassleMessage(
            IsFromWriter: true,
            text,
            Answer: null,
            PersonId: null,
            WeekOf(today),
            WritersDay(hassle, today)
        );
        return Add(hassle, message, reply.After, added => new HassleReplied(added));
    }

    internal static Decision<HassleEvent> Add(
        Hassle hassle,
        HassleMessage message,
        int after,
        Func<HassleMessage, HassleEvent> happened
    )
    {
        var since = hassle.Thread.Skip(Math.Max(after, 0)).ToImmutableArray();
        if (since.Any(written => Says(written, message)))
        {
            return Decision<HassleEvent>.Happened();
        }
        if (since.Length > 0 || after > hassle.Thread.Count)
        {
            return Refusal.Because("ThreadGrown");
        }
        return hassle.Thread.Count >= MostMessages
            ? new Refusal("ThreadFull", Field: null, MostMessages.ToString(CultureInfo.InvariantCulture))
            : happened(message);
    }

    // The same words from the same side, written after what the page showed: the form was sent twice.
    private static bool Says(HassleMessage written, HassleMessage message) =>
        written.IsFromWriter == message.IsFromWriter
        && written.Answer == message.Answer
        && written.PersonId == message.PersonId
        && string.Equals(written.Text, message.Text, StringComparison.Ordinal);

    internal static DateOnly? WritersDay(Hassle hassle, DateOnly today) =>
        Keeping.Keeps(hassle.Speaker, hassle.PersonId is not null, HassleField.Day) ? today : null;

    internal static Refusal? Check(Effort effort) =>
        effort.Minutes is < 1 or > MostMinutes ? Wrong("MinutesWrong", "minutes", MostMinutes)
        : effort.TimesPerWeek is { } times && !(times is >= 0.01 and <= MostTimes)
            ? Wrong("TimesWrong", "timesPerWeek", MostTimes)
        : effort.People is < 1 or > MostPeople ? Wrong("PeopleWrong", "people", MostPeople)
        : null;

    private static Refusal Wrong(string reason, string field, int most) =>
        new(reason, field, most.ToString(CultureInfo.InvariantCulture));
}
