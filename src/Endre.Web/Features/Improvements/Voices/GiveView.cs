using Endre.Storage;
using Endre.Storage.Improvements.Voices;
using Endre.Storage.Messages;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.Improvements.Voices;

/// <summary>The view of a representative who was told, and of nobody else.</summary>
internal sealed class GiveView(
    EndreContext database,
    ImprovementSight sight,
    ReadOwners people,
    ShowImprovement.ShowImprovement show,
    TellOfVoices tell,
    TimeProvider clock
)
{
    public static async Task<IResult> HandleAsync(HttpContext context, Guid id, GiveView give) =>
        await give.DoAsync(id, await context.Request.ReadFormAsync(context.RequestAborted), context.RequestAborted);

    private async Task<IResult> DoAsync(Guid id, IFormCollection form, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        if (
            await scope.SeeAsync(database, id, ct) is not { } improvement
            || (await database.ReadConsultationAsync(id, ct)).Of(scope.PersonId) is null
        )
        {
            return ErrorResult.NotFound;
        }
        var hand = new Hand(scope.PersonId, clock.GetUtcNow(), people.Today);
        var refusal = await database.TellingAsync(
            () => database.GiveViewAsync(id, form.Text("view"), hand, ct),
            () => tell.OwnerAsync(improvement, scope.PersonId, ct),
            ct
        );
        return refusal is null
            ? Page.SeeOther(ImprovementLinks.One(id) + "#folk")
            : await show.PageAsync(id, new Attempt(VoiceActs.View, refusal, form), ct);
    }
}
