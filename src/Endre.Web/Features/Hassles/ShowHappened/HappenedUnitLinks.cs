using Endre.Web.Access;
using Endre.Web.Features.Hassles.AskPulse;
using Endre.Web.Texts;

namespace Endre.Web.Features.Hassles.ShowHappened;

/// <summary>On the page of a unit: what happened there, and its pulse, for those who see what is said to it.</summary>
internal sealed class HappenedUnitLinks(HassleSight sight, Texts<HappenedTexts> texts, Texts<PulseTexts> pulse)
    : IUnitLinks
{
    public async Task<IReadOnlyList<UnitLink>> OfAsync(Guid unitId, CancellationToken ct) =>
        (await sight.OpenAsync(ct)).Seen.Contains(unitId)
            ?
            [
                new UnitLink(HappenedLinks.One(unitId), texts["Title"]),
                new UnitLink(PulseLinks.One(unitId), pulse["Title"]),
            ]
            : [];
}
