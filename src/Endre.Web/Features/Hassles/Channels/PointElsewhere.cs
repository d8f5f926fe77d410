using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Hassles.Photos;
using Endre.Web.Features.Hassles.SayHassle;

namespace Endre.Web.Features.Hassles.Channels;

/// <summary>
/// <c>/si-fra/avvik-eller-varsel</c>: what is a hassle, what is not, and where that goes. Nothing is sent or stored: what was
/// typed stands in the page, to be taken along or back.
/// </summary>
internal sealed class PointElsewhere(EndreContext database)
{
    // The form's own; a new token comes with each page.
    private static readonly string[] NotCarried = ["__token", SentPhoto.KeptField, SentPhoto.RemoveField];

    public static Task<IResult> ShowAsync(PointElsewhere point, CancellationToken ct) => point.PageAsync(null, ct);

    public static async Task<IResult> BringAsync(HttpContext context, PointElsewhere point)
    {
        var ct = context.RequestAborted;
        var form = await context.Request.ReadFormAsync(ct);
        var sent = await SentPhoto.ReadAsync(form, ct);
        var fields = form.Where(field => !NotCarried.Contains(field.Key))
            .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))
            .ToList();
        if (sent.Kept is { } photo)
        {
            fields.Add(KeyValuePair.Create(SentPhoto.KeptField, photo));
        }
        return await point.PageAsync(new CarriedForm(fields, form.Text("text")?.Trim() ?? ""), ct);
    }

    public static async Task<IResult> BackAsync(HttpContext context, SayPages pages) =>
        await pages.BackAsync(await context.Request.ReadFormAsync(context.RequestAborted), context.RequestAborted);

    private async Task<IResult> PageAsync(CarriedForm? carried, CancellationToken ct) =>
        Page.Of<PointElsewherePage>(new { Channels = await database.ReadChannelsAsync(ct), Carried = carried });
}

/// <summary>A form that is on its way elsewhere, with all that was typed.</summary>
/// <param name="Fields">Its fields.</param>
/// <param name="Text">The sentence that was typed; empty when there is none yet.</param>
public sealed record CarriedForm(IReadOnlyList<KeyValuePair<string, string>> Fields, string Text);
