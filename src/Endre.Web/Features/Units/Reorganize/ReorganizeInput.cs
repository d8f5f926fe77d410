using System.Collections.Immutable;
using System.Globalization;
using Endre.Domain.Organizations;
using Endre.Web.Components.Forms;

namespace Endre.Web.Features.Units.Reorganize;

/// <summary>What stands in the form by which a unit ends.</summary>
/// <param name="Id">The unit.</param>
/// <param name="Version">The version that the person saw.</param>
/// <param name="With">Others that are merged at the same time, and their versions.</param>
/// <param name="IntoId">The existing unit that takes over.</param>
/// <param name="PeopleToId">Where people go when none takes over.</param>
/// <param name="Parts">What it is split into; for a merger, the new unit is the first.</param>
/// <param name="Heir">Which of the parts inherits, from 1.</param>
/// <param name="Places">The part for each position, from 1.</param>
/// <param name="Rest">The part for those who are placed in none.</param>
public sealed record ReorganizeInput(
    Guid Id,
    int Version,
    ImmutableArray<SeenUnit> With,
    Guid? IntoId,
    Guid? PeopleToId,
    ImmutableArray<PartInput> Parts,
    int? Heir,
    ImmutableDictionary<Guid, int> Places,
    int? Rest
)
{
    /// <summary>The most parts at a time.</summary>
    public const int MostParts = 8;

    private const string PlacePrefix = "place-";

    public static ReorganizeInput Of(IFormCollection form, Guid id, int parts, Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new ReorganizeInput(
            id,
            form.Number("version") ?? 0,
            [.. form["with"].Select(Seen).OfType<SeenUnit>().Where(unit => unit.Id != id).DistinctBy(unit => unit.Id)],
            form.Id("intoId") ?? form.Id("heirId"),
            form.Id("peopleToId"),
            [
                .. Enumerable
                    .Range(1, Math.Clamp(parts, 1, MostParts))
                    .Select(number => PartInput.Of(form, number, newId)),
            ],
            form.Number("heir"),
            form.Where(field => field.Key.StartsWith(PlacePrefix, StringComparison.Ordinal))
                .Select(field =>
                    (
                        Id: Guid.TryParseExact(field.Key.AsSpan(PlacePrefix.Length), "D", out var place)
                            ? place
                            : Guid.Empty,
                        Part: int.TryParse(field.Value, CultureInfo.InvariantCulture, out var part) ? part : 0
                    )
                )
                .Where(field => field.Part > 0 && field.Id != Guid.Empty)
                .ToImmutableDictionary(field => field.Id, field => field.Part),
            form.Number("rest")
        );
    }

    /// <summary>The command to merge into one.</summary>
    public MergeUnits ToMerge() =>
        new(
            [new SeenUnit(Id, Version), .. With],
            IntoId,
            IntoId is null && Parts[0].Name?.Trim() is { Length: > 0 } ? Parts[0].ToNew() : null
        );

    /// <summary>The command to split. Parts that nothing is said of are not there.</summary>
    /// <param name="positions">The positions of the unit now.</param>
    public SplitUnit ToSplit(IEnumerable<Position> positions)
    {
        var ids = Parts.Select(part => part.IsEmpty ? (Guid?)null : part.UnitId ?? part.NewId).ToList();
        Guid? IdOf(int? number) => number is { } n && n > 0 && n <= ids.Count ? ids[n - 1] : null;
        var places = positions
            .Select(position => (position.Id, To: IdOf(Places.TryGetValue(position.Id, out var part) ? part : Rest)))
            .Where(place => place.To is not null)
            .ToImmutableDictionary(place => place.Id, place => place.To!.Value);
        return new SplitUnit(
            Id,
            Version,
            [.. Parts.Select(part => part.UnitId).OfType<Guid>()],
            [.. Parts.Where(part => part.UnitId is null && !part.IsEmpty).Select(part => part.ToNew())],
            IdOf(Heir) ?? Guid.Empty,
            places
        );
    }

    /// <summary>
    /// The field on the page of a field that a rule names: the rules count new units only, the page counts all parts.
    /// </summary>
    public string FieldOf(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (
            !field.StartsWith("new", StringComparison.Ordinal)
            || field.Split('-', 2) is not [var start, var rest]
            || !int.TryParse(start.AsSpan(3), CultureInfo.InvariantCulture, out var number)
        )
        {
            return field;
        }
        var places = Parts.Index().Where(part => part.Item.UnitId is null && !part.Item.IsEmpty).ToList();
        return number <= places.Count ? $"new{places[number - 1].Index + 1}-{rest}" : field;
    }

    // "id:version", as the page wrote it.
    private static SeenUnit? Seen(string? text) =>
        text?.Split(':') is [var id, var version]
        && Guid.TryParse(id, out var unit)
        && int.TryParse(version, CultureInfo.InvariantCulture, out var seen)
            ? new SeenUnit(unit, seen)
            : null;
}

/// <summary>One of the units that take over: an existing one, or a new one.</summary>
public sealed record PartInput(
    Guid NewId,
    Guid? UnitId,
    string? Name,
    string? Kind,
    string? Code,
    Guid? ParentId,
    Guid? LeaderId
)
{
    public bool IsEmpty => UnitId is null && string.IsNullOrWhiteSpace(Name);

    public static PartInput Of(IFormCollection form, int number, Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(newId);
        var id = form.Id($"new{number}-id") is { Version: 7 } given ? given : newId();
        return new PartInput(
            id,
            form.Id($"part{number}"),
            form.Text($"new{number}-name"),
            form.Text($"new{number}-kind"),
            form.Text($"new{number}-code"),
            form.Id($"new{number}-parentId"),
            form.Id($"new{number}-leaderId")
        );
    }

    public NewUnit ToNew() => new(NewId, ParentId, Name, Kind, Code, LeaderId);
}
