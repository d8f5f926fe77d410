using System.Collections.Immutable;
using System.Globalization;
using Endre.Domain.Improvements.RunCharts;
using Endre.Domain.Shared;

namespace Endre.Domain.Improvements.Measures;

/// <summary>What may happen with a measure.</summary>
public static class MeasureRules
{
    /// <summary>Makes a measure.</summary>
    /// <param name="make">What is wanted.</param>
    /// <param name="there">How many the improvement has.</param>
    /// <returns>
    /// <see cref="MeasureMade"/>, or refused: what <see cref="FreeText"/> says of the words (fields <c>name</c>,
    /// <c>definition</c>, <c>unit</c>, <c>targetWords</c>), what <see cref="TypedNumber.Read"/> says of the <c>target</c>,
    /// <c>MeasureKindMissing</c>, <c>MeasureTypeMissing</c>, <c>MeasureRhythmMissing</c> or <c>BetterMissing</c> at their
    /// fields, or <c>TooManyMeasures</c> (field <c>name</c>).
    /// </returns>
    public static Decision<MeasureEvent> Make(MakeMeasure make, int there)
    {
        ArgumentNullException.ThrowIfNull(make);
        if (ReadWording(make.Wording, make.Type, out var wording) is { } fault)
        {
            return fault;
        }
        if (make.Kind is not { } kind)
        {
            return new Refusal("MeasureKindMissing", "kind");
        }
        if (make.Type is not { } type)
        {
            return new Refusal("MeasureTypeMissing", "type");
        }
        if (make.Rhythm is not { } rhythm)
        {
            return new Refusal("MeasureRhythmMissing", "rhythm");
        }
        if (make.IsUpBetter is not { } isUpBetter)
        {
            return new Refusal("BetterMissing", "better");
        }
        return there >= Measure.MostPerImprovement
            ? new Refusal("TooManyMeasures", "name", Number(Measure.MostPerImprovement))
            : new MeasureMade(
                new Measure(
                    make.Id,
                    make.ImprovementId,
                    wording,
                    kind,
                    type,
                    rhythm,
                    isUpBetter,
                    RunChartRules.Anhoej,
                    Baseline: null,
                    ImmutableList<MeasurePhase>.Empty,
                    make.Link,
                    IsInUse: true
                )
            );
    }

    /// <summary>Decides a command on a measure.</summary>
    /// <param name="measure">As it is stored now.</param>
    /// <param name="measurements">All its measurements.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <returns>
    /// The event; none when it is so already; or why not: as <see cref="Make"/>, <c>RunChartRulesUnknown</c> (field
    /// <c>rules</c>), <c>BaselineDayMissing</c>, <c>BaselineEmpty</c>, <c>BaselineTooFew</c> or <c>BaselineNotChance</c>
    /// (field <c>until</c>),
    /// <c>PhaseDayMissing</c>, <c>DayInTheFuture</c> (field <c>from</c>) or <c>TooManyPhases</c> (field <c>phase</c>).
    /// </returns>
    public static Decision<MeasureEvent> Decide(
        Measure measure,
        IReadOnlyList<Measurement> measurements,
        MeasureCommand command,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(measurements);
        return command switch
        {
            ChangeMeasure change => Change(measure, change),
            ChooseRules { Rules: null } => new Refusal("RunChartRulesUnknown", "rules"),
            ChooseRules { Rules: { } rules } => IfNew(rules != measure.Rules, new RulesChosen(rules)),
            FreezeBaseline freeze => Freeze(measure, measurements, freeze),
            ReleaseBaseline => IfNew(measure.Baseline is not null, new BaselineReleased()),
            NamePhase name => Name(measure, name, today),
            RemovePhase { From: { } from } => IfNew(
                measure.Phases.Exists(phase => phase.From == from),
                new PhaseRemoved(from)
            ),
            RemovePhase => Decision<MeasureEvent>.Happened(),
            RenewLink renew => IfNew(renew.Link != measure.Link, new LinkRenewed(renew.Link)),
            UseMeasure use => IfNew(
                use.IsInUse != measure.IsInUse,
                use.IsInUse ? new MeasureBroughtBack() : new MeasureRetired()
            ),
            _ => throw new ArgumentException($"Nobody decides {command?.GetType().Name}.", nameof(command)),
        };
    }

