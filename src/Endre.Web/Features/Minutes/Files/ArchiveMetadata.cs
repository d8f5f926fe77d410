using Endre.Domain.Meetings.Minutes;

namespace Endre.Web.Features.Minutes.Files;

/// <summary>A file of the package.</summary>
internal sealed record ArchivedFile(string Name, string MediaType, string Format, long Size, string Sha256);

/// <summary>
/// What an archive must know of minutes. Its fields are those of docs/archive-package.schema.json, where each is mapped to
/// what it is called in Noark 5.
/// </summary>
internal sealed record ArchiveMetadata(
    string Schema,
    string? Organization,
    ArchiveMetadata.CasePart? Case,
    ArchiveMetadata.RecordPart Record,
    ArchiveMetadata.MeetingPart Meeting,
    IReadOnlyList<ArchiveMetadata.DecisionPart> Decisions,
    IReadOnlyList<ArchiveMetadata.CorrectionPart> Corrections,
    IReadOnlyList<ArchivedFile> Documents
)
{
    /// <summary>The version of the format. What reads version 1 also reads what is added to it.</summary>
    public const string Version = "urn:endre:archive-package:1";

    // A unit's leader or deputy; the name stands in the document.
    private const string LockedByRole = "unit-leader";

    internal sealed record CasePart(string Number);

    internal sealed record RecordPart(
        Guid Id,
        string Title,
        string DocumentType,
        string Language,
        DateTimeOffset DocumentDate,
        UnitPart Unit,
        DateTimeOffset LockedAt,
        string LockedByRole,
        AccessPart Access
    );

    internal sealed record UnitPart(Guid Id, string Name);

    /// <summary><c>open</c>, or <c>UO</c> with the places in the law, for the document as a whole.</summary>
    internal sealed record AccessPart(string Code, IReadOnlyList<string> LegalGrounds);

    internal sealed record MeetingPart(
        Guid Id,
        string Title,
        DateTimeOffset StartsAt,
        DateTimeOffset? BegunAt,
        DateTimeOffset? EndedAt,
        string? Place
    );

    internal sealed record DecisionPart(
        int MatterNumber,
        Guid MatterId,
        string MatterTitle,
        string Text,
        AccessPart Access
    );

    internal sealed record CorrectionPart(DateTimeOffset At, int? MatterNumber, string Text, AccessPart Access);

    public static ArchiveMetadata Of(
        MeetingMinutes minutes,
        string title,
        string? organization,
        string language,
        params IReadOnlyList<ArchivedFile> documents
    )
    {
        var shown = ShownMinutes.Whole(minutes);
        var head = shown.Head;
        return new ArchiveMetadata(
            Version,
            organization,
            shown.CaseNumber is { } number ? new CasePart(number) : null,
            new RecordPart(
                head.MeetingId,
                title,
                "minutes",
                language,
                head.BegunAt ?? head.StartsAt,
                new UnitPart(head.UnitId, head.Unit),
                shown.Lock!.At,
                LockedByRole,
                Access(minutes.Grounds)
            ),
            new MeetingPart(
                head.MeetingId,
                head.Title,
                head.StartsAt,
                head.BegunAt,
                head.EndedAt,
                head.Place.Length > 0 ? head.Place : null
            ),
            [.. shown.Matters.SelectMany(DecisionsOf)],
            [
                .. shown.Matters.SelectMany(matter =>
                    matter.Corrections.Select(entry => Correction(entry, matter.Number, matter.Ground))
                ),
                .. shown.Rest.Corrections.Select(entry => Correction(entry, null, minutes.GroundOfRest)),
            ],
            documents
        );
    }

    private static IEnumerable<DecisionPart> DecisionsOf(ShownMatter matter) =>
        matter.Matter!.Decisions.Select(decision => new DecisionPart(
            matter.Number,
            matter.Matter.Id,
            matter.Matter.Title,
            decision,
            Access(matter.Ground)
        ));

    private static CorrectionPart Correction(MinutesEntry entry, int? number, AccessGround? ground) =>
        new(entry.At, number, entry.Text, Access(ground));

    private static AccessPart Access(AccessGround? ground) => Access(ground is null ? [] : [ground]);

    // As archives write it: «Offl. § 14».
    private static AccessPart Access(IEnumerable<AccessGround> grounds)
    {
        var laws = grounds.Select(ground => $"O{ground.Law[1..]}").ToList();
        return new AccessPart(laws.Count == 0 ? "open" : "UO", laws);
    }
}
