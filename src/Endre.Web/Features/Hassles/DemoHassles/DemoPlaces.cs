using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Places;
using Endre.Storage;
using Endre.Storage.Places;
using Endre.Web.Features.Demo;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles.DemoHassles;

/// <summary>Rooms, cars and equipment in Fjordvik, with codes at them.</summary>
internal static class DemoPlaces
{
    public const string Base = "Basen";
    public const string Medicine = "Medisinrommet";
    public const string Garage = "Garasjen";
    public const string Car = "Bil 2";
    public const string DutyRoom = "Vaktrommet";
    private const string Corridor = "Gangen i 3. etasje";
    private const string Lift = "Heis B";

    private static readonly IReadOnlyList<(string Unit, string Word, string Place)> Words =
    [
        (DemoUnits.HomeCareNorth, "bil 4", "Bil 4"),
        (DemoUnits.HomeCareNorth, "Kilometer", Car),
        (DemoUnits.HomeCareNorth, "ferga", Car),
        (DemoUnits.HomeCareNorth, "dosetter", Medicine),
        (DemoUnits.HomeCareNorth, "Sårutstyr", Medicine),
        (DemoUnits.HomeCareSouth, "lageret", "Lageret"),
        (DemoUnits.NursingHome, "Vaskerommet", "Vaskerommet"),
        (DemoUnits.NursingHome, "aktivitetsrommet", "Aktivitetsrommet"),
        (DemoUnits.NursingHome, "heisen er treg", Lift),
        (DemoUnits.NursingHome, "Medisinrommet", Medicine),
        (DemoUnits.NursingHome, "primærkontakt", DutyRoom),
        (DemoUnits.NursingHome, "legevisitten", DutyRoom),
        (DemoUnits.NursingHome, "Dørklokka", DutyRoom),
        (DemoUnits.NursingHome, "skjema for fall", DutyRoom),
        (DemoUnits.NursingHome, "Rullestolene", Corridor),
        (DemoUnits.NursingHome, "gangen", Corridor),
    ];

    private static readonly IReadOnlyList<(string Unit, string Places)> All =
    [
        (
            DemoUnits.HomeCareNorth,
            $"""
            {Base}
            {Medicine}
            {Medicine}; Blodtrykksapparat 3
            {Car}
            Bil 4
            """
        ),
        (
            DemoUnits.HomeCareSouth,
            $"""
            {Garage}
            Lageret
            """
        ),
        (
            DemoUnits.NursingHome,
            $"""
            {DutyRoom}
            {DutyRoom}; Skriver
            {Medicine}
            {Corridor}
            Vaskerommet
            Aktivitetsrommet
            Skyllerom 1 (2. etasje)
            Skyllerom 2 (3. etasje)
            Skyllerom 2 (3. etasje); Dekontaminator
            {Lift}
            """
        ),
    ];

    /// <summary>Makes them, unless there are some.</summary>
    public static async Task MakeAsync(
        EndreContext database,
        DemoMunicipality demo,
        DateOnly today,
        CancellationToken ct
    )
    {
        if (await database.Places.AnyAsync(ct))
        {
            return;
        }
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (unit, places) in All)
        {
            taken.Add(PlaceCode.Of(demo.Unit(unit).Id));
            foreach (var line in PlaceList.Read(places, []).New)
            {
                database.AddPlace(Guid.CreateVersion7(), demo.Unit(unit).Id, line, today.AddDays(-70), taken);
            }
        }
        await database.SaveChangesAsync(ct);
    }

    /// <summary>Where something of the past was said, by what it is about; null for what is about no place.</summary>
    public static string? Of(string unit, string text) =>
        Words
            .Where(word => word.Unit == unit && text.Contains(word.Word, StringComparison.Ordinal))
            .Select(word => word.Place)
            .FirstOrDefault();

    /// <summary>Where something in the demo was said, or null; the place is told as it is read.</summary>
    public static async Task<Guid?> FindAsync(EndreContext database, Guid unit, string? title, CancellationToken ct) =>
        title is null
            ? null
            : (await database.ReadPlacesAsync([unit], ct)).FirstOrDefault(place => place.Title == title)?.Id;
}
