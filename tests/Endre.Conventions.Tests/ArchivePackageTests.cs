using System.Text.Json;
using System.Text.Json.Nodes;
using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Minutes;
using Endre.Web.Features.Minutes.Files;
using Json.Schema;

namespace Endre.Conventions.Tests;

/// <summary>What an archive is given is what docs/archive-package.schema.json says, and the schema is no rubber stamp.</summary>
public sealed class ArchivePackageTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static readonly JsonSchema Schema = JsonSchema.FromText(
        File.ReadAllText(Path.Combine(Source.Root, "docs", "archive-package.schema.json"))
    );

    [Theory]
    [InlineData(null, null)]
    [InlineData("personnel", "2026/1234")]
    public void The_metadata_follow_the_schema(string? ground, string? caseNumber)
    {
        var result = Check(Metadata(ground, caseNumber));
        result.IsValid.ShouldBeTrue(JsonSerializer.Serialize(result));
    }

    [Theory]
    [InlineData("schema")]
    [InlineData("record")]
    [InlineData("decisions")]
    [InlineData("documents")]
    public void Without_what_it_must_have_it_does_not(string missing)
    {
        var metadata = Metadata("personnel", "2026/1234");
        metadata.AsObject().Remove(missing);
        Check(metadata).IsValid.ShouldBeFalse();
    }

    [Fact]
    public void Kept_from_the_public_without_a_ground_is_not_taken()
    {
        var metadata = Metadata("personnel", "2026/1234");
        metadata["record"]!["access"]!["legalGrounds"] = new JsonArray();
        Check(metadata).IsValid.ShouldBeFalse();
    }

    private static EvaluationResults Check(JsonNode metadata) =>
        Schema.Evaluate(
            JsonSerializer.SerializeToElement(metadata),
            new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true }
        );

    private static JsonNode Metadata(string? ground, string? caseNumber)
    {
        var matter = new MinutesMatter(Guid.CreateVersion7(), MatterKind.Own, "Lyset", "Det blinker")
        {
            Decisions = ["Alle rør byttes"],
            Ground = ground,
        };
        var content = new MinutesContent
        {
            MeetingId = Guid.CreateVersion7(),
            UnitId = Guid.CreateVersion7(),
            Unit = "Team nord",
            Title = "Forbedringsmøte",
            StartsAt = Now,
            BegunAt = ground is null ? null : Now,
            EndedAt = ground is null ? null : Now.AddMinutes(20),
            Place = ground is null ? "" : "Fjæra",
            Matters = [matter],
        };
        var draft = new MeetingMinutes(content, MeetingState.Held, new MinutesLock(Now, null, "Lise Leder"), []);
        AddToMinutes[] added =
        [
            new CorrectMinutes(Guid.CreateVersion7(), matter.Id, "Bare i 2. etasje"),
            new CorrectMinutes(Guid.CreateVersion7(), null, "Odd var til stede"),
            new GiveCaseNumber(Guid.CreateVersion7(), caseNumber),
        ];
        var minutes = added.Aggregate(
            draft,
            (now, wanted) => now with { Entries = [.. now.Entries, .. AddingRules.Decide(now, wanted, Now).Events] }
        );
        var file = new ArchivedFile("minutes.pdf", "application/pdf", "PDF/A-2b", 1234, new string('a', 64));
        return JsonNode.Parse(
            ArchivePackage.Write(ArchiveMetadata.Of(minutes, "Referat: Forbedringsmøte", "Fjordvik", "nb", file))
        )!;
    }
}
