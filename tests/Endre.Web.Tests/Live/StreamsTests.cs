using System.IO.Pipelines;
using System.Text;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Running;
using Endre.Web.Live;

namespace Endre.Web.Tests.Live;

/// <summary>Rounds over all streams and what each sends by itself never leave anything unsent.</summary>
public sealed class StreamsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Whoever_comes_while_others_write_is_sent_everything_from_there_on_in_order()
    {
        const int Last = 3_000;
        var feeds = new WorkshopFeeds(TimeProvider.System);
        var feed = feeds.Of(WorkshopFeeds.Facilitators);
        var comers = Enumerable
            .Range(0, 60)
            .Select(number => Task.Run(() => FollowAsync(feed, from: number * 50, Last)))
            .ToList();
        for (var sequence = 1; sequence <= Last; sequence++)
        {
            feeds.Show([(Renamed(sequence), Audience.Everyone)]);
        }

        foreach (var (from, seen) in await Task.WhenAll(comers).WaitAsync(Patience))
        {
            Assert.Equal(Enumerable.Range(from + 1, Last - from), seen);
        }
    }

    [Fact]
    public async Task A_reader_that_was_slow_is_sent_the_rest_when_it_reads_again()
    {
        const int Last = 2_000;
        var feeds = new WorkshopFeeds(TimeProvider.System);
        var feed = feeds.Of(WorkshopFeeds.Screen);
        // Far less than is written: the first write has to wait until somebody reads.
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 64, resumeWriterThreshold: 32));
        var stream = new StreamConnection(feed, position: 0, pipe.Writer);
        feed.Join(stream);
        for (var sequence = 1; sequence <= Last; sequence++)
        {
            feeds.Show([(Renamed(sequence), Audience.Everyone)]);
        }

        var seen = await ReadAsync(pipe.Reader, Last).WaitAsync(Patience);

        Assert.Equal(Enumerable.Range(1, Last), seen);
    }

    [Fact]
    public async Task What_only_facilitators_may_see_reaches_them_and_no_group()
    {
        var feeds = new WorkshopFeeds(TimeProvider.System);
        var group = feeds.Of(WorkshopFeeds.Group("g1"));
        var facilitators = feeds.Of(WorkshopFeeds.Facilitators);
        var (phone, leader) = (new Pipe(), new Pipe());
        group.Join(new StreamConnection(group, position: 0, phone.Writer));
        facilitators.Join(new StreamConnection(facilitators, position: 0, leader.Writer));

        feeds.Show([(Renamed(1), Audience.Facilitators)]);
        feeds.Show([(Renamed(2), Audience.Everyone)]);

        Assert.Equal([1, 2], await ReadAsync(leader.Reader, until: 2).WaitAsync(Patience));
        Assert.Equal([2], await ReadAsync(phone.Reader, until: 2).WaitAsync(Patience));
    }

    private static async Task<(int From, List<int> Seen)> FollowAsync(Feed feed, int from, int until)
    {
        // Not before there is such a place; how long that takes does not matter.
        SpinWait.SpinUntil(() => feed.Written >= from, Patience);
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        var stream = new StreamConnection(feed, from, pipe.Writer);
        feed.Join(stream);
        stream.Push();
        return (from, await ReadAsync(pipe.Reader, until));
    }

    private static async Task<List<int>> ReadAsync(PipeReader reader, int until)
    {
        var seen = new List<int>();
        using var lines = new StreamReader(reader.AsStream(), Encoding.UTF8);
        while (seen.LastOrDefault() < until && await lines.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                seen.Add(int.Parse(line[4..], System.Globalization.CultureInfo.InvariantCulture));
            }
        }
        return seen;
    }

    private static Recorded Renamed(long sequence) =>
        new(sequence, DateTimeOffset.UnixEpoch, new WorkshopRenamed($"Navn {sequence}"));
}
