namespace Endre.Documents.Workbooks;

/// <summary>
/// What stands in one cell. Strings, whole and decimal numbers, dates, moments and yes/no convert by themselves;
/// a null string is an empty cell. Text is never taken for a formula.
/// </summary>
public abstract record Cell
{
    private protected Cell() { }

    /// <summary>A cell with nothing in it.</summary>
    public static Cell Empty { get; } = new EmptyCell();

    /// <summary>Text, or <see cref="Empty"/> for null.</summary>
    /// <param name="text">The words.</param>
    public static implicit operator Cell(string? text) => text is null ? Empty : new TextCell(text);

    /// <summary>A whole number.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator Cell(int number) => new NumberCell(number);

    /// <summary>A number.</summary>
    /// <param name="number">The number; a spreadsheet keeps 15 of its digits.</param>
    public static implicit operator Cell(decimal number) => new NumberCell(number);

    /// <summary>A date.</summary>
    /// <param name="date">The date.</param>
    public static implicit operator Cell(DateOnly date) => new DateCell(date);

    /// <summary>A moment as the clock on the wall shows it.</summary>
    /// <param name="moment">The moment.</param>
    public static implicit operator Cell(DateTime moment) => new MomentCell(moment);

    /// <summary>Yes or no.</summary>
    /// <param name="value">The answer.</param>
    public static implicit operator Cell(bool value) => new BooleanCell(value);
}

/// <summary>A cell with nothing in it; fits every column.</summary>
public sealed record EmptyCell : Cell;

/// <summary>A cell of text.</summary>
/// <param name="Text">The words; a spreadsheet file keeps 32,767 UTF-16 units and shows by an ellipsis that more was cut.</param>
public sealed record TextCell(string Text) : Cell;

/// <summary>A cell with a number.</summary>
/// <param name="Number">The number; a spreadsheet keeps 15 of its digits.</param>
public sealed record NumberCell(decimal Number) : Cell;

/// <summary>A cell with a date.</summary>
/// <param name="Date">The date; before 1 March 1900, where spreadsheets count wrongly, it is written as ISO text.</param>
public sealed record DateCell(DateOnly Date) : Cell;

/// <summary>A cell with a moment.</summary>
/// <param name="Moment">As the clock on the wall shows it, kept to the second: spreadsheets know no time zones. As for dates before 1 March 1900.</param>
public sealed record MomentCell(DateTime Moment) : Cell;

/// <summary>A cell with yes or no.</summary>
/// <param name="Value">The answer.</param>
public sealed record BooleanCell(bool Value) : Cell;

/// <summary>What the cells of a column hold.</summary>
public enum CellKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Dates.</summary>
    Date,

    /// <summary>Moments: date and time of day.</summary>
    Moment,

    /// <summary>Yes or no.</summary>
    Boolean,
}
