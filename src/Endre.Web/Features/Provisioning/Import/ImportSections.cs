using System.Globalization;
using Endre.Domain.Organizations.Importing;
using Endre.Web.Texts;

namespace Endre.Web.Features.Provisioning.Import;

/// <summary>The changes of a plan, as one table for each kind.</summary>
internal static class ImportSections
{
    private static readonly Texts<ImportTexts> T = new();

    public static IReadOnlyList<ImportSection> Of(ImportPlan plan)
    {
        var rows = plan.Changes.Select(Row).ToLookup(row => row.Key, row => row.Cells);
        return
        [
            .. Sections
                .Where(section => rows.Contains(section.Key))
                .Select(section => new ImportSection(
                    section.Key,
                    T[section.Key],
                    [.. section.Columns.Select(column => T[column])],
                    [.. rows[section.Key]]
                )),
        ];
    }

    private static readonly (string Key, string[] Columns)[] Sections =
    [
        ("UnitsAdded", ["Column_Unit", "Column_UnitKind", "Column_UnitCode"]),
        ("UnitsChanged", ["Column_Unit", "What", "Before", "After"]),
        ("PeopleAdded", ["Column_Name", "Column_Email", "Column_EmployeeNumber", "Column_Affiliation", "Column_To"]),
        ("PeopleChanged", ["Column_Name", "What", "Before", "After"]),
        ("PeopleReturned", ["Column_Name"]),
        ("PeopleEnded", ["Column_Name"]),
        ("PlacesMoved", ["Column_Name", "Column_Role", "FromUnit", "ToUnit", "Column_From"]),
        ("PlacesStarted", ["Column_Name", "Column_Unit", "Column_Role", "Column_Title", "Column_From", "Column_To"]),
        ("PlacesChanged", ["Column_Name", "Column_Unit", "What", "Before", "After"]),
        ("PlacesEnded", ["Column_Name", "Column_Unit", "Column_Role", "LastDay"]),
    ];

    private static (string Key, IReadOnlyList<string> Cells) Row(ImportChange change) =>
        change switch
        {
            ImportChange.UnitAdded c => ("UnitsAdded", [c.Path, T[$"Kind_{c.Kind}"], c.Code ?? ""]),
            ImportChange.UnitReworded { Field: "kind" } c => (
                "UnitsChanged",
                [c.Path, T["Field_kind"], T[$"Kind_{c.From}"], T[$"Kind_{c.To}"]]
            ),
            ImportChange.UnitReworded c => ("UnitsChanged", [c.Path, T[$"Field_{c.Field}"], c.From ?? "", c.To ?? ""]),
            ImportChange.UnitRelocated c => (
                "UnitsChanged",
                [c.Path, T["Field_parent"], c.From?.Path ?? T["Top"], c.To?.Path ?? T["Top"]]
            ),
            ImportChange.PersonAdded c => (
                "PeopleAdded",
                [c.Name, c.Email, c.Number ?? "", T[$"Tie_{c.Affiliation}"], Day(c.EndsOn)]
            ),
            ImportChange.PersonCorrected { Field: "affiliation" } c => (
                "PeopleChanged",
                [c.Name, T["Field_affiliation"], T[$"Tie_{c.From}"], T[$"Tie_{c.To}"]]
            ),
            ImportChange.PersonCorrected c => (
                "PeopleChanged",
                [c.Name, T[$"Field_{c.Field}"], c.From ?? "", c.To ?? ""]
            ),
            ImportChange.PersonReturned c => ("PeopleReturned", [c.Name]),
            ImportChange.PersonEnded c => ("PeopleEnded", [c.Name]),
            ImportChange.PlaceMoved c => (
                "PlacesMoved",
                [c.Who.Name, T[$"UnitRole_{c.Role}"], c.From.Path, c.To.Path, Day(c.Since)]
            ),
            ImportChange.PlaceStarted c => (
                "PlacesStarted",
                [c.Who.Name, c.Unit.Path, T[$"UnitRole_{c.Role}"], c.Title ?? "", Day(c.Since), Day(c.Until)]
            ),
            ImportChange.PlaceCorrected c => (
                "PlacesChanged",
                [c.Who.Name, c.Unit.Path, T[$"Field_{c.Field}"], c.From ?? "", c.To ?? ""]
            ),
            ImportChange.PlaceEnded c => (
                "PlacesEnded",
                [c.Who.Name, c.Unit.Path, T[$"UnitRole_{c.Role}"], Day(c.LastDay)]
            ),
            _ => throw new InvalidOperationException($"Nobody shows {change.GetType().Name}."),
        };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
