using System.Collections.Immutable;
using System.Globalization;
using System.Net.Mail;
using Endre.Domain.Shared;

namespace Endre.Domain.Organizations.Importing;

/// <summary>A row, understood. What was empty is null: an empty cell leaves what is known as it is.</summary>
internal sealed record ImportLine(int Row)
{
    public string? Number { get; init; }

    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Unit { get; init; }

    public string? UnitCode { get; init; }

    public string? Parent { get; init; }

    public string? Kind { get; init; }

    public string? Title { get; init; }

    public ImmutableArray<string> Roles { get; init; } = [UnitRole.Employee];

    public string? Affiliation { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>The columns whose cell cannot be used, and is null here; it has been told.</summary>
    public ImmutableHashSet<ImportColumn> Unread { get; init; } = [];

    public bool IsPerson =>
        Number is not null
        || Name is not null
        || Email is not null
        || Unread.Overlaps([ImportColumn.EmployeeNumber, ImportColumn.Name, ImportColumn.Email]);

    public bool HasUnit => Unit is not null || UnitCode is not null;
}

/// <summary>Reads the cells of the rows.</summary>
internal sealed class ImportLines
{
    private readonly Dictionary<ImportColumn, int> _places = [];
    private readonly List<ImportFault> _faults;

    public ImportLines(ImportTable table, List<ImportFault> faults)
    {
        _faults = faults;
        var ignored = new List<string>();
        foreach (var (place, heading) in table.Header.Index())
        {
            if (ImportWords.Column(heading) is not { } column)
            {
                if (heading.Trim().Length > 0)
                {
                    ignored.Add(heading.Trim());
                }
            }
            else if (!_places.TryAdd(column, place))
            {
                Fault(1, column, "HeadingTwice", heading.Trim());
            }
        }
        Ignored = [.. ignored];
        if (!Has(ImportColumn.Email) && !Has(ImportColumn.EmployeeNumber) && !Has(ImportColumn.Unit))
        {
            Fault(1, null, "HeadingMissing");
        }
        Lines = faults.Count > 0 ? [] : [.. table.Rows.Select(Read).OfType<ImportLine>()];
    }

    public ImmutableArray<string> Ignored { get; }

    public ImmutableArray<ImportLine> Lines { get; }

    public bool Has(ImportColumn column) => _places.ContainsKey(column);

    private ImportLine? Read(ImportRow row)
    {
        var before = _faults.Count;
        // A kind that nobody knows is still a kind: the row opens a unit.
        var kind = Word(row, ImportColumn.UnitKind, "KindUnknown", ImportWords.Kind);
        var line = new ImportLine(row.Number)
        {
            Number = Text(row, ImportColumn.EmployeeNumber, 200),
            Name = Text(row, ImportColumn.Name, 100),
            Email = ReadEmail(row),
            Unit = Text(row, ImportColumn.Unit, 2_000),
            UnitCode = Text(row, ImportColumn.UnitCode, 100),
            Parent = Text(row, ImportColumn.ParentUnit, 2_000),
            Kind = _faults.Count > before ? UnitDeclaration.UnreadKind : kind,
            Title = Text(row, ImportColumn.Title, 200),
            Roles = ReadRoles(row),
            Affiliation = Word(row, ImportColumn.Affiliation, "AffiliationUnknown", ImportWords.Tie),
            From = Date(row, ImportColumn.From),
            To = Date(row, ImportColumn.To),
        };
        if (line.To < line.From)
        {
            Fault(row.Number, ImportColumn.To, "ToBeforeFrom");
        }
        line = line with { Unread = [.. _faults.Skip(before).Select(fault => fault.Column).OfType<ImportColumn>()] };
        if (line is { IsPerson: true, Number: null, Email: null } && !IsHalfRead(line))
        {
            Fault(row.Number, ImportColumn.Email, "PersonUnknown");
        }
        var isEmpty = line is { IsPerson: false, HasUnit: false };
        if (isEmpty && _faults.Count == before && row.Fields.Any(field => !string.IsNullOrWhiteSpace(field)))
        {
            Fault(row.Number, null, "RowSaysNothing");
        }
        return isEmpty ? null : line;
    }

    private static bool IsHalfRead(ImportLine line) =>
        line.Unread.Overlaps([ImportColumn.EmployeeNumber, ImportColumn.Email]);

    private string? Text(ImportRow row, ImportColumn column, int longest)
    {
        if (!_places.TryGetValue(column, out var place) || place >= row.Fields.Length)
        {
            return null;
        }
        if (FreeText.Accept(row.Fields[place], longest, column.ToString(), out var clean) is { } refusal)
        {
            Fault(row.Number, column, refusal.Reason, [.. refusal.Details]);
            return null;
        }
        // A name stands on one line, whatever a cell can hold.
        clean = string.Join(' ', clean.Split(' ', '\n', '\t').Where(part => part.Length > 0));
        return clean.Length == 0 ? null : clean;
    }

    private string? ReadEmail(ImportRow row)
    {
        var text = Text(row, ImportColumn.Email, 200);
        if (text is null || (MailAddress.TryCreate(text, out var address) && address.Address == text))
        {
            return text;
        }
        Fault(row.Number, ImportColumn.Email, "EmailInvalid", text);
        return null;
    }

    private string? Word(ImportRow row, ImportColumn column, string reason, Func<string, string?> understand)
    {
        if (Text(row, column, 100) is not { } text)
        {
            return null;
        }
        var word = understand(text);
        if (word is null)
        {
            Fault(row.Number, column, reason, text);
        }
        return word;
    }

    private ImmutableArray<string> ReadRoles(ImportRow row)
    {
        if (Text(row, ImportColumn.Role, 500) is not { } text)
        {
            return [UnitRole.Employee];
        }
        var roles = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var word in text.Split([',', ';', '|', '/', '+'], StringSplitOptions.TrimEntries))
        {
            if (word.Length > 0 && ImportWords.Role(word) is { } role)
            {
                roles.Add(role);
            }
            else if (word.Length > 0)
            {
                Fault(row.Number, ImportColumn.Role, "RoleUnknown", word);
            }
        }
        return roles.Count == 0 ? [UnitRole.Employee] : [.. roles];
    }

    private static readonly string[] DateForms =
    [
        "yyyy-MM-dd",
        "yyyy-M-d",
        "dd.MM.yyyy",
        "d.M.yyyy",
        "dd.MM.yy",
        "d.M.yy",
        "dd/MM/yyyy",
        "d/M/yyyy",
        "yyyyMMdd",
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm:ss",
        "dd.MM.yyyy HH:mm:ss",
    ];

    private DateOnly? Date(ImportRow row, ImportColumn column)
    {
        if (Text(row, column, 40) is not { } text)
        {
            return null;
        }
        if (DateTime.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return DateOnly.FromDateTime(date);
        }
        // A spreadsheet's own count of days, where the cell lost its form: 1950 to 2119.
        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            && days is > 18_263 and < 80_000
        )
        {
            return new DateOnly(1899, 12, 30).AddDays(days);
        }
        Fault(row.Number, column, "DateInvalid", text);
        return null;
    }

    private void Fault(int row, ImportColumn? column, string reason, params ImmutableArray<string> details) =>
        _faults.Add(new ImportFault(row, column, reason, details));
}
