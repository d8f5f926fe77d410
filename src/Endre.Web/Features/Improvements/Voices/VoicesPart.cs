using Endre.Domain.Improvements;
using Endre.Domain.Improvements.Voices;
using Endre.Storage;
using Endre.Storage.Improvements.Voices;
using Endre.Web.Access;
using Endre.Web.Features.Improvements.Shared;

namespace Endre.Web.Features.Improvements.Voices;

/// <summary>Whether the work is affected, who was told, and what they said; before what begins, so that it is seen then.</summary>
internal sealed class VoicesPart(EndreContext database, ReadOwners people, CurrentPerson reader) : IImprovementPart
{
    public int Order => 5;

    public async Task<ImprovementPart?> ReadAsync(ImprovementView view, CancellationToken ct)
    {
        var improvement = view.Improvement;
        var consultation = await database.ReadConsultationAsync(improvement.Id, ct);
        if (consultation.Effect is null && (!view.MayWork || improvement.State != ImprovementState.Ongoing))
        {
            return null;
        }
        var names = await people.NamesAsync(consultation.Voices.Select(voice => voice.PersonId), ct);
        var own = reader.Id is { } id ? consultation.Of(id) : null;
        return new ImprovementPart(
            typeof(VoicesSection),
            new Dictionary<string, object> { ["View"] = view, ["Voices"] = new VoicesView(consultation, names, own) }
        );
    }
}

/// <summary>A consultation as one reader sees it.</summary>
/// <param name="Consultation">The consultation.</param>
/// <param name="Names">The names of those who were told.</param>
/// <param name="Own">The reader's own voice, or null.</param>
public sealed record VoicesView(Consultation Consultation, IReadOnlyDictionary<Guid, string> Names, Voice? Own)
{
    public string? NameOf(Voice voice) => voice.PersonId is { } id ? Names.GetValueOrDefault(id) : null;
}
