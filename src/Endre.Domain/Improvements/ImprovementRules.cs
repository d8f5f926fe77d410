using System.Globalization;
using Endre.Domain.Shared;

namespace Endre.Domain.Improvements;

/// <summary>What may happen with an improvement.</summary>
public static class ImprovementRules
{
    private const int MostYearsAhead = 2;

    /// <summary>Starts an improvement.</summary>
    /// <param name="start">What is wanted.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <returns>
    /// <see cref="ImprovementStarted"/>, or refused: what <see cref="FreeText"/> says of the texts (fields <c>trying</c>,
    /// <c>prediction</c>), <c>OwnerMissing</c> (field <c>owner</c>), <c>LookDayMissing</c>, <c>LookDayInThePast</c> or
    /// <c>LookDayTooFarAhead</c> (field <c>lookOn</c>).
    /// </returns>
    public static Decision<ImprovementEvent> Start(StartImprovement start, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(start);
        if (
            (
                FreeText.Require(start.Trying, Improvement.LongestTrying, "trying", out var trying)
                ?? FreeText.Require(start.Prediction, CyclePlan.LongestPrediction, "prediction", out _)
                ?? CheckLookDay(start.LookOn, today)
            ) is
            { } fault
        )
        {
            return fault;
        }
        if (start.OwnerId is not { } owner)
        {
            return new Refusal("OwnerMissing", "owner");
        }
        var plan = new CyclePlan(trying, FreeText.Tidy(start.Prediction!), start.LookOn!.Value);
        return new ImprovementStarted(
            new Improvement(
                start.Id,
                start.UnitId,
                trying,
                start.Size ?? ImprovementSize.Pdca,
                owner,
                ImprovementState.Ongoing,
                Aim.None,
                AcceptableError: "",
                [new Cycle(1, plan, BegunOn: null, Done: null, Study: null, Ending: null)],
                Ending: null
            )
        );
    }

    /// <summary>Decides a command on an improvement.</summary>
    /// <param name="improvement">As it is stored now.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <returns>The event; none when it has happened already (a form sent twice); or why not.</returns>
    public static Decision<ImprovementEvent> Decide(Improvement improvement, ImprovementCommand command, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(improvement);
        throw new ArgumentException($"Nobody decides {command?.GetType().Name} on {today:O}.", nameof(command));
    }

    /// <summary>The improvement after an event.</summary>
    /// <param name="improvement">Before; null when it is being started.</param>
    /// <param name="happened">An event that was decided on it.</param>
    public static Improvement Evolve(Improvement? improvement, ImprovementEvent happened) =>
        (improvement, happened) switch
        {
            (null, ImprovementStarted started) => started.Improvement,
            _ => throw new ArgumentException($"{happened?.GetType().Name} does not fit.", nameof(happened)),
        };

    internal static Refusal? CheckLookDay(DateOnly? day, DateOnly today) =>
        day is not { } on ? new Refusal("LookDayMissing", "lookOn")
        : on < today ? new Refusal("LookDayInThePast", "lookOn")
        : on > today.AddYears(MostYearsAhead)
            ? new Refusal("LookDayTooFarAhead", "lookOn", MostYearsAhead.ToString(CultureInfo.InvariantCulture))
        : null;
}
