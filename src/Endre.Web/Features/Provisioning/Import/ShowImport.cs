using Endre.Documents.Csv;
using Endre.Documents.Workbooks;
using Endre.Web.Components;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;

namespace Endre.Web.Features.Provisioning.Import;

/// <summary>What an uploaded file would change, or what is wrong in it: as a page, and to download.</summary>
internal static class ShowImport
{
    public static async Task<IResult> HandleAsync(Guid id, ImportPreviews previews, CancellationToken ct) =>
        await previews.FindAsync(id, ct) is { } preview
            ? ImportPages.Preview(await previews.PlanAsync(preview, ct))
            : Page.Of<ImportGonePage>(status: StatusCodes.Status404NotFound);

    public static async Task<IResult> FaultsAsync(
        Guid id,
        ImportPreviews previews,
        ImportSentences sentences,
        CancellationToken ct
    )
    {
        if (await previews.FindAsync(id, ct) is not { } preview)
            return ErrorResult.NotFound;
        var planned = await previews.PlanAsync(preview, ct);
        var texts = new Texts<ImportTexts>();
        var sheet = new Sheet(
            texts["Faults"],
            [new SheetColumn(texts["Row"], CellKind.Number), texts["Column"], texts["WhatIsWrong"]],
            [
                .. planned
                    .Faults.Select(sentences.Of)
                    .Select(
                        IReadOnlyList<Cell> (fault) =>
                            [fault.Row == 0 ? Cell.Empty : fault.Row, fault.Column, fault.Sentence]
                    ),
            ]
        );
        return ImportTemplate.File(
            CsvWriter.Write(sheet, ImportTemplate.Dialect),
            CsvWriter.MediaType,
            texts["FaultsFile"]
        );
    }

    public static async Task<IResult> ChangesAsync(
        Guid id,
        ImportPreviews previews,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await previews.FindAsync(id, ct) is not { } preview)
            return ErrorResult.NotFound;
        var planned = await previews.PlanAsync(preview, ct);
        var sections = planned.Plan is null ? [] : ImportSections.Of(planned.Plan);
        if (sections.Count == 0)
            return ErrorResult.NotFound;
        var texts = new Texts<ImportTexts>();
        var book = new Workbook
        {
            Title = texts["Changes"],
            Language = ImportTemplate.DocumentLanguage,
            CreatedAt = clock.GetUtcNow(),
            Sheets =
            [
                .. sections.Select(section => new Sheet(
                    section.Title,
                    [.. section.Columns.Select(column => new SheetColumn(column))],
                    [.. section.Rows.Select(IReadOnlyList<Cell> (row) => [.. row.Select(text => (Cell)text)])]
                )),
            ],
        };
        return ImportTemplate.File(XlsxWriter.Write(book), XlsxWriter.MediaType, texts["ChangesFile"]);
    }

    public static IResult Done(int units, int people, int places, int ended) =>
        Page.Of<ImportDonePage>(
            new
            {
                Units = units,
                People = people,
                Places = places,
                Ended = ended,
            }
        );
}

/// <summary>The page of a preview, wherever one comes from.</summary>
internal static class ImportPages
{
    public static IResult Preview(PlannedImport planned, bool hasChanged = false, string? choiceFault = null)
    {
        var sentences = new ImportSentences();
        return Page.Of<PreviewImportPage>(
            new
            {
                View = new ImportView(
                    planned.Preview.Id,
                    planned.Preview.FileName,
                    planned.Rows,
                    planned.Plan?.Fingerprint,
                    planned.Plan is null ? [] : ImportSections.Of(planned.Plan),
                    [.. planned.Faults.Select(sentences.Of)]
                )
                {
                    UnchangedPeople = planned.Plan?.UnchangedPeople ?? 0,
                    UnchangedUnits = planned.Plan?.UnchangedUnits ?? 0,
                    Missing = planned.Plan is { } plan ? [.. plan.Missing.Select(who => who.Name)] : [],
                    Ignored = planned.Plan is { } read ? [.. read.Ignored] : [],
                    EndsMissing = planned.Preview.EndsMissing,
                    SuccessorEmail = planned.SuccessorEmail,
                    HasChanged = hasChanged,
                    ChoiceFault = choiceFault,
                },
            },
            hasChanged || choiceFault is not null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK
        );
    }
}

/// <summary>What the page of a preview shows.</summary>
public sealed record ImportView(
    Guid Id,
    string FileName,
    int Rows,
    string? Fingerprint,
    IReadOnlyList<ImportSection> Sections,
    IReadOnlyList<FaultLine> Faults
)
{
    public int UnchangedPeople { get; init; }

    public int UnchangedUnits { get; init; }

    public IReadOnlyList<string> Missing { get; init; } = [];

    public IReadOnlyList<string> Ignored { get; init; } = [];

    public bool EndsMissing { get; init; }

    public string? SuccessorEmail { get; init; }

    public bool HasChanged { get; init; }

    public string? ChoiceFault { get; init; }
}

/// <summary>One kind of change, as a table.</summary>
public sealed record ImportSection(
    string Key,
    string Title,
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows
);

/// <summary>What is wrong, in words.</summary>
public sealed record FaultLine(int Row, string Column, string Sentence, string Whole);
