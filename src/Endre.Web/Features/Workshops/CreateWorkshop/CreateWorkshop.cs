using Endre.Domain.Shared;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Plan;
using Endre.Storage.EventLog;
using Endre.Web.Features.Workshops.JoinWorkshop;
using Endre.Web.Live;

namespace Endre.Web.Features.Workshops.CreateWorkshop;

/// <summary>Makes a workshop with a code that no other open workshop has.</summary>
internal sealed class CreateWorkshop(LiveWorkshops workshops, TimeProvider clock)
{
    private const int MostTries = 20;

    public Task<(LiveWorkshop? Workshop, Refusal? Refusal)> HandleAsync(
        string title,
        string language,
        WorkshopPlan plan,
        int groups,
        Facilitator facilitator,
        Guid? askedId = null
    ) =>
        BeginAsync(
            facilitator,
            (id, code) =>
                new Domain.Workshops.Running.CreateWorkshop(id, code, title, language, plan, groups, facilitator),
            askedId
        );

    /// <summary>Makes a workshop by any command that begins one, and tries another code when one is taken.</summary>
    /// <param name="facilitator">Who will lead it.</param>
    /// <param name="begin">The command, for an id and a code.</param>
    /// <param name="askedId">
    /// The id that the one who asks has given it, or null. Asked again with the same id, it is the same workshop: a
    /// double click or a lost answer makes no second one.
    /// </param>
    public async Task<(LiveWorkshop? Workshop, Refusal? Refusal)> BeginAsync(
        Facilitator facilitator,
        Func<Guid, string, WorkshopCommand> begin,
        Guid? askedId = null
    )
    {
        for (var tries = 1; ; tries++)
        {
            var id = askedId is { } asked && asked != Guid.Empty ? asked : Guid.CreateVersion7(clock.GetUtcNow());
            var live = await workshops.BeginAsync(id);
            try
            {
                var answered = await live.DecideAsync(
                    begin(id, WorkshopCodes.New()),
                    new Actor.Leader(facilitator.PersonId),
                    id
                );
                return answered.Refusal is { } refusal ? (null, refusal)
                    : live.State.IsFacilitator(facilitator.PersonId) ? (live, null)
                    : (null, Refusal.Because("IdTaken"));
            }
            catch (WorkshopCodeTaken) when (tries < MostTries)
            {
                // One in a million open codes is taken; the next by chance is not.
            }
        }
    }
}
