using System.Collections.Immutable;
using System.Globalization;

namespace Endre.Domain.Organizations.Importing;

/// <summary>The people as the file wants them.</summary>
internal sealed class ImportPeople
{
    private readonly ImportUnits _units;
    private readonly List<ImportFault> _faults;
    private readonly DateOnly _today;
    private readonly Dictionary<string, KnownPerson> _byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownPerson> _byEmail = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _roles;

    public ImportPeople(
        ImportSnapshot current,
        ImportLines lines,
        ImportUnits units,
        DateOnly today,
        List<ImportFault> faults
    )
    {
        (_units, _today, _faults) = (units, today, faults);
        foreach (var person in current.People.OrderBy(person => person.Id))
        {
            if (person.Number is { } number)
            {
                _byNumber.TryAdd(number, person);
            }
            if (person.Email is { } email)
            {
                _byEmail.TryAdd(email, person);
            }
        }
        _roles = RolesToldOf(lines);
        var seen = new HashSet<Guid>();
        foreach (var rows in Group([.. lines.Lines.Where(line => line.Number is not null || line.Email is not null)]))
        {
            Plan(rows, seen);
        }
        Missing =
        [
            .. current
                .People.Where(person => person is { IsActive: true, MayEnd: true } && !seen.Contains(person.Id))
                .OrderBy(person => person.Name, StringComparer.Ordinal)
                .ThenBy(person => person.Id)
                .Select(WhoIs),
        ];
    }

    public List<ImportChange> Changes { get; } = [];

    public List<ImportChange> Places { get; } = [];

    public int Unchanged { get; private set; }

    public ImmutableArray<ImportWho> Missing { get; }

    private static ImportWho WhoIs(KnownPerson person) => new(person.Id, person.Email ?? "", person.Name);

    // A file without a column of roles says who works where, and nothing of leaders; one with it is the truth of
    // leaders and deputies too. Of representatives and change agents it says only what it says.
    private static HashSet<string> RolesToldOf(ImportLines lines)
    {
        var roles = new HashSet<string>(StringComparer.Ordinal) { UnitRole.Employee };
        if (lines.Has(ImportColumn.Role))
        {
            roles.UnionWith([UnitRole.Leader, UnitRole.Deputy, .. lines.Lines.SelectMany(line => line.Roles)]);
        }
        return roles;
    }

