using Endre.Domain.Improvements.Voices;
using Endre.Storage;
using Endre.Storage.Improvements.Voices;
using Endre.Storage.Messages;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.Improvements.Voices;

/// <summary>Answers whether an improvement affects the work, and tells the representatives in the same transaction.</summary>
internal sealed class SayWorkEffect(
    EndreContext database,
    ImprovementSight sight,
    ReadOwners people,
    ShowImprovement.ShowImprovement show,
    TellOfVoices tell,
    TimeProvider clock
)
{
    public static async Task<IResult> HandleAsync(HttpContext context, Guid id, SayWorkEffect say) =>
        await say.DoAsync(id, await context.Request.ReadFormAsync(context.RequestAborted), context.RequestAborted);

    private async Task<IResult> DoAsync(Guid id, IFormCollection form, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        if (await scope.FindAsync(database, id, ct) is not { } improvement || !scope.MayWork(improvement))
        {
            return ErrorResult.NotFound;
        }
        var command = new Domain.Improvements.Voices.SayWorkEffect(
            StoredWord.Find<WorkEffect>(form.Text("workEffect")),
            FormReading.Day(form.Text("viewsBy"))
        );
        var hand = new Hand(scope.PersonId, clock.GetUtcNow(), people.Today);
        var refusal = await database.TellingAsync(
            () => database.SayWorkEffectAsync(id, command, hand, ct),
            () => tell.RepresentativesAsync(improvement, scope.UnitOf(improvement.UnitId), ct),
            ct
        );
        return refusal is null
            ? Page.SeeOther(ImprovementLinks.One(id) + "#folk")
            : await show.PageAsync(id, new Attempt(VoiceActs.Affects, refusal, form), ct);
    }
}
