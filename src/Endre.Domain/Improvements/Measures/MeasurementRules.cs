using System.Globalization;
using Endre.Domain.Shared;

namespace Endre.Domain.Improvements.Measures;

/// <summary>Tells a number. The same id again is the same one.</summary>
/// <param name="Id">The id it shall have.</param>
/// <param name="On">The day; null when none was chosen.</param>
/// <param name="At">The time of the day, where it is of something that happened; null when nobody said.</param>
/// <param name="Number">How many, as typed.</param>
/// <param name="OutOf">Of how many, as typed; only for a proportion.</param>
public sealed record EnterMeasurement(Guid Id, DateOnly? On, TimeOnly? At, string? Number, string? OutOf);

/// <summary>What may happen with numbers.</summary>
public static class MeasurementRules
{
    /// <summary>How many years back a number may be of.</summary>
    public const int MostYearsBack = 10;

    /// <summary>Tells a number.</summary>
    /// <param name="measure">Of which measure.</param>
    /// <param name="enter">What is wanted.</param>
    /// <param name="there">Those that the measure has.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <param name="entered">The measurement: a new one, or the one that was missing. Null when refused, or there already.</param>
    /// <returns>
    /// Null when it may be, or is there already; otherwise <c>MeasureRetired</c>, what
    /// <see cref="TypedNumber.ReadAmount"/> says, <c>DayMissing</c>, <c>DayInTheFuture</c> or <c>DayTooLongAgo</c> (field
    /// <c>day</c>), <c>MeasuredAlready</c> with the number that stands there (field <c>number</c>), or
    /// <c>TooManyMeasurements</c>.
    /// </returns>
    public static Refusal? Enter(
        Measure measure,
        EnterMeasurement enter,
        IReadOnlyList<Measurement> there,
        DateOnly today,
        out Measurement? entered
    )
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(enter);
        ArgumentNullException.ThrowIfNull(there);
        entered = null;
        if (!measure.IsInUse)
        {
            return Refusal.Because("MeasureRetired");
        }
        if (there.Any(other => other.Id == enter.Id))
        {
            return null;
        }
        if (TypedNumber.ReadAmount(measure.Type, enter.Number, enter.OutOf, out var amount) is { } fault)
        {
            return fault;
        }
        if (enter.On is not { } on)
        {
            return new Refusal("DayMissing", "day");
        }
        if (CheckDay(measure, on, today) is { } wrongDay)
        {
            return wrongDay;
        }
        var slot = measure.SlotOf(on);
        if (measure.Rhythm != MeasureRhythm.PerEvent && there.FirstOrDefault(other => other.On == slot) is { } before)
        {
            if (before.Amount is { } known)
            {
                return known == amount
                    ? null
                    : new Refusal(
                        "MeasuredAlready",
                        "number",
                        known.Value.ToString("0.##", CultureInfo.CurrentCulture)
                    );
            }
            entered = before with { Amount = amount };
            return null;
        }
        if (there.Count >= Measure.MostMeasurements)
        {
            return new Refusal(
                "TooManyMeasurements",
                "number",
                Measure.MostMeasurements.ToString(CultureInfo.InvariantCulture)
            );
        }
        var at = measure.Rhythm == MeasureRhythm.PerEvent ? enter.At : null;
        entered = new Measurement(enter.Id, measure.Id, slot, at, amount);
        return null;
    }

    /// <summary>Corrects a number.</summary>
    /// <param name="measure">Of which measure.</param>
    /// <param name="before">As it is.</param>
    /// <param name="number">How many, as typed; empty when it is missing.</param>
    /// <param name="outOf">Of how many, as typed; only for a proportion.</param>
    /// <param name="corrected">What was corrected; null when refused, or when it is so already.</param>
    /// <returns>Null when it may be; otherwise what <see cref="TypedNumber.ReadAmount"/> says.</returns>
    public static Refusal? Correct(
        Measure measure,
        Measurement before,
        string? number,
        string? outOf,
        out MeasurementCorrected? corrected
    )
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(before);
        corrected = null;
        Amount? after = null;
        var isMissing = string.IsNullOrWhiteSpace(number) && string.IsNullOrWhiteSpace(outOf);
        if (!isMissing && TypedNumber.ReadAmount(measure.Type, number, outOf, out after) is { } fault)
        {
            return fault;
        }
        corrected = after == before.Amount ? null : new MeasurementCorrected(before.Amount, after);
        return null;
    }

    internal static Refusal? CheckDay(Measure measure, DateOnly day, DateOnly today) =>
        measure.SlotOf(day) > today ? new Refusal("DayInTheFuture", "day")
        : day < today.AddYears(-MostYearsBack)
            ? new Refusal("DayTooLongAgo", "day", MostYearsBack.ToString(CultureInfo.InvariantCulture))
        : null;
}
