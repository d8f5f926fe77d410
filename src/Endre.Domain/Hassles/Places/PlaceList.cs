using System.Collections.Immutable;
using System.Globalization;
using Endre.Domain.Shared;

namespace Endre.Domain.Hassles.Places;

/// <summary>A place that somebody wants, as it was typed.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Equipment">The thing that the code is fixed to, or null.</param>
public sealed record PlaceLine(string Name, string? Equipment);

/// <summary>Why a line was not taken.</summary>
/// <param name="Line">Which line, from 1; 0 when it is about all of them.</param>
/// <param name="Refusal">Why.</param>
public sealed record PlaceLineFault(int Line, Refusal Refusal);

/// <summary>
/// Places pasted as a list: one a line, a thing after a semicolon or in the next column of a sheet. All are taken or none.
/// </summary>
/// <param name="New">Those to make; empty when there is a fault, or when all are there already.</param>
/// <param name="Faults">Why none is taken; empty when all are.</param>
public sealed record PlaceList(ImmutableArray<PlaceLine> New, ImmutableArray<PlaceLineFault> Faults)
{
    private static readonly char[] Columns = [';', '\t'];

    /// <summary>Reads a list for a unit.</summary>
    /// <param name="typed">As it came from outside; empty lines are passed over, and counted.</param>
    /// <param name="there">The places that the unit has, also those that are retired.</param>
    /// <returns>
    /// The list. Refused: <c>PlaceNameMissing</c>, <c>PlaceTwice</c>, <c>PlaceIsThere</c>, <c>PlacesTooMany</c>, or what
    /// <see cref="FreeText"/> says. Field: <c>places</c>.
    /// </returns>
    public static PlaceList Read(string? typed, IReadOnlyCollection<Place> there)
    {
        ArgumentNullException.ThrowIfNull(there);
        var used = there.Where(place => !place.IsRetired).Select(place => place.Title).ToHashSet(Same);
        var lines = ImmutableArray.CreateBuilder<PlaceLine>();
        var faults = ImmutableArray.CreateBuilder<PlaceLineFault>();
        var first = new Dictionary<string, int>(Same);
        var number = 0;
        foreach (var line in (typed ?? "").ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }
            if (Read(line, out var read) is { } refusal)
            {
                faults.Add(new PlaceLineFault(number, refusal));
                continue;
            }
            var title = Place.TitleOf(read.Name, read.Equipment);
            if (!first.TryAdd(title, number))
            {
                faults.Add(new PlaceLineFault(number, Twice(title, first[title])));
                continue;
            }
            lines.Add(read);
        }
        if (faults.Count == 0 && lines.Count == 0)
        {
            faults.Add(new PlaceLineFault(0, new Refusal("PlaceNameMissing", "places")));
        }
        // The same list once more, since the button was pressed twice: it is done already.
        if (lines.All(line => used.Contains(TitleOf(line))))
        {
            return new PlaceList([], faults.ToImmutable());
        }
        faults.AddRange(
            first
                .Where(line => used.Contains(line.Key))
                .Select(line => new PlaceLineFault(line.Value, new Refusal("PlaceIsThere", "places", line.Key)))
        );
        if (used.Count + lines.Count > Place.MostInUnit)
        {
            faults.Add(new PlaceLineFault(0, PlaceRules.TooMany(used.Count + lines.Count, "places")));
        }
        return faults.Count == 0
            ? new PlaceList(lines.ToImmutable(), [])
            : new PlaceList([], [.. faults.OrderBy(fault => fault.Line)]);
    }

    // What differs in capitals only, nobody tells apart on a door.
    internal static readonly StringComparer Same = StringComparer.OrdinalIgnoreCase;

    private static Refusal? Read(string line, out PlaceLine read)
    {
        var parts = line.Split(Columns, 2);
        return PlaceRules.Name(parts[0], parts is [_, var thing] ? thing : null, "places", "places", out read);
    }

    private static string TitleOf(PlaceLine line) => Place.TitleOf(line.Name, line.Equipment);

    private static Refusal Twice(string title, int first) =>
        new("PlaceTwice", "places", title, first.ToString(CultureInfo.InvariantCulture));
}