    /// <summary>The measure after an event.</summary>
    /// <param name="measure">Before; null when it is being made.</param>
    /// <param name="happened">An event that was decided on it.</param>
    public static Measure Evolve(Measure? measure, MeasureEvent happened) =>
        (measure, happened) switch
        {
            (null, MeasureMade made) => made.Measure,
            (not null, MeasureChanged(var wording, var kind, var isUpBetter)) => measure with
            {
                Wording = wording,
                Kind = kind,
                IsUpBetter = isUpBetter,
            },
            (not null, RulesChosen chosen) => measure with { Rules = chosen.Rules },
            (not null, BaselineFrozen frozen) => measure with { Baseline = frozen.Baseline },
            (not null, BaselineReleased) => measure with { Baseline = null },
            (not null, PhaseNamed named) => measure with
            {
                Phases =
                [
                    .. measure
                        .Phases.Where(phase => phase.From != named.Phase.From)
                        .Append(named.Phase)
                        .OrderBy(phase => phase.From),
                ],
            },
            (not null, PhaseRemoved removed) => measure with
            {
                Phases = measure.Phases.RemoveAll(phase => phase.From == removed.From),
            },
            (not null, LinkRenewed renewed) => measure with { Link = renewed.Link },
            (not null, MeasureRetired) => measure with { IsInUse = false },
            (not null, MeasureBroughtBack) => measure with { IsInUse = true },
            _ => throw new ArgumentException($"{happened?.GetType().Name} does not fit.", nameof(happened)),
        };

    private static Decision<MeasureEvent> Change(Measure measure, ChangeMeasure change)
    {
        if (ReadWording(change.Wording, measure.Type, out var wording) is { } fault)
        {
            return fault;
        }
        var (kind, isUpBetter) = (change.Kind ?? measure.Kind, change.IsUpBetter ?? measure.IsUpBetter);
        return IfNew(
            (wording, kind, isUpBetter) != (measure.Wording, measure.Kind, measure.IsUpBetter),
            new MeasureChanged(wording, kind, isUpBetter)
        );
    }

    private static Decision<MeasureEvent> Freeze(
        Measure measure,
        IReadOnlyList<Measurement> measurements,
        FreezeBaseline freeze
    )
    {
        if (freeze.Until is not { } until)
        {
            return new Refusal("BaselineDayMissing", "until");
        }
        var series = MeasureSeries.Of(measure, measurements);
        var count = series.CountUntil(until);
        if (count == 0)
        {
            return new Refusal("BaselineEmpty", "until");
        }
        if (Baseline.Freeze(series.Values, count, measure.Rules, out var median) is { } refusal)
        {
            return refusal.Reason switch
            {
                "BaselineTooShort" => new Refusal("BaselineTooFew", "until", refusal.Details),
                "BaselineShowsSignal" => new Refusal("BaselineNotChance", "until"),
                _ => refusal with { Field = "until" },
            };
        }
        var points = series.Values.Take(count).Count(value => value is not null);
        var baseline = new FrozenBaseline(until, points, median!.Value, measure.Rules);
        return IfNew(baseline != measure.Baseline, new BaselineFrozen(baseline));
    }

    private static Decision<MeasureEvent> Name(Measure measure, NamePhase name, DateOnly today)
    {
        if (FreeText.Require(name.Name, MeasurePhase.LongestName, "phase", out var words) is { } fault)
        {
            return fault;
        }
        if (name.From is not { } from)
        {
            return new Refusal("PhaseDayMissing", "from");
        }
        if (MeasurementRules.CheckDay(measure, from, today) is { } day)
        {
            return day with { Field = "from" };
        }
        var phase = new MeasurePhase(from, words);
        return measure.Phases.Count >= Measure.MostPhases && !measure.Phases.Exists(other => other.From == from)
            ? new Refusal("TooManyPhases", "phase", Number(Measure.MostPhases))
            : IfNew(!measure.Phases.Contains(phase), new PhaseNamed(phase));
    }

    private static Refusal? ReadWording(TypedWording typed, MeasureType? type, out MeasureWording wording)
    {
        wording = new MeasureWording("", "", "", Target: null, "");
        decimal? target = null;
        var (definition, unit, words) = ("", "", "");
        var fault =
            FreeText.Require(typed.Name, MeasureWording.LongestName, "name", out var name)
            ?? FreeText.Accept(typed.Definition, MeasureWording.LongestDefinition, "definition", out definition)
            ?? FreeText.Accept(typed.Unit, MeasureWording.LongestUnit, "unit", out unit)
            ?? TypedNumber.Read(typed.Target, "target", out target)
            ?? FreeText.Accept(typed.TargetWords, MeasureWording.LongestTargetWords, "targetWords", out words);
        if (fault is null && type is not (null or MeasureType.Count) && target < 0)
        {
            fault = new Refusal("NumberNegative", "target");
        }
        if (fault is null && type == MeasureType.Proportion && target > 100)
        {
            fault = new Refusal("PercentTooLarge", "target");
        }
        wording = new MeasureWording(name, definition, unit, target, words);
        return fault;
    }

    private static Decision<MeasureEvent> IfNew(bool isNew, MeasureEvent happened) =>
        isNew ? happened : Decision<MeasureEvent>.Happened();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
