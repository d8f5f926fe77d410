using System.Collections.Immutable;
using System.Globalization;
using Endre.Domain.Shared;

namespace Endre.Domain.Improvements.Measures;

/// <summary>A row of a table that somebody pasted or uploaded.</summary>
/// <param name="Number">Its number as the spreadsheet shows it, from 1.</param>
/// <param name="Fields">Its fields.</param>
public sealed record ListedRow(int Number, IReadOnlyList<string> Fields);

/// <summary>A number that a list has and the measure has not.</summary>
/// <param name="Row">Its row in the list.</param>
/// <param name="On">Its day.</param>
/// <param name="At">Its time of the day, where it is of something that happened.</param>
/// <param name="Amount">What was counted.</param>
public sealed record ListedNumber(int Row, DateOnly On, TimeOnly? At, Amount Amount);

/// <summary>A number that a list has otherwise than the measure.</summary>
/// <param name="Listed">As the list has it.</param>
/// <param name="Before">As the measure has it.</param>
public sealed record OtherNumber(ListedNumber Listed, Measurement Before);

/// <summary>A row that cannot be taken.</summary>
/// <param name="Row">Its number.</param>
/// <param name="Why">Why, and in which field: <c>day</c>, <c>number</c> or <c>outOf</c>.</param>
public sealed record RefusedRow(int Row, Refusal Why);

