namespace Endre.Documents.Workbooks;

/// <summary>
/// A sheet of rows below one row of headers. A <see cref="Workbook"/> has several; the CSV writer takes one.
/// </summary>
public sealed record Sheet
{
    private const int MostRows = 1_048_576;
    private const int MostColumns = 16_384;

    /// <summary>A sheet.</summary>
    /// <param name="name">Any text; a workbook makes it fit (31 characters, none of <c>[ ] : * ? / \</c>, alone of its name).</param>
    /// <param name="columns">1 to 16,384 columns.</param>
    /// <param name="rows">At most 1,048,575 rows with one cell per column, each of the column's kind or empty.</param>
    /// <exception cref="ArgumentException">Too many or too few, a row with another number of cells, or a cell of another kind.</exception>
    public Sheet(string name, IReadOnlyList<SheetColumn> columns, IReadOnlyList<IReadOnlyList<Cell>> rows)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        if (columns.Count is 0 or > MostColumns)
        {
            throw new ArgumentException($"A sheet has 1 to {MostColumns} columns.", nameof(columns));
        }

        if (rows.Count >= MostRows)
        {
            throw new ArgumentException($"A sheet has at most {MostRows - 1} rows below its headers.", nameof(rows));
        }

        for (var row = 0; row < rows.Count; row++)
        {
            Check(columns, rows[row], row + 1);
        }

        (Name, Columns, Rows) = (name, columns, rows);
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>The columns, from the left.</summary>
    public IReadOnlyList<SheetColumn> Columns { get; }

    /// <summary>The rows below the headers.</summary>
    public IReadOnlyList<IReadOnlyList<Cell>> Rows { get; }

    private static void Check(IReadOnlyList<SheetColumn> columns, IReadOnlyList<Cell> cells, int row)
    {
        if (cells.Count != columns.Count)
        {
            throw new ArgumentException(
                $"Row {row} has {cells.Count} cells for {columns.Count} columns.",
                nameof(cells)
            );
        }

        for (var column = 0; column < cells.Count; column++)
        {
            var fits = cells[column] switch
            {
                EmptyCell => true,
                TextCell => columns[column].Kind == CellKind.Text,
                NumberCell => columns[column].Kind == CellKind.Number,
                DateCell => columns[column].Kind == CellKind.Date,
                MomentCell => columns[column].Kind == CellKind.Moment,
                BooleanCell => columns[column].Kind == CellKind.Boolean,
                _ => false,
            };
            if (!fits)
            {
                throw new ArgumentException(
                    $"Row {row}, column {column + 1} holds no {columns[column].Kind}.",
                    nameof(cells)
                );
            }
        }
    }
}

/// <summary>A column of a <see cref="Sheet"/>.</summary>
/// <param name="Header">What its cells hold. A workbook cuts it at 255 characters, and numbers those that are empty or alike.</param>
/// <param name="Kind">The kind of its cells.</param>
public sealed record SheetColumn(string Header, CellKind Kind = CellKind.Text)
{
    /// <summary>
    /// Its width in characters, above 0 and at most 255; null to find it from the content. Otherwise
    /// <see cref="ArgumentOutOfRangeException"/>.
    /// </summary>
    public double? Width
    {
        get;
        init =>
            field = value is null or (> 0 and <= 255)
                ? value
                : throw new ArgumentOutOfRangeException(nameof(value), value, "A column is up to 255 characters wide.");
    }

    /// <summary>A column of text.</summary>
    /// <param name="header">What its cells hold.</param>
    public static implicit operator SheetColumn(string header) => new(header);
}
