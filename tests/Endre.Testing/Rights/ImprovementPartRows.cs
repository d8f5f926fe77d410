using Endre.Domain.Improvements.Voices;
using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Improvements.Voices;
using Endre.Web.Features.Improvements;
using Endre.Web.Features.Improvements.Holding;
using Endre.Web.Features.Improvements.Voices;

namespace Endre.Testing.Rights;

/// <summary>Whose it is to give a view on an improvement that affects the work, and to say what routine it became.</summary>
internal static class ImprovementPartRows
{
    private static readonly string View = $"{ImprovementLinks.OneRoute}/{VoiceActs.View}";
    private static readonly string Routine = $"{ImprovementLinks.OneRoute}/{HoldingActs.Routine}";

    public static bool IsOf(Act act) => act.Pattern == View || act.Pattern == Routine;

    public static IReadOnlyList<string> OwnersOf(Act act) =>
        act.Pattern == View
            ? [Player.OfUnit(UnitRole.UnionRepresentative), Player.OfUnit(UnitRole.SafetyRepresentative)]
            : [Player.OfUnit(UnitRole.Leader), Player.OfUnit(UnitRole.Deputy), Player.OfUnit(UnitRole.ChangeAgent)];

    /// <summary>An improvement of which the representatives of its unit have been told.</summary>
    public static async Task<string> HeardImprovementAsync(this AppUnderTest app, string unitId, Guid owner)
    {
        var id = await new NewImprovements(app).ImprovementAsync(unitId, owner);
        var now = app.Time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var refusal = await app.InStorageAsync(storage =>
            storage.SayWorkEffectAsync(
                Guid.Parse(id),
                new Domain.Improvements.Voices.SayWorkEffect(WorkEffect.Yes, today.AddDays(10)),
                new Hand(PersonId: null, now, today),
                CancellationToken.None
            )
        );
        return refusal is null ? id : throw new InvalidOperationException($"Nobody can be told: {refusal}.");
    }
}
