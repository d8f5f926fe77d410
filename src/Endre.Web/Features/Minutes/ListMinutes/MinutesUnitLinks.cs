using Endre.Web.Access;
using Endre.Web.Texts;

namespace Endre.Web.Features.Minutes.ListMinutes;

/// <summary>On the page of a unit: the minutes of its meetings, for those who may read them.</summary>
internal sealed class MinutesUnitLinks(MinutesSight sight, Texts<MinutesTexts> texts) : IUnitLinks
{
    public async Task<IReadOnlyList<UnitLink>> OfAsync(Guid unitId, CancellationToken ct) =>
        (await sight.OpenAsync(ct)).Known.Seen.Contains(unitId)
            ? [new UnitLink(MinutesLinks.Of(unitId), texts["UnitLink"])]
            : [];
}
