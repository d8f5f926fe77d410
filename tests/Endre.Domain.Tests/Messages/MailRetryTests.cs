using Endre.Domain.Messages;

namespace Endre.Domain.Tests.Messages;

public sealed class MailRetryTests
{
    private static readonly DateTimeOffset Since = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_is_tried_ever_more_seldom_for_two_days()
    {
        List<double> pauses = [];
        var now = Since;
        for (var tries = 1; MailRetry.Next(tries, Since, now) is { } next; tries++)
        {
            pauses.Add((next - now).TotalMinutes);
            now = next;
        }
        pauses.Take(5).ShouldBe([1, 5, 15, 60, 240]);
        pauses.Skip(5).ShouldAllBe(pause => pause == 240);
        (now - Since).ShouldBeLessThanOrEqualTo(MailRetry.Longest);
        (now - Since).ShouldBeGreaterThan(MailRetry.Longest - TimeSpan.FromHours(4));
    }
}
