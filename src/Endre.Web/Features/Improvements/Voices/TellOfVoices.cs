using Endre.Domain.Improvements;
using Endre.Domain.Improvements.Voices;
using Endre.Storage;
using Endre.Storage.Improvements.Voices;
using Endre.Web.Access;
using Endre.Web.Messages;
using Endre.Web.Texts;

namespace Endre.Web.Features.Improvements.Voices;

/// <summary>Tells representatives of an improvement that affects the work, and its owner of what they say.</summary>
internal sealed class TellOfVoices(
    EndreContext database,
    Outgoing outgoing,
    ReadOwners people,
    Texts<VoiceTexts> texts,
    Formats formats
)
{
    public static readonly MessageKind Affected = MessageKind.Of<VoiceTexts>("improvement-affects-work");
    public static readonly MessageKind Heard = MessageKind.Of<VoiceTexts>("improvement-view-given");

    /// <summary>Within the transaction in which they were noted as told. Whoever has the message already gets no other.</summary>
    public async Task RepresentativesAsync(Improvement improvement, string unit, CancellationToken ct)
    {
        var consultation = await database.ReadConsultationAsync(improvement.Id, ct);
        if (consultation is not { Effect: WorkEffect.Yes, ViewsBy: { } by })
        {
            return;
        }
        foreach (var voice in consultation.Voices)
        {
            if (voice.PersonId is { } person)
            {
                await outgoing.AddAsync(person, Letter(improvement, unit, voice, by), ct);
            }
        }
    }

    /// <summary>Within the transaction in which the view was stored.</summary>
    public async Task OwnerAsync(Improvement improvement, Guid from, CancellationToken ct)
    {
        if (improvement.OwnerId is not { } owner || owner == from)
        {
            return;
        }
        var voice = (await database.ReadConsultationAsync(improvement.Id, ct)).Of(from);
        if (voice is null || !voice.IsHeard)
        {
            return;
        }
        var name = (await people.NamesAsync([from], ct)).GetValueOrDefault(from);
        await outgoing.AddAsync(
            owner,
            new OutgoingMessage(
                Heard,
                // Changed while nothing has begun is told once; a later view is another.
                $"{voice.Id}:{voice.Views.Count}",
                () =>
                    new Letter(
                        texts["HeardSubject", improvement.Trying],
                        LetterPart.Paragraph(
                            texts["HeardText", name ?? texts["Somebody"], texts[$"Role_{voice.Role}"]]
                        ),
                        LetterPart.Button(texts["HeardButton"], ImprovementLinks.One(improvement.Id) + "#folk")
                    )
            ),
            ct
        );
    }

    private OutgoingMessage Letter(Improvement improvement, string unit, Voice voice, DateOnly by) =>
        new(
            Affected,
            $"{improvement.Id}",
            () =>
                new Letter(
                    texts["ToldSubject", improvement.Trying],
                    LetterPart.Paragraph(texts["ToldText", unit, texts[$"Role_{voice.Role}"]]),
                    LetterPart.Quote(improvement.Trying),
                    LetterPart.Paragraph(texts["ToldBy", formats.Date(by)]),
                    LetterPart.Button(texts["ToldButton"], ImprovementLinks.One(improvement.Id) + "#folk")
                )
        );
}
