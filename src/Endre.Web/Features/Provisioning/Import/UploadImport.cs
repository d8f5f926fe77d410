using Endre.Web.Components;
using Endre.Web.Texts;

namespace Endre.Web.Features.Provisioning.Import;

/// <summary>Takes a file in to look at. Nothing is changed by it.</summary>
internal static class UploadImport
{
    public static IResult Show() => Page.Of<UploadImportPage>();

    public static async Task<IResult> HandleAsync(
        HttpContext http,
        ImportPreviews previews,
        ImportFile reader,
        ImportSentences sentences
    )
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form.Files.GetFile("file") is not { Length: > 0 } file)
            return Page.Refused<UploadImportPage>(new { Fault = new Texts<ImportTexts>()["FileMissing"] });
        using var content = new MemoryStream();
        await file.CopyToAsync(content, http.RequestAborted);
        var bytes = content.ToArray();
        // What cannot be read at all is not worth keeping.
        if (reader.Read(bytes).Fault is { } fault)
            return Page.Refused<UploadImportPage>(new { Fault = sentences.Of(fault).Whole });
        var id = await previews.KeepAsync(file.FileName, bytes, http.RequestAborted);
        return Page.SeeOther(ImportLinks.Preview(id));
    }
}
