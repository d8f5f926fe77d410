using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Workshops;

/// <summary>The same note over several connections at once is one note, on both databases.</summary>
public sealed class SameNoteTwiceTests
{
    private const int Rounds = 60;
    private const int Connections = 4;

    [Theory, EachDatabase]
    public async Task Exactly_one_makes_it_and_the_others_get_the_same_sequence(DatabaseKind database)
    {
        await using var hall = await Hall.BeginAsync(database);
        var token = await hall.JoinAsync();
        using var connections = new Several(hall.App, token, Connections);
        for (var round = 0; round < Rounds; round++)
        {
            var id = Guid.CreateVersion7();
            var answers = await Task.WhenAll(connections.Select(c => hall.WriteAsync(c, id, $"Lapp {round}")));
            answers.Count(a => a.Status == HttpStatusCode.Created).ShouldBe(1);
            answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(Connections - 1);
            answers.Select(a => a.Sequence).Distinct().ShouldBe([hall.Workshop.State.Notes[id].Sequence]);
        }
        hall.Workshop.State.Notes.Count.ShouldBe(Rounds);
        hall.Workshop.State.Notes.Values.Select(n => n.Sequence).ShouldBeUnique();
    }

    [Theory, EachDatabase]
    public async Task Many_who_send_everything_twice_at_once_have_written_everything_once(DatabaseKind database)
    {
        await using var hall = await Hall.BeginAsync(database);
        var writers = new List<(Several Connections, Guid[] Ids)>();
        for (var i = 0; i < 8; i++)
        {
            var ids = Enumerable.Range(0, 15).Select(_ => Guid.CreateVersion7()).ToArray();
            writers.Add((new Several(hall.App, await hall.JoinAsync(), 2), ids));
        }
        var answers = await Task.WhenAll(
            writers
                .SelectMany(w => w.Connections.SelectMany(c => w.Ids.Select(id => (Client: c, Id: id))))
                .Select(async sent => (sent.Id, Answer: await hall.WriteAsync(sent.Client, sent.Id, "En lapp")))
        );
        foreach (var same in answers.GroupBy(a => a.Id))
        {
            same.Select(a => a.Answer.Status).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.Created]);
            same.Select(a => a.Answer.Sequence).Distinct().Count().ShouldBe(1);
        }
        hall.Workshop.State.Notes.Count.ShouldBe(8 * 15);
        writers.ForEach(w => w.Connections.Dispose());
    }

    [Theory, EachDatabase]
    public async Task The_same_id_from_another_device_is_refused_and_tells_nothing(DatabaseKind database)
    {
        await using var hall = await Hall.BeginAsync(database);
        using var kari = new Several(hall.App, await hall.JoinAsync(), 1);
        using var ola = new Several(hall.App, await hall.JoinAsync(), 1);
        for (var round = 0; round < Rounds; round++)
        {
            var id = Guid.CreateVersion7();
            var answers = await Task.WhenAll(
                hall.WriteAsync(kari[0], id, "Karis hemmelighet"),
                hall.WriteAsync(ola[0], id, "Olas hemmelighet")
            );
            var refused = answers.Single(a => a.Status == HttpStatusCode.Conflict);
            var taken = answers.Single(a => a.Status == HttpStatusCode.Created);
            refused.Body.ShouldContain("urn:endre:problem:note-not-yours");
            refused.Body.ShouldNotContain("hemmelighet");
            refused.Body.ShouldNotContain("sequence");
            hall.Workshop.State.Notes[id].Text.ShouldBe(answers[0] == taken ? "Karis hemmelighet" : "Olas hemmelighet");
        }
    }

    [Theory, EachDatabase]
    public async Task An_id_that_something_else_has_is_refused_and_harms_no_neighbor(DatabaseKind database)
    {
        await using var hall = await Hall.BeginAsync(database);
        using var frode = hall.App.As(hall.Workshop.Facilitator);
        var page = await frode.OpenAsync($"{hall.Workshop.Page}/styr");
        var id = Guid.CreateVersion7();
        await frode.PostAsync(page, $"{hall.Workshop.Page}/styr/pause", ("commandId", $"{id}"));
        using var kari = new Several(hall.App, await hall.JoinAsync(), 1);
        using var ola = new Several(hall.App, await hall.JoinAsync(), 8);
        var used = hall.Workshop.State.Sequence;
        var answers = await Task.WhenAll(
            ola.Select(c => hall.WriteAsync(c, Guid.CreateVersion7(), "En lapp"))
                .Prepend(hall.WriteAsync(kari[0], id, "En annen lapp"))
        );
        answers[0].Status.ShouldBe(HttpStatusCode.Conflict, answers[0].Body);
        answers[0].Body.ShouldContain("id-taken");
        answers.Skip(1).ShouldAllBe(a => a.Status == HttpStatusCode.Created);
        hall.Workshop.State.Sequence.ShouldBe(used + 8);
    }

    private sealed record Written(HttpStatusCode Status, long? Sequence, string Body);

    /// <summary>A workshop where everybody writes.</summary>
    private sealed class Hall(AppUnderTest app, WorkshopUnderTest workshop) : IAsyncDisposable
    {
        public AppUnderTest App => app;

        public WorkshopUnderTest Workshop => workshop;

        public static async Task<Hall> BeginAsync(DatabaseKind database)
        {
            var app = await AppUnderTest.StartAsync(new AppSetup { Database = database });
            var workshop = await app.WorkshopAsync();
            await workshop.GoToAsync("question-1-write");
            return new Hall(app, workshop);
        }

        public async Task<string> JoinAsync()
        {
            using var api = app.Api();
            using var answer = await api.PostAsJsonAsync("/api/v1/join", new { code = workshop.Code });
            var joined = await answer.Content.ReadFromJsonAsync<JsonElement>();
            return joined.GetProperty("token").GetString()!;
        }

        public async Task<Written> WriteAsync(HttpClient client, Guid id, string text)
        {
            var note = new
            {
                id,
                questionId = "question-1",
                half = "a",
                text,
            };
            using var answer = await client.PostAsJsonAsync($"/api/v1/workshops/{workshop.Id}/notes", note);
            var body = await answer.Content.ReadAsStringAsync();
            using var json = JsonDocument.Parse(body);
            var sequence = json.RootElement.TryGetProperty("sequence", out var s) ? s.GetInt64() : (long?)null;
            return new Written(answer.StatusCode, sequence, body);
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }

    /// <summary>Several clients with the same token, each with connections of its own.</summary>
    private sealed class Several : List<HttpClient>, IDisposable
    {
        public Several(AppUnderTest app, string token, int count)
            : base(Enumerable.Range(0, count).Select(_ => app.Api(token))) { }

        public void Dispose() => ForEach(c => c.Dispose());
    }
}
