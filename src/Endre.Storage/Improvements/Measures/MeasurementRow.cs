using Endre.Domain.Improvements.Measures;

namespace Endre.Storage.Improvements.Measures;

/// <summary>One number of a measure. It tells nothing of who told it.</summary>
public sealed class MeasurementRow
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which measure.</summary>
    public required Guid MeasureId { get; init; }

    /// <summary>The day it is of; the Monday, where it is of a week.</summary>
    public required DateOnly OnDay { get; init; }

    /// <summary>The time of the day, where it is of something that happened and somebody said when.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>How many; null when it is missing, which is not zero.</summary>
    public decimal? Number { get; set; }

    /// <summary>Of how many; null where it is no proportion.</summary>
    public decimal? OutOf { get; set; }

    /// <summary>One more at each change: what was decided on must still be what is stored.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The row of a measurement.</summary>
    /// <param name="measurement">The measurement.</param>
    public static MeasurementRow Of(Measurement measurement)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        return new MeasurementRow
        {
            Id = measurement.Id,
            MeasureId = measurement.MeasureId,
            OnDay = measurement.On,
            At = measurement.At,
            Number = measurement.Amount?.Number,
            OutOf = measurement.Amount?.OutOf,
        };
    }

    /// <summary>Takes over what was counted.</summary>
    /// <param name="amount">What; null when it is missing.</param>
    public void Take(Amount? amount)
    {
        (Number, OutOf) = (amount?.Number, amount?.OutOf);
        Version++;
    }

    /// <summary>The measurement of the row.</summary>
    public Measurement ToMeasurement() =>
        new(Id, MeasureId, OnDay, At, Number is { } number ? new Amount(number, OutOf) : null);
}

/// <summary>One correction of a number: what it was, what it became, and what the one who did it was. Not who.</summary>
public sealed class MeasurementChangeRow
{
    /// <summary>Which measurement.</summary>
    public required Guid MeasurementId { get; init; }

    /// <summary>Its place in the history, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What the one who did it was: <c>owner</c>, <c>leader</c> or <c>member</c>.</summary>
    public required string Role { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How many it was; null when it was missing.</summary>
    public decimal? NumberBefore { get; init; }

    /// <summary>Of how many it was.</summary>
    public decimal? OutOfBefore { get; init; }

    /// <summary>How many it became; null when it is missing.</summary>
    public decimal? NumberAfter { get; init; }

    /// <summary>Of how many it became.</summary>
    public decimal? OutOfAfter { get; init; }
}

/// <summary>One entry in the history of a measure: what was done, by whom and when. It holds no words that anybody wrote.</summary>
public sealed class MeasureEventRow
{
    /// <summary>The longest word of what was done.</summary>
    public const int MaxWordLength = 40;

    /// <summary>Which measure.</summary>
    public required Guid MeasureId { get; init; }

    /// <summary>Its place in the history, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What happened, as a word: <c>measure-made</c>, <c>baseline-frozen</c> …</summary>
    public required string What { get; init; }

    /// <summary>Who did it; null when the person's account is gone.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