/// <summary>What a list of numbers would change: nothing is stored by reading it.</summary>
/// <param name="New">What would be added.</param>
/// <param name="Others">What stands otherwise in the measure already: to be skipped or replaced.</param>
/// <param name="Same">How many stand so already.</param>
/// <param name="Missing">How many rows have a day and no number: nothing is stored of them.</param>
/// <param name="Refused">What cannot be taken.</param>
public sealed record MeasurementList(
    ImmutableList<ListedNumber> New,
    ImmutableList<OtherNumber> Others,
    int Same,
    int Missing,
    ImmutableList<RefusedRow> Refused
)
{
    private static readonly string[] DayNames = ["dato", "dag", "uke", "veke", "tid", "date", "day", "week", "when"];
    private static readonly string[] OutOfNames = ["nevner", "nemnar", "av", "av i alt", "denominator", "out of", "of"];
    private static readonly string[] NumberNames =
    [
        "verdi",
        "tall",
        "tal",
        "antall",
        "antal",
        "teller",
        "teljar",
        "value",
        "number",
        "count",
        "numerator",
        "minutter",
        "minutt",
        "minutes",
        "dager",
        "dagar",
        "days",
    ];

    /// <summary>Reads a list against what the measure has.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="rows">
    /// The rows. A first row of names tells which column is which; without one they are day, number and, of a proportion,
    /// out of how many. Rows of one column (of two, for a proportion) are numbers without days, one a week or a day.
    /// </param>
    /// <param name="there">All measurements of the measure.</param>
    /// <param name="first">The day of the first number, for a list without days; null when nobody said.</param>
    /// <param name="today">The day it is for people here.</param>
    public static MeasurementList Read(
        Measure measure,
        IReadOnlyList<ListedRow> rows,
        IReadOnlyList<Measurement> there,
        DateOnly? first,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(there);
        var filled = rows.Where(row => row.Fields.Any(field => !string.IsNullOrWhiteSpace(field))).ToList();
        var columns = Columns.Of(measure, filled);
        var reading = new Reading(measure, there, today);
        var day = first;
        foreach (var row in columns.HasNames ? filled.Skip(1) : filled)
        {
            reading.Take(row, columns, day);
            day = day?.AddDays(measure.Rhythm == MeasureRhythm.Weekly ? 7 : 1);
        }
        return reading.Done();
    }

    private sealed record Columns(bool HasNames, int? Day, int Number, int OutOf)
    {
        public static Columns Of(Measure measure, List<ListedRow> rows)
        {
            if (rows.Count == 0)
            {
                return new Columns(HasNames: false, 0, 1, 2);
            }
            var names = rows[0].Fields.Select(field => field.Trim().ToLowerInvariant()).ToList();
            var (day, number, outOf) = (Find(names, DayNames), Find(names, NumberNames), Find(names, OutOfNames));
            if (day is not null || number is not null)
            {
                return new Columns(
                    HasNames: true,
                    day,
                    number ?? Rest(names.Count, day, outOf),
                    outOf ?? Rest(names.Count, day, number)
                );
            }
            var wide = rows.Max(row => row.Fields.Count);
            var withoutDays = measure.Type == MeasureType.Proportion ? wide == 2 : wide == 1;
            return withoutDays ? new Columns(HasNames: false, null, 0, 1) : new Columns(HasNames: false, 0, 1, 2);
        }

        private static int? Find(List<string> names, string[] known) =>
            names.FindIndex(name => known.Contains(name)) is >= 0 and var at ? at : null;

        // The first column that is neither.
        private static int Rest(int count, int? one, int? other) =>
            Enumerable.Range(0, count + 1).First(at => at != one && at != other);
    }

    private sealed class Reading
    {
        private readonly Measure _measure;
        private readonly DateOnly _today;
        private readonly Dictionary<(DateOnly On, TimeOnly? At), List<Measurement>> _there;
        private readonly int _free;
        private readonly HashSet<DateOnly> _taken = [];
        private readonly List<ListedNumber> _unmatched = [];
        private readonly ImmutableList<ListedNumber>.Builder _new = ImmutableList.CreateBuilder<ListedNumber>();
        private readonly ImmutableList<OtherNumber>.Builder _others = ImmutableList.CreateBuilder<OtherNumber>();
        private readonly ImmutableList<RefusedRow>.Builder _refused = ImmutableList.CreateBuilder<RefusedRow>();
        private int _same;
        private int _missing;

        public Reading(Measure measure, IReadOnlyList<Measurement> there, DateOnly today)
        {
            (_measure, _today, _free) = (measure, today, Measure.MostMeasurements - there.Count);
            _there = there
                .OrderBy(one => one.Id)
                .GroupBy(one => (one.On, one.At))
                .ToDictionary(same => same.Key, same => same.ToList());
        }

        public void Take(ListedRow row, Columns columns, DateOnly? without)
        {
            var (on, at) = (without, (TimeOnly?)null);
            if (columns.Day is { } column && TypedDay.Read(At(row, column), out on, out at) is { } unclear)
            {
                _refused.Add(new RefusedRow(row.Number, unclear));
                return;
            }
            var typed = At(row, columns.Number);
            if (IsMissing(typed) && (_measure.Type != MeasureType.Proportion || IsMissing(At(row, columns.OutOf))))
            {
                _missing++;
                return;
            }
            if (TypedNumber.ReadAmount(_measure.Type, typed, At(row, columns.OutOf), out var amount) is { } fault)
            {
                _refused.Add(new RefusedRow(row.Number, fault));
            }
            else if (on is not { } day)
            {
                _refused.Add(new RefusedRow(row.Number, new Refusal("DayMissing", "day")));
            }
            else if (MeasurementRules.CheckDay(_measure, day, _today) is { } wrong)
            {
                _refused.Add(new RefusedRow(row.Number, wrong));
            }
            else
            {
                Take(new ListedNumber(row.Number, _measure.SlotOf(day), Time(at), amount!));
            }
        }

        public MeasurementList Done()
        {
            foreach (var listed in _unmatched)
            {
                Place(listed);
            }
            return new MeasurementList(
                _new.ToImmutable(),
                _others.ToImmutable(),
                _same,
                _missing,
                [.. _refused.OrderBy(row => row.Row)]
            );
        }

        private void Take(ListedNumber listed)
        {
            if (_measure.Rhythm != MeasureRhythm.PerEvent && !_taken.Add(listed.On))
            {
                _refused.Add(new RefusedRow(listed.Row, new Refusal("DayTwice", "day")));
                return;
            }
            // The same list again finds its own numbers, also where several things happened at the same time.
            var there = _there.GetValueOrDefault((listed.On, listed.At)) ?? [];
            if (there.FindIndex(before => before.Amount == listed.Amount) is >= 0 and var same)
            {
                there.RemoveAt(same);
                _same++;
                return;
            }
            _unmatched.Add(listed);
        }

        private void Place(ListedNumber listed)
        {
            // Of a day alone nobody knows whether it is the same thing that happened, and then it is another one.
            var isKnown = _measure.Rhythm != MeasureRhythm.PerEvent || listed.At is not null;
            if (isKnown && _there.GetValueOrDefault((listed.On, listed.At)) is [var before, ..] there)
            {
                there.RemoveAt(0);
                _others.Add(new OtherNumber(listed, before));
            }
            else if (_new.Count >= _free)
            {
                var most = Measure.MostMeasurements.ToString(CultureInfo.InvariantCulture);
                _refused.Add(new RefusedRow(listed.Row, new Refusal("TooManyMeasurements", "number", most)));
            }
            else
            {
                _new.Add(listed);
            }
        }

        private static bool IsMissing(string typed) => typed is "" or "-" or "–" or "—" or ".";

        private TimeOnly? Time(TimeOnly? at) => _measure.Rhythm == MeasureRhythm.PerEvent ? at : null;

        private static string At(ListedRow row, int column) =>
            column < row.Fields.Count ? row.Fields[column].Trim() : "";
    }
}
