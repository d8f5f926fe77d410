using Endre.Domain.Hassles;
using Endre.Domain.Shared;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Hassles.MeToo;
using Endre.Web.Features.Hassles.SayHassle;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.Hassles.SimilarHassles;

/// <summary><c>POST /si-fra/lignende</c>: without script, what has been said already, before one sends.</summary>
internal sealed class ShowSimilar(
    SimilarHassles similar,
    SimilarLimit limit,
    UnitSeats seats,
    ReadWhere where,
    CurrentPerson person
)
{
    public static Task<IResult> HandleAsync(HttpContext context, ShowSimilar show) => show.ShowAsync(context);

    private async Task<IResult> ShowAsync(HttpContext context)
    {
        if (!limit.Lets(person.Id, context.Connection.RemoteIpAddress))
        {
            return ErrorResult.TooManyAttempts(TimeSpan.FromSeconds(1));
        }
        var ct = context.RequestAborted;
        var form = await context.Request.ReadFormAsync(ct);
        var tree = (await seats.ReadAsync(ct)).Tree;
        var atDoor = (await where.DoorAsync(tree, form.Text("place"), ct))?.Unit;
        var unit = atDoor ?? (form.Id("unit") is { } id ? tree.Current(id) : null);
        if (unit is null)
        {
            return ErrorResult.NotFound;
        }
        // What is too long, or holds a number that nobody may write, is told when it is sent.
        var isReadable = FreeText.Require(form.Text("text"), Hassle.LongestText, "text", out var text) is null;
        var by = MeTooDevice.Known(context.Request, person, SpeakerWord.Read(form.Text("speaker")));
        return Page.Of<SimilarPage>(
            new
            {
                Items = isReadable ? await similar.FindAsync(text, unit, atDoor is not null, by, ct) : [],
                HasText = !string.IsNullOrWhiteSpace(form.Text("text")),
                Written = form,
            }
        );
    }
}
