using System.Text;
using Endre.Storage.EventLog;
using Endre.Storage.Workshops;

namespace Endre.Storage.Tests.EventLog;

internal static class SomeEvents
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, 123, TimeSpan.Zero);

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static NewEvent Event(string text, Guid? commandId = null) =>
        new(Now, "note-written", "everyone", commandId, Encoding.UTF8.GetBytes(text));

    public static Appending Events(params string[] texts) => new([.. texts.Select(text => Event(text))]);

    public static string Text(this StoredEvent stored) => Encoding.UTF8.GetString(stored.Payload.Span);

    public static WorkshopRow Row(Guid id, string code, string state = WorkshopRow.Open) =>
        new()
        {
            Id = id,
            Code = code,
            Title = "Verksted på Fjordvik",
            State = state,
            Language = "nn",
            StartsOn = new DateOnly(2026, 3, 2),
            CreatedAt = Now,
        };

    public static Task<long> AppendAsync(this IEventLog log, Guid stream, long known, params string[] texts) =>
        log.AppendAsync(stream, known, _ => Events(texts), Ct);

    public static Task<IReadOnlyList<StoredEvent>> AllAsync(this IEventLog log, Guid stream) =>
        log.ReadAsync(stream, 0, int.MaxValue, Ct);

    public static async Task<string[]> TextsAsync(this IEventLog log, Guid stream) =>
        [.. (await log.AllAsync(stream)).Select(Text)];
}
