namespace Endre.Domain.Improvements.Measures;

/// <summary>Måling: one number of a measure. It tells nothing of who told it.</summary>
/// <param name="Id">Its id: a form that is sent twice makes one.</param>
/// <param name="MeasureId">Which measure.</param>
/// <param name="On">The day it is of; the Monday, where it is of a week.</param>
/// <param name="At">The time of the day, where it is of something that happened and somebody said when.</param>
/// <param name="Amount">What was counted; null when it is missing, which is not zero.</param>
public sealed record Measurement(Guid Id, Guid MeasureId, DateOnly On, TimeOnly? At, Amount? Amount)
{
    /// <summary>Measurements in the order of time; those of a day of which nobody said when stand first, as they were told.</summary>
    /// <param name="measurements">In any order.</param>
    public static IEnumerable<Measurement> InOrder(IEnumerable<Measurement> measurements) =>
        measurements.OrderBy(one => one.On).ThenBy(one => one.At ?? TimeOnly.MinValue).ThenBy(one => one.Id);
}

/// <summary>What was counted.</summary>
/// <param name="Number">How many.</param>
/// <param name="OutOf">Of how many, above 0; null where it is no proportion.</param>
public sealed record Amount(decimal Number, decimal? OutOf = null)
{
    /// <summary>The largest size of a number.</summary>
    public const decimal Largest = 1_000_000_000;

    /// <summary>The most decimals.</summary>
    public const int MostDecimals = 4;

    /// <summary>The number in the curve: itself, or in per cent.</summary>
    public decimal Value => OutOf is { } all ? Number * 100 / all : Number;
}

/// <summary>Who corrected a number, by what they are. Not who: nobody is counted by their corrections.</summary>
public enum Corrector
{
    /// <summary>Whoever answers for the improvement.</summary>
    Owner,

    /// <summary>Whoever decides in the unit.</summary>
    Leader,

    /// <summary>Somebody else who belongs to the unit.</summary>
    Member,
}

/// <summary>That a number was corrected.</summary>
/// <param name="Before">What it was; null when it was missing.</param>
/// <param name="After">What it became; null when it is missing now.</param>
public sealed record MeasurementCorrected(Amount? Before, Amount? After);
