using System.Text.Json;
using System.Text.Json.Nodes;
using Endre.Domain.Workshops.Closing;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Importing;
using Endre.Domain.Workshops.Running;
using Endre.Storage.EventLog;
using Endre.Storage.Workshops;

namespace Endre.Storage.Privacy;

/// <summary>
/// Takes names out of a workshop's events. The log is otherwise never rewritten; erasure (GDPR article 17) is the one
/// exception, and it leaves the sequence, the notes and all counts as they are.
/// </summary>
public static class EventNames
{
    /// <summary>What stands where a facilitator's name was.</summary>
    public const string Erased = "–";

    private const int PageSize = 1000;
    private static readonly string[] OfParticipants = Kinds(typeof(ParticipantJoined), typeof(ParticipantChanged));
    private static readonly string[] OfAnswers = Kinds(typeof(ProposalAnswered), typeof(WorkshopImported));
    private static readonly string[] OfFacilitators = Kinds(
        typeof(WorkshopCreated),
        typeof(WorkshopImported),
        typeof(FacilitatorAdded)
    );

    /// <summary>Erases what the participants called themselves.</summary>
    /// <param name="log">The events.</param>
    /// <param name="erasure">What may rewrite them.</param>
    /// <param name="database">Whose transaction it is done in.</param>
    /// <param name="workshopId">The workshop.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>How many events changed.</returns>
    public static Task<int> EraseParticipantsAsync(
        IEventLog log,
        IEventErasure erasure,
        EndreContext database,
        Guid workshopId,
        CancellationToken ct
    ) => EraseAsync(log, erasure, database, workshopId, OfParticipants, WithoutParticipant, ct);

    /// <summary>Erases the name of somebody who led the workshop.</summary>
    /// <param name="log">The events.</param>
    /// <param name="erasure">What may rewrite them.</param>
    /// <param name="database">Whose transaction it is done in.</param>
    /// <param name="workshopId">The workshop.</param>
    /// <param name="personId">Who led it.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>How many events changed.</returns>
    public static Task<int> EraseFacilitatorAsync(
        IEventLog log,
        IEventErasure erasure,
        EndreContext database,
        Guid workshopId,
        Guid personId,
        CancellationToken ct
    ) =>
        EraseAsync(
            log,
            erasure,
            database,
            workshopId,
            OfFacilitators,
            payload => WithoutFacilitator(payload, personId),
            ct
        );

    /// <summary>
    /// Erases a name where it is said who takes something further. It is written there in words, so it is found by the
    /// name as it is spelled on the person's page, also between other words.
    /// </summary>
    /// <param name="log">The events.</param>
    /// <param name="erasure">What may rewrite them, and finds where the name stands.</param>
    /// <param name="database">Whose transaction it is done in.</param>
    /// <param name="name">The name.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The workshops in which it stood.</returns>
    public static async Task<IReadOnlyList<Guid>> EraseAnswererAsync(
        IEventLog log,
        IEventErasure erasure,
        EndreContext database,
        string name,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(erasure);
        if (string.IsNullOrWhiteSpace(name))
        {
            return [];
        }
        // In the log it stands as JSON writes it, between quotation marks that are not part of it.
        var written = JsonSerializer.SerializeToUtf8Bytes(name, WorkshopEventJson.Stored).AsMemory()[1..^1];
        var found = await erasure.FindAsync(database, OfAnswers, written, ct);
        var workshops = new List<Guid>();
        foreach (var workshopId in found)
        {
            bool Without(JsonObject payload) => WithoutAnswerer(payload, name);
            if (await EraseAsync(log, erasure, database, workshopId, OfAnswers, Without, ct) > 0)
            {
                workshops.Add(workshopId);
            }
        }
        return workshops;
    }

    /// <summary>A text without a name.</summary>
    /// <param name="text">Such as who takes something further.</param>
    /// <param name="name">The name, as it is spelled.</param>
    /// <returns>The same text when the name does not stand in it as words of its own.</returns>
    public static string Without(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        for (var at = 0; (at = text.IndexOf(name, at, StringComparison.OrdinalIgnoreCase)) >= 0; )
        {
            var end = at + name.Length;
            var isWhole =
                (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                && (end == text.Length || !char.IsLetterOrDigit(text[end]));
            text = isWhole ? string.Concat(text.AsSpan(0, at), Erased, text.AsSpan(end)) : text;
            at += isWhole ? Erased.Length : name.Length;
        }
        return text;
    }

    private static string[] Kinds(params Type[] types) => [.. types.Select(WorkshopEventJson.KindOf)];

    private static async Task<int> EraseAsync(
        IEventLog log,
        IEventErasure erasure,
        EndreContext database,
        Guid workshopId,
        string[] kinds,
        Func<JsonObject, bool> erase,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(erasure);
        var (changed, after) = (0, 0L);
        while (true)
        {
            var events = await log.ReadAsync(workshopId, after, PageSize, ct);
            foreach (var stored in events.Where(stored => kinds.Contains(stored.Kind)))
            {
                if (JsonNode.Parse(stored.Payload.Span) is JsonObject payload && erase(payload))
                {
                    var bytes = JsonSerializer.SerializeToUtf8Bytes(payload, WorkshopEventJson.Stored);
                    await erasure.ReplaceAsync(database, workshopId, stored.Sequence, bytes, ct);
                    changed++;
                }
            }
            if (events.Count < PageSize)
            {
                return changed;
            }
            after = events[^1].Sequence;
        }
    }

    private static bool WithoutParticipant(JsonObject payload) =>
        payload["participant"] is JsonObject participant ? participant.Remove("name") : payload.Remove("name");

    private static bool WithoutFacilitator(JsonObject payload, Guid personId)
    {
        if (
            payload["facilitator"] is not JsonObject facilitator
            || !Guid.TryParse(facilitator["personId"]?.GetValue<string>(), out var id)
            || id != personId
        )
        {
            return false;
        }
        facilitator["name"] = Erased;
        return true;
    }

    private static bool WithoutAnswerer(JsonObject payload, string name)
    {
        var changed = false;
        foreach (
            var answer in (payload["report"]?["answers"] as JsonArray ?? [])
                .Append(payload["answer"])
                .OfType<JsonObject>()
        )
        {
            if (answer["who"]?.GetValue<string>() is { } who && Without(who, name) is var without && without != who)
            {
                answer["who"] = without;
                changed = true;
            }
        }
        return changed;
    }
}
