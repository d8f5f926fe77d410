using System.Text.Json;
using System.Text.Json.Serialization;
using Endre.Domain.Meetings.Minutes;

namespace Endre.Storage.Meetings.Minutes;

/// <summary>Minutes that are locked: what they said, who locked them and when.</summary>
public sealed class MinutesRow
{
    /// <summary>The longest name that is kept of somebody.</summary>
    public const int MaxNameLength = 200;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Which meeting; a meeting has one.</summary>
    public required Guid MeetingId { get; init; }

    /// <summary>What they said when they were locked, as JSON.</summary>
    public required string Content { get; set; }

    /// <summary>When they were locked.</summary>
    public required DateTimeOffset LockedAt { get; init; }

    /// <summary>Who did it; null when the account is gone.</summary>
    public Guid? LockedById { get; init; }

    /// <summary>What the person was called; empty when the account is gone.</summary>
    public required string LockedByName { get; set; }

    /// <summary>What is stored of content.</summary>
    /// <param name="content">What the minutes say.</param>
    public static string Write(MinutesContent content) => JsonSerializer.Serialize(content, Json);

    /// <summary>What they said when they were locked.</summary>
    public MinutesContent ToContent() =>
        JsonSerializer.Deserialize<MinutesContent>(Content, Json)
        ?? throw new InvalidOperationException($"The minutes of {MeetingId} are empty.");

    /// <summary>That they are locked.</summary>
    public MinutesLock ToLock() => new(LockedAt, LockedById, LockedByName);

    /// <summary>Takes the name of somebody who is erased out of them.</summary>
    /// <param name="name">The whole name, as the person had it; not blank.</param>
    public void EraseName(string name)
    {
        var without = Write(ToContent().Without(name));
        if (without != Content)
        {
            Content = without;
        }
        LockedByName = LockedByName == name ? "" : LockedByName;
    }
}
