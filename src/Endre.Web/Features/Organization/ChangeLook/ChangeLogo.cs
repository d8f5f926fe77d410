using Endre.Domain.Shared;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Look;
using Endre.Web.Look.Logos;
using Endre.Web.Texts;

namespace Endre.Web.Features.Organization.ChangeLook;

/// <summary>A new logo, or none.</summary>
internal sealed class ChangeLogo(StoreLook store, LookPages pages, CurrentPerson person, TimeProvider clock)
{
    public static async Task<IResult> HandleAsync(HttpContext http, ChangeLogo act, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct);
        return await act.ChangeAsync(form.Files.GetFile(LogoFile.Field), form.Files.GetFile("picture"), ct);
    }

    public static async Task<IResult> RemoveAsync(ChangeLogo act, CancellationToken ct)
    {
        await act.store.HandleAsync(look => look with { LogoId = null }, act.person.RequiredId, logo: null, ct);
        return Page.SeeOther(OrganizationLinks.Done("RemovedLogo"));
    }

    private readonly StoreLook store = store;
    private readonly CurrentPerson person = person;

    private async Task<IResult> ChangeAsync(IFormFile? file, IFormFile? picture, CancellationToken ct)
    {
        if (file?.Length > LogoFile.LargestFile)
        {
            return await AgainAsync(LogoFile.TooLarge, ct);
        }
        var (logo, refusal) = LogoFile.Read(await BytesAsync(file, ct), clock.GetUtcNow());
        if (logo is null)
        {
            return await AgainAsync(refusal!, ct);
        }
        if (logo.MediaType == "image/svg+xml")
        {
            // Made by the page's script, for programs that know no SVG; without it they show the name alone.
            logo.Picture = LogoFile.Picture(await BytesAsync(picture, ct));
        }
        await store.HandleAsync(look => look with { LogoId = logo.Id }, person.RequiredId, logo, ct);
        return Page.SeeOther(OrganizationLinks.Done("SavedLogo"));
    }

    private Task<IResult> AgainAsync(Refusal refusal, CancellationToken ct) =>
        pages.AgainAsync(new FormFaults().Add(refusal.Field!, RefusalTexts.Sentence(refusal)), view => view, ct);

    private static async Task<byte[]> BytesAsync(IFormFile? file, CancellationToken ct)
    {
        if (file is null || file.Length > LogoFile.LargestFile)
        {
            return [];
        }
        var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, ct);
        return bytes.ToArray();
    }
}
