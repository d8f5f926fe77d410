namespace Endre.Documents.TextDocuments;

/// <summary>A table of data. Its first row is its column headers, marked as such and repeated on each page.</summary>
public sealed record Table : Block
{
    /// <summary>What Word can show.</summary>
    private const int MostColumns = 63;

    /// <summary>A table.</summary>
    /// <param name="columns">1 to 63 columns.</param>
    /// <param name="rows">Rows with one cell per column; none is allowed.</param>
    /// <exception cref="ArgumentException">There are no columns or too many, or a row has another number of cells.</exception>
    public Table(IReadOnlyList<TableColumn> columns, IReadOnlyList<TableRow> rows)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        if (columns.Count is 0 or > MostColumns)
        {
            throw new ArgumentException($"A table has 1 to {MostColumns} columns.", nameof(columns));
        }

        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Cells.Count != columns.Count)
            {
                throw new ArgumentException(
                    $"Row {i + 1} has {rows[i].Cells.Count} cells for {columns.Count} columns.",
                    nameof(rows)
                );
            }
        }

        (Columns, Rows) = (columns, rows);
    }

    /// <summary>The columns, from the left.</summary>
    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>The rows below the headers.</summary>
    public IReadOnlyList<TableRow> Rows { get; }

    /// <summary>What the table shows, written above it with a number («Tabell 1: …») and given to screen readers as its title.</summary>
    public string? Caption { get; init; }

    /// <summary>Does the first cell of each row name the row?</summary>
    public bool HasRowHeaders { get; init; }
}

/// <summary>A column of a <see cref="Table"/>.</summary>
/// <param name="Header">What its cells hold.</param>
/// <param name="Width">Its share of the width relative to the other columns', above 0; otherwise <see cref="ArgumentOutOfRangeException"/>.</param>
public sealed record TableColumn(string Header, double Width = 1)
{
    /// <summary>Its share of the width relative to the other columns'.</summary>
    public double Width { get; } =
        double.IsFinite(Width) && Width > 0
            ? Width
            : throw new ArgumentOutOfRangeException(nameof(Width), Width, "A column has a width above 0.");

    /// <summary>Are its cells numbers, set to the right?</summary>
    public bool IsNumeric { get; init; }

    /// <summary>A column as wide as the others.</summary>
    /// <param name="header">What its cells hold.</param>
    public static implicit operator TableColumn(string header) => new(header);
}

/// <summary>A row of a <see cref="Table"/>.</summary>
/// <param name="Cells">One cell per column; <see cref="RichText.Empty"/> for an empty one.</param>
public sealed record TableRow(params IReadOnlyList<RichText> Cells)
{
    /// <summary>As <see cref="Block.Anchor"/>.</summary>
    public string? Anchor { get; init; }
}
