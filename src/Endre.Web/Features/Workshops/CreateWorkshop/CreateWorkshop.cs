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
        Facilitator facilitator
    ) =>
        BeginAsync(
            facilitator,
            (id, code) =>
                new Domain.Workshops.Running.CreateWorkshop(id, code, title, language, plan, groups, facilitator)
        );

    /// <summary>Makes a workshop by any command that begins one, and tries another code when one is taken.</summary>
    public async Task<(LiveWorkshop? Workshop, Refusal? Refusal)> BeginAsync(
        Facilitator facilitator,
        Func<Guid, string, WorkshopCommand> begin
    )
    {
        for (var tries = 1; ; tries++)
        {
            var id = Guid.CreateVersion7(clock.GetUtcNow());
            var live = await workshops.BeginAsync(id);
            try
            {
                var answered = await live.DecideAsync(
                    begin(id, WorkshopCodes.New()),
                    new Actor.Leader(facilitator.PersonId)
                );
                return answered.Refusal is { } refusal ? (null, refusal) : (live, null);
            }
            catch (WorkshopCodeTaken) when (tries < MostTries)
            {
                // One in a million open codes is taken; the next by chance is not.
            }
        }
    }
}
