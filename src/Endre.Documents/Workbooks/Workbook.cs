namespace Endre.Documents.Workbooks;

/// <summary>A workbook of sheets: what <see cref="XlsxWriter"/> writes.</summary>
public sealed record Workbook
{
    /// <summary>The title, for the file's properties. Empty is refused with <see cref="ArgumentException"/>.</summary>
    public required string Title
    {
        get;
        init =>
            field = string.IsNullOrWhiteSpace(value)
                ? throw new ArgumentException("A workbook has a title.", nameof(value))
                : value;
    }

    /// <summary>What it is about, for the file's properties.</summary>
    public string? Subject { get; init; }

    /// <summary>Who wrote it, for the file's properties; the organization when not given.</summary>
    public string? Author { get; init; }

    /// <summary>Whose workbook it is, for the file's properties.</summary>
    public string? Organization { get; init; }

    /// <summary>The language of the texts.</summary>
    public DocumentLanguage Language { get; init; } = DocumentLanguage.Bokmal;

    /// <summary>When it was made; the same instant gives the same bytes.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>At least one sheet; otherwise <see cref="ArgumentException"/>.</summary>
    public required IReadOnlyList<Sheet> Sheets
    {
        get;
        init =>
            field = value is { Count: > 0 }
                ? value
                : throw new ArgumentException("A workbook has at least one sheet.", nameof(value));
    }
}
