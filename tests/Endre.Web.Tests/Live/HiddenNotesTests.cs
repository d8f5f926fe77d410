using System.Text;
using System.Text.Json;
using CsCheck;
using Endre.Domain.Tests.Workshops;
using Endre.Domain.Tests.Workshops.Properties;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Notes;
using Endre.Storage.Workshops;
using Endre.Web.Features.Workshops.ShowState;
using Endre.Web.Live;

namespace Endre.Web.Tests.Live;

/// <summary>What is silent is silent in the bytes that leave the program, whatever ten thousand groups of people try.</summary>
public sealed class HiddenNotesTests
{
    private static readonly string[] Audiences =
    [
        WorkshopFeeds.Facilitators,
        WorkshopFeeds.Screen,
        .. Enumerable.Range(1, 5).Select(i => WorkshopFeeds.Group($"g{i}")),
    ];

    [Fact]
    public void No_audience_is_sent_a_hidden_note_on_the_stream_or_by_the_api() =>
        Move.Sequences.Sample(
            moves =>
            {
                var play = Play.Of(moves);
                var feeds = new WorkshopFeeds(TimeProvider.System);
                var shown = Audiences.Select(feeds.Of).ToList();
                foreach (var (recorded, audience, after) in play.Log)
                {
                    var before = shown.ConvertAll(feed => feed.Written);
                    feeds.Show([(recorded, audience)]);
                    foreach (var (feed, from) in shown.Zip(before).Where(pair => pair.First.Written > pair.Second))
                    {
                        var bytes = Encoding.UTF8.GetString(feed.At(from)!.Bytes);
                        var hidden = after.Notes.Values.Where(n => !BoardOf(after, n).Reaches(feed.Memberships));
                        HoldsNone(play, hidden, bytes);
                    }
                }
                // Whoever comes back later is sent nothing that was taken back meanwhile.
                var kept = string.Concat(
                    shown.SelectMany(Frames).Select(frame => Encoding.UTF8.GetString(frame.Bytes))
                );
                HoldsNone(play, play.State.Notes.Values.Where(n => n.IsWithdrawn), kept);
                foreach (var sight in SightsOf(play))
                {
                    var state = ShownWorkshop.Of(sight, feeds, "nb", DateTimeOffset.UnixEpoch);
                    var bytes = JsonSerializer.Serialize(state, WorkshopEventJson.Shown);
                    HoldsNone(play, play.State.Notes.Values.Where(n => IsHidden(sight, n)), bytes);
                }
            },
            iter: 10_000,
            print: moves => string.Join('\n', moves)
        );

    private static IEnumerable<Frame> Frames(Feed feed) =>
        Enumerable.Range(0, (int)feed.Written).Select(at => feed.At(at)!);

    private static IEnumerable<Sight> SightsOf(Play play) =>
        Enumerable
            .Range(0, 5)
            .Select(Actor (i) => Move.Device(i))
            .Append(Given.Siv)
            .Append(Given.Berit)
            .Select(actor => new Sight(play.State, actor))
            .Append(new Sight(play.State, Actor: null));

    private static Audience BoardOf(Workshop workshop, Note note) =>
        workshop.AudienceOf(workshop.BoardOf(note.GroupId, note.QuestionId));

    private static bool IsHidden(Sight sight, Note note) =>
        !BoardOf(sight.Workshop, note).Reaches(sight.Memberships) && !sight.IsOwn(note);

    // Plain, because it is asked millions of times.
    private static void HoldsNone(Play play, IEnumerable<Note> hidden, string bytes)
    {
        foreach (var text in hidden.SelectMany(note => play.Texts[note.Id]))
        {
            if (bytes.Contains(text, StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"A hidden note is in {bytes}");
            }
        }
    }
}
