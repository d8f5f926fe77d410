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
        if (ReadPlan(start.Trying, start.Prediction, out var trying, out var prediction) is { } fault)
        {
            return fault;
        }
        if (CheckLookDay(start.LookOn, today) is { } wrong)
        {
            return wrong;
        }
        if (start.OwnerId is not { } owner)
        {
            return new Refusal("OwnerMissing", "owner");
        }
        var plan = new CyclePlan(trying, prediction, start.LookOn!.Value);
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
    /// <returns>
    /// The event; none when it has happened already (a form sent twice). Refused besides what <see cref="Start"/> and
    /// <see cref="FreeText"/> say of a field: <c>ImprovementEnded</c>, <c>StillOngoing</c>, <c>CycleOver</c> (the cycle it names
    /// is not the one one is at), <c>PredictionStands</c>, <c>ErrorStands</c> (field <c>acceptableError</c>),
    /// <c>CycleNotBegun</c>, <c>NothingTold</c>, <c>AlreadyStudied</c>, <c>NotStudied</c>, <c>HappenedMissing</c> (field
    /// <c>happened</c>), <c>VerdictMissing</c> (field <c>verdict</c>), <c>LearnedMissing</c> (field <c>learned</c>, or <c>lesson</c>
    /// when it is stopped),
    /// <c>CycleActMissing</c> (field <c>act</c>), <c>CycleReasonMissing</c> (field <c>reason</c>), <c>TooManyCycles</c>,
    /// <c>NotJustDoIt</c>, <c>HowGoodMissing</c> (field <c>howGood</c>), <c>AimDayMissing</c>, <c>AimDayInThePast</c> or
    /// <c>AimDayTooFarAhead</c> (field <c>by</c>), <c>SizeMissing</c> (field <c>size</c>), <c>OwnerChanged</c>.
    /// </returns>
    public static Decision<ImprovementEvent> Decide(Improvement improvement, ImprovementCommand command, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(improvement);
        return command switch
        {
            CycleCommand cycle => CycleRules.Decide(improvement, cycle, today),
            StopImprovement stop => EndingRules.Stop(improvement, stop, today),
            ResumeImprovement resume => EndingRules.Resume(improvement, resume, today),
            StateAim aim => State(improvement, aim, today),
            ResizeImprovement resize => Resize(improvement, resize),
            ReplaceImprovementOwner replace => Replace(improvement, replace),
            _ => throw new ArgumentException($"Nobody decides {command?.GetType().Name}.", nameof(command)),
        };
    }

    /// <summary>The improvement after an event.</summary>
    /// <param name="improvement">Before; null when it is being started.</param>
    /// <param name="happened">An event that was decided on it.</param>
    public static Improvement Evolve(Improvement? improvement, ImprovementEvent happened) =>
        (improvement, happened) switch
        {
            (null, ImprovementStarted started) => started.Improvement,
            ({ } before, CyclePlanned planned) => before.WithCurrent(before.Current with { Plan = planned.Plan }) with
            {
                // The improvement is called by what its first cycle tries.
                Trying = before.Current.Number == 1 ? planned.Plan.Trying : before.Trying,
                AcceptableError = planned.AcceptableError,
            },
            ({ } before, CycleBegun begun) => before.WithCurrent(before.Current with { BegunOn = begun.On }),
            ({ } before, CycleTold told) => before.WithCurrent(before.Current with { Done = told.Done }),
            ({ } before, CycleStudied studied) => before.WithCurrent(before.Current with { Study = studied.Study }),
            ({ } before, LookDayMoved moved) => before.WithCurrent(
                before.Current with
                {
                    Plan = before.Current.Plan with { LookOn = moved.LookOn },
                }
            ),
            ({ } before, CycleAdapted adapted) => before
                .WithCurrent(before.Current with { Ending = adapted.Ending })
                .Followed(adapted.Next),
            ({ } before, ImprovementResumed resumed) => before.Followed(resumed.Plan) with
            {
                State = ImprovementState.Ongoing,
                Ending = null,
            },
            ({ } before, AimStated stated) => before with { Aim = stated.Aim },
            ({ } before, ImprovementResized resized) => before with { Size = resized.Size },
            ({ } before, ImprovementOwnerReplaced replaced) => before with { OwnerId = replaced.To },
            ({ } before, _) => EndingRules.Evolve(before, happened),
            _ => throw new ArgumentException($"{happened?.GetType().Name} does not fit.", nameof(happened)),
        };

    private static Decision<ImprovementEvent> State(Improvement improvement, StateAim state, DateOnly today)
    {
        if (FreeText.Accept(state.HowGood, Aim.LongestText, "howGood", out var howGood) is { } fault)
        {
            return fault;
        }
        if (FreeText.Accept(state.HowWeKnow, Aim.LongestText, "howWeKnow", out var howWeKnow) is { } wrong)
        {
            return wrong;
        }
        if (howGood.Length == 0)
        {
            return new Refusal("HowGoodMissing", "howGood");
        }
        if (state.By is not { } by)
        {
            return new Refusal("AimDayMissing", "by");
        }
        var aim = new Aim(howGood, by, howWeKnow);
        if (aim == improvement.Aim)
        {
            return Decision<ImprovementEvent>.Happened();
        }
        // A day that has passed may stand while the words are mended.
        return by != improvement.Aim.By && by < today ? new Refusal("AimDayInThePast", "by")
            : by > today.AddYears(Aim.MostYearsAhead)
                ? new Refusal("AimDayTooFarAhead", "by", Aim.MostYearsAhead.ToString(CultureInfo.InvariantCulture))
            : improvement.State != ImprovementState.Ongoing ? Refusal.Because("ImprovementEnded")
            : new AimStated(aim);
    }

    private static Decision<ImprovementEvent> Resize(Improvement improvement, ResizeImprovement resize) =>
        resize.Size is not { } size ? new Refusal("SizeMissing", "size")
        : size == improvement.Size ? Decision<ImprovementEvent>.Happened()
        : improvement.State != ImprovementState.Ongoing ? Refusal.Because("ImprovementEnded")
        : new ImprovementResized(size);

    // What has ended is asked about too, so it needs somebody who answers for it.
    private static Decision<ImprovementEvent> Replace(Improvement improvement, ReplaceImprovementOwner replace) =>
        replace.To is not { } to ? new Refusal("OwnerMissing", "owner")
        : improvement.OwnerId == to ? Decision<ImprovementEvent>.Happened()
        : improvement.OwnerId != replace.From ? Refusal.Because("OwnerChanged")
        : new ImprovementOwnerReplaced(to);

    /// <summary>The first two of the three fields.</summary>
    internal static Refusal? ReadPlan(
        string? trying,
        string? prediction,
        out string cleanTrying,
        out string cleanPrediction
    )
    {
        cleanPrediction = "";
        return FreeText.Require(trying, Improvement.LongestTrying, "trying", out cleanTrying)
            ?? FreeText.Require(prediction, CyclePlan.LongestPrediction, "prediction", out cleanPrediction);
    }

    internal static Refusal? CheckLookDay(DateOnly? day, DateOnly today) =>
        day is not { } on ? new Refusal("LookDayMissing", "lookOn")
        : on < today ? new Refusal("LookDayInThePast", "lookOn")
        : on > today.AddYears(MostYearsAhead)
            ? new Refusal("LookDayTooFarAhead", "lookOn", MostYearsAhead.ToString(CultureInfo.InvariantCulture))
        : null;
}
