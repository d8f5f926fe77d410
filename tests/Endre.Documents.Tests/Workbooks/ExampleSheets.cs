using Endre.Documents.Workbooks;

namespace Endre.Documents.Tests.Workbooks;

/// <summary>What a workshop gives a spreadsheet.</summary>
public static class ExampleSheets
{
    public static Sheet Notes() =>
        new(
            "Lapper",
            [
                new("Lapp") { Width = 50 },
                "Gruppe",
                new("Stemmer", CellKind.Number),
                new("Frist", CellKind.Date),
                new("Skrevet", CellKind.Moment),
                new("Kan vi selv", CellKind.Boolean),
            ],
            [
                [
                    "Fast ti-minutter etter rapport",
                    "Hjemmetjenesten",
                    14,
                    new DateOnly(2026, 6, 1),
                    new DateTime(2026, 5, 12, 9, 30, 15, DateTimeKind.Unspecified),
                    true,
                ],
                ["Tavle på vaktrommet;\n«alle» går \"forbi\"", "Čáhppe", 9.5m, Cell.Empty, Cell.Empty, false],
                ["=1+1", "+4799999999", -3, new DateOnly(1899, 12, 31), Cell.Empty, Cell.Empty],
            ]
        );

    public static Workbook Make(params IReadOnlyList<Sheet> sheets) =>
        new()
        {
            Title = "Hva mobiliserer oss?",
            Organization = "Fjordvik kommune",
            CreatedAt = new(2026, 5, 12, 14, 30, 0, TimeSpan.FromHours(2)),
            Sheets = sheets.Count > 0 ? sheets : [Notes()],
        };
}
