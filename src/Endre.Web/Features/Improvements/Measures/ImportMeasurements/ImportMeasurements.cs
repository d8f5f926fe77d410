using System.Globalization;
using System.Text;
using Endre.Domain.Improvements.Measures;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Improvements.Measures;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Improvements.Measures.Shared;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;

namespace Endre.Web.Features.Improvements.Measures.ImportMeasurements;

/// <summary>
/// <c>/forbedringer/{id}/maltall/{measureId}/import</c>: many numbers at once, pasted or from a file. What would happen is shown
/// first, and the list lies in the page meanwhile: nothing is stored before the button.
/// </summary>
internal sealed class ImportMeasurements(EndreContext database, MeasureScope scope)
{
    public static Task<IResult> ShowAsync(Guid id, Guid measureId, ImportMeasurements import, CancellationToken ct) =>
        import.WithAsync(
            id,
            measureId,
            at => Task.FromResult(FormOf(at, typed: null, first: null, FormFaults.None)),
            ct
        );

    public static async Task<IResult> PreviewAsync(
        HttpContext context,
        Guid id,
        Guid measureId,
        ImportMeasurements import
    )
    {
        var ct = context.RequestAborted;
        var form = await context.Request.ReadFormAsync(ct);
        return await import.WithAsync(id, measureId, at => import.PreviewAsync(at, form, ct), ct);
    }

    public static async Task<IResult> StoreAsync(
        HttpContext context,
        Guid id,
        Guid measureId,
        ImportMeasurements import
    )
    {
        var ct = context.RequestAborted;
        var form = await context.Request.ReadFormAsync(ct);
        return await import.WithAsync(id, measureId, at => import.StoreAsync(at, form, ct), ct);
    }

    private async Task<IResult> WithAsync(
        Guid id,
        Guid measureId,
        Func<MeasureAt, Task<IResult>> act,
        CancellationToken ct
    ) =>
        await scope.FindAsync(id, measureId, ct) is { Measure.IsInUse: true } at ? await act(at) : ErrorResult.NotFound;

    private async Task<IResult> PreviewAsync(MeasureAt at, IFormCollection form, CancellationToken ct)
    {
        var (typed, first) = (form.Text("list"), form.Text("first"));
        var refusal = form.Files.GetFile("file") is { Length: > 0 } file
            ? ListedRows.OfFile(await BytesAsync(file, ct), out var rows)
            : ListedRows.OfText(typed, out rows);
        if (refusal is not null)
        {
            return FormOf(at, typed, first, FormFaults.None.Add(refusal.Field!, RefusalTexts.Sentence(refusal)));
        }
        var list = MeasurementList.Read(
            at.Measure,
            rows,
            await database.MeasurementsOfAsync(at.MeasureId, ct),
            FormReading.Day(first),
            at.Hand.Today
        );
        if (list is { New.Count: 0, Others.Count: 0, Same: 0, Missing: 0, Refused.Count: 0 })
        {
            return FormOf(
                at,
                typed,
                first,
                FormFaults.None.Add("list", RefusalTexts.Sentence(new Refusal("ListMissing", "list")))
            );
        }
        return Page.Of<ImportPreviewPage>(
            new { View = new ImportView(at.Improvement.Id, at.Measure, list, Guid.CreateVersion7(), Kept(list)) }
        );
    }

    private async Task<IResult> StoreAsync(MeasureAt at, IFormCollection form, CancellationToken ct)
    {
        if (ListedRows.OfText(form.Text("kept"), out var rows) is not null)
        {
            return Page.SeeOther(MeasureLinks.Import(at.Id, at.MeasureId));
        }
        var replaces = form.Text("others") == "replace";
        var stored = await database.StoreMeasurementsAsync(
            at.MeasureId,
            form.Id("id") ?? Guid.CreateVersion7(),
            there => MeasurementList.Read(at.Measure, rows, there, first: null, at.Hand.Today),
            replaces,
            at.Role,
            at.Hand,
            ct
        );
        return Page.SeeOther(
            MeasureLinks.Imported(at.Id, at.MeasureId, stored.New.Count, replaces ? stored.Others.Count : 0)
        );
    }

    // What was read, in a form that is read alike whatever it came from.
    private static string Kept(MeasurementList list)
    {
        var kept = new StringBuilder();
        foreach (var one in list.New.Concat(list.Others.Select(other => other.Listed)).OrderBy(one => one.Row))
        {
            kept.Append(CultureInfo.InvariantCulture, $"{one.On:yyyy-MM-dd}");
            if (one.At is { } time)
            {
                kept.Append(CultureInfo.InvariantCulture, $" {time:HH:mm:ss}");
            }
            kept.Append(CultureInfo.InvariantCulture, $";{one.Amount.Number}");
            if (one.Amount.OutOf is { } all)
            {
                kept.Append(CultureInfo.InvariantCulture, $";{all}");
            }
            kept.Append('\n');
        }
        return kept.ToString();
    }

    private static IResult FormOf(MeasureAt at, string? typed, string? first, FormFaults faults) =>
        Page.Of<ImportFormPage>(
            new
            {
                at.Improvement,
                at.Measure,
                Typed = typed,
                First = first,
                Faults = faults,
            },
            faults.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken ct)
    {
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, ct);
        return bytes.ToArray();
    }
}

/// <summary>What a list would change.</summary>
/// <param name="Id">The improvement.</param>
/// <param name="Measure">The measure.</param>
/// <param name="List">What was read.</param>
/// <param name="FormId">The same when the form is sent twice.</param>
/// <param name="Kept">What is stored when it is confirmed.</param>
public sealed record ImportView(Guid Id, Measure Measure, MeasurementList List, Guid FormId, string Kept);