    // One person may stand on several rows, some with the number and some with the address only.
    private List<ImmutableArray<ImportLine>> Group(ImmutableArray<ImportLine> lines)
    {
        var numberOf = new Dictionary<string, (string Number, int Row)>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Where(line => line is { Number: not null, Email: not null }))
        {
            if (!numberOf.TryAdd(line.Email!, (line.Number!, line.Row)) && numberOf[line.Email!].Number != line.Number)
            {
                Fault(line.Row, ImportColumn.Email, "EmailTwice", line.Email!, $"{numberOf[line.Email!].Row}");
            }
        }
        return
        [
            .. lines
                .GroupBy(
                    line =>
                        line.Number is { } number ? $"n{number}"
                        : numberOf.TryGetValue(line.Email!, out var found) ? $"n{found.Number}"
                        : $"e{line.Email!.ToUpperInvariant()}",
                    StringComparer.Ordinal
                )
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => group.OrderBy(line => line.Row).ToImmutableArray()),
        ];
    }

    private void Plan(ImmutableArray<ImportLine> rows, HashSet<Guid> seen)
    {
        var before = _faults.Count;
        var number = One(rows, ImportColumn.EmployeeNumber, row => row.Number);
        var email = One(rows, ImportColumn.Email, row => row.Email);
        var name = One(rows, ImportColumn.Name, row => row.Name);
        var tie = One(rows, ImportColumn.Affiliation, row => row.Affiliation);
        var isOne = _faults.Count == before;
        var known = isOne ? Find(rows[0], number, email) : null;
        isOne = _faults.Count == before;
        var wanted = ImportPlaces.Wanted(rows, _units, _faults);
        if (isOne && known is null)
        {
            RequireNew(rows, name, email);
        }
        if (_faults.Count > before)
        {
            return;
        }
        DateOnly? endsOn =
            (tie ?? known?.Affiliation) is null or Affiliation.Permanent || rows.Any(row => row.To is null)
                ? null
                : rows.Max(row => row.To);
        if (known is not null)
        {
            if (!seen.Add(known.Id))
            {
                Fault(rows[0].Row, ImportColumn.Email, "PersonTwice", known.Name);
                return;
            }
            Correct(known, rows, (number, name, email, tie, endsOn), wanted);
        }
        else
        {
            Add(rows, (number, name, email, tie, endsOn), wanted);
        }
    }

    private KnownPerson? Find(ImportLine row, string? number, string? email)
    {
        var byNumber = number is null ? null : _byNumber.GetValueOrDefault(number);
        var byEmail = email is null ? null : _byEmail.GetValueOrDefault(email);
        if (byNumber is not null && byEmail is not null && byNumber.Id != byEmail.Id)
        {
            Fault(row.Row, ImportColumn.Email, "EmailTaken", email!, byEmail.Name);
        }
        else if (byNumber is null && byEmail?.Number is { } other && number is not null && other != number)
        {
            Fault(row.Row, ImportColumn.EmployeeNumber, "NumberIsAnother", byEmail.Name, other);
        }
        return byNumber ?? byEmail;
    }

    private void RequireNew(ImmutableArray<ImportLine> rows, string? name, string? email)
    {
        if (name is null && !rows.Any(row => row.Unread.Contains(ImportColumn.Name)))
        {
            Fault(rows[0].Row, ImportColumn.Name, "NameMissing");
        }
        if (email is null && !rows.Any(row => row.Unread.Contains(ImportColumn.Email)))
        {
            Fault(rows[0].Row, ImportColumn.Email, "EmailMissing");
        }
    }

    private void Add(
        ImmutableArray<ImportLine> rows,
        (string? Number, string? Name, string? Email, string? Tie, DateOnly? EndsOn) told,
        ImmutableArray<WantedPlace> wanted
    )
    {
        // One that could not be read has been told.
        if (told.Name is null || told.Email is null)
        {
            return;
        }
        // Somebody who had left before anybody heard of them is not made.
        if (rows.All(row => row.To < _today))
        {
            Unchanged++;
            return;
        }
        Changes.Add(
            new ImportChange.PersonAdded(
                told.Email,
                told.Name,
                told.Number,
                told.Tie ?? Affiliation.Permanent,
                told.EndsOn
            )
        );
        var who = new ImportWho(Id: null, told.Email, told.Name);
        Places.AddRange(wanted.Where(place => !(place.Until < _today)).Select(place => place.Start(who)));
    }

    private void Correct(
        KnownPerson known,
        ImmutableArray<ImportLine> rows,
        (string? Number, string? Name, string? Email, string? Tie, DateOnly? EndsOn) told,
        ImmutableArray<WantedPlace> wanted
    )
    {
        var (changes, places) = (Changes.Count, Places.Count);
        var name = told.Name ?? known.Name;
        Correct("name", known.Name, told.Name);
        Correct("email", known.Email, told.Email);
        Correct("number", known.Number, told.Number);
        Correct("affiliation", known.Affiliation, told.Tie);
        Correct("endsOn", Iso(known.EndsOn), Iso(told.EndsOn));
        if (!known.IsActive && rows.Any(row => !(row.To < _today)))
        {
            Changes.Add(new ImportChange.PersonReturned(known.Id, name));
        }
        var who = new ImportWho(known.Id, told.Email ?? known.Email ?? "", name);
        Places.AddRange(new ImportPlaces(_units, _roles, _today).Changes(who, known.Places, wanted));
        Unchanged += changes == Changes.Count && places == Places.Count ? 1 : 0;

        void Correct(string field, string? from, string? to)
        {
            if (to is not null && to != from)
            {
                Changes.Add(new ImportChange.PersonCorrected(known.Id, name, field, from, to));
            }
        }
    }

    private string? One(ImmutableArray<ImportLine> rows, ImportColumn column, Func<ImportLine, string?> read)
    {
        string? value = null;
        var first = 0;
        foreach (var row in rows)
        {
            if (read(row) is not { } told)
            {
                continue;
            }
            if (value is null)
            {
                (value, first) = (told, row.Row);
            }
            else if (
                column == ImportColumn.Email
                    ? !string.Equals(told, value, StringComparison.OrdinalIgnoreCase)
                    : told != value
            )
            {
                Fault(row.Row, column, "RowsDisagree", $"{first}", value, told);
            }
            // Of two spellings of an address the same one is always taken, whatever the order of the rows.
            else if (string.CompareOrdinal(told, value) < 0)
            {
                value = told;
            }
        }
        return value;
    }

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Fault(int row, ImportColumn column, string reason, params ImmutableArray<string> details) =>
        _faults.Add(new ImportFault(row, column, reason, details));
}
