using Endre.Domain.Workshops;
using Endre.Web.Access;
using Endre.Web.Live;

namespace Endre.Web.Features.Workshops;

/// <summary>
/// A workshop as it may be loaded by the one who asks. Not yours is not found: there is no way to it without going
/// through here.
/// </summary>
/// <param name="Live">The workshop.</param>
/// <param name="Actor">The device or the facilitator.</param>
/// <param name="Token">The device's token, or null for a facilitator.</param>
public sealed record WorkshopScope(LiveWorkshop Live, Actor Actor, string? Token)
{
    public Workshop Workshop => Live.State;

    public Guid Id => Live.Id;

    public bool IsFacilitator => Actor is Actor.Leader;

    /// <summary>What the one who asks may see now.</summary>
    public Sight Sight => new(Live.State, Actor);

    /// <summary>The feed the one who asks follows.</summary>
    public string FeedName => IsFacilitator ? WorkshopFeeds.Facilitators : WorkshopFeeds.Group(Sight.GroupId ?? "");

    internal Task<Answered> DecideAsync(WorkshopCommand command, Guid? commandId = null) =>
        Live.DecideAsync(command, Actor, commandId);

    /// <summary>The workshop for whoever takes part in it or leads it; null for everybody else.</summary>
    /// <param name="context">The request.</param>
    /// <param name="id">The workshop.</param>
    /// <param name="asFacilitator">
    /// True on the facilitator's pages, false on the participants'. Null: a facilitator who has also joined with this
    /// browser is the facilitator.
    /// </param>
    public static async ValueTask<WorkshopScope?> FindAsync(HttpContext context, Guid id, bool? asFacilitator = null)
    {
        var workshops = context.RequestServices.GetRequiredService<LiveWorkshops>();
        if (await workshops.FindAsync(id, context.RequestAborted) is not { } live)
        {
            return null;
        }
        var token = ParticipantToken.Of(context, id);
        if (asFacilitator is not true && token is not null && (asFacilitator is false || IsBearer(context)))
        {
            return Recognize(live, token);
        }
        if (asFacilitator is not false)
        {
            var person = context.RequestServices.GetRequiredService<CurrentPerson>();
            if (person.Id is { } personId && live.State.IsFacilitator(personId))
            {
                return new WorkshopScope(live, new Actor.Leader(personId), Token: null);
            }
        }
        return asFacilitator is not true && token is not null ? Recognize(live, token) : null;
    }

    private static bool IsBearer(HttpContext context) => context.Request.Headers.Authorization.Count > 0;

    private static WorkshopScope? Recognize(LiveWorkshop live, string token) =>
        ParticipantToken.Recognize(live.State, token) is { } device ? new WorkshopScope(live, device, token) : null;
}
