namespace Endre.Domain.Messages;

/// <summary>When mail that did not get through is tried again.</summary>
public static class MailRetry
{
    /// <summary>How long after it could first be sent it is given up.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(2);

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(4),
    ];

    /// <summary>The next try, or null when it is given up.</summary>
    /// <param name="tries">How often it has been tried, from 1.</param>
    /// <param name="since">When it could first be sent.</param>
    /// <param name="now">Now.</param>
    public static DateTimeOffset? Next(int tries, DateTimeOffset since, DateTimeOffset now)
    {
        var next = now + Pauses[Math.Clamp(tries - 1, 0, Pauses.Length - 1)];
        return next - since <= Longest ? next : null;
    }
}
