using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Endre.Bench.Servers;

namespace Endre.Bench.Load;

/// <summary>A hall full of people who follow and write: the same for both servers.</summary>
internal sealed class Hall : IAsyncDisposable
{
    private readonly List<Follower> followers = [];
    private readonly List<Task> reading = [];
    private readonly List<Poster> posters = [];
    private long forgotten;

    private Hall(Uri address, string notes, string questionId, IReadOnlyList<string?> tokens)
    {
        Address = address;
        Notes = notes;
        QuestionId = questionId;
        Tokens = tokens;
    }

    public Uri Address { get; }

    public string Notes { get; }

    public string QuestionId { get; }

    public IReadOnlyList<string?> Tokens { get; }

    public IReadOnlyList<Follower> Followers => followers;

    public IReadOnlyList<Poster> Posters => posters;

    public long Seen => followers.Sum(f => f.Seen) - forgotten;

    /// <summary>The workshop's sequence when the hall was full.</summary>
    public long FirstSequence { get; private init; }

    /// <summary>People in front of the bare server: nobody has to join.</summary>
    public static async Task<Hall> BareAsync(ServerProcess server, int people, int connections, bool isTimed)
    {
        var hall = new Hall(server.Address, "/notes", "q", new string?[people]);
        return await hall.FillAsync("/events", connections, isTimed);
    }

    /// <summary>People in a workshop of one group that writes, revealed, so that everybody sees every note.</summary>
    public static async Task<Hall> EndreAsync(
        ServerProcess server,
        int people,
        int connections,
        bool isTimed,
        bool isRevealed = true
    )
    {
        using var facilitator = await new Poster(server.Address).ConnectAsync();
        var token = server.Said("token facilitator");
        var (_, made) = await facilitator.PostAsync(
            "/api/v1/workshops",
            """{"template":"mdi","title":"Benk","groups":1}""",
            token
        );
        var workshop = Read(made);
        var id = workshop.GetProperty("workshopId").GetString()!;
        var code = workshop.GetProperty("code").GetString()!;
        var tokens = await JoinAsync(server.Address, code, people);
        var question = "";
        while (question.Length == 0)
        {
            var (_, moved) = await facilitator.PostAsync($"/api/v1/workshops/{id}/steps/next", "{}", token);
            var step = Read(moved).GetProperty("step");
            question =
                step.GetProperty("kind").GetString() == "write" ? step.GetProperty("questionId").GetString()! : "";
        }
        var sequence = 0L;
        if (isRevealed)
        {
            var (_, revealed) = await facilitator.PostAsync($"/api/v1/workshops/{id}/reveal", "{}", token);
            sequence = Read(revealed).GetProperty("sequence").GetInt64();
        }
        var hall = new Hall(server.Address, $"/api/v1/workshops/{id}/notes", question, tokens)
        {
            FirstSequence = sequence,
        };
        return await hall.FillAsync($"/api/v1/workshops/{id}/events", connections, isTimed);
    }

    /// <summary>A note of one person, stamped now.</summary>
    public byte[] Note(int person)
    {
        var half = person % 2 == 0 ? "a" : "b";
        var json =
            $$"""{"id":"{{Guid.CreateVersion7()}}","questionId":"{{QuestionId}}","half":"{{half}}","text":"Vi mangler tid til å prøve nye ting i hverdagen {{Follower.Stamp()}}"}""";
        return Poster.Request(Address, Notes, json, Tokens[person % Tokens.Count]);
    }

    /// <summary>Waits until everybody has seen so many notes, or until the patience is over.</summary>
    public async Task<bool> WaitForAsync(long seen, TimeSpan patience)
    {
        var start = Stopwatch.GetTimestamp();
        while (Seen < seen)
        {
            if (Stopwatch.GetElapsedTime(start) > patience)
            {
                return false;
            }
            await Task.Delay(2);
        }
        return true;
    }

    /// <summary>Counts from here on: what came before was to warm up.</summary>
    public void Forget()
    {
        forgotten += Seen;
        followers.ForEach(f => f.Forget());
    }

    public async ValueTask DisposeAsync()
    {
        followers.ForEach(f => f.Dispose());
        posters.ForEach(p => p.Dispose());
        await Task.WhenAll(reading);
    }

    private async Task<Hall> FillAsync(string events, int connections, bool isTimed)
    {
        for (var i = 0; i < Tokens.Count; i++)
        {
            followers.Add(await Follower.OpenAsync(Address, events, Tokens[i], isTimed));
        }
        reading.AddRange(followers.Select(f => f.ReadAsync()));
        for (var i = 0; i < connections; i++)
        {
            posters.Add(await new Poster(Address).ConnectAsync());
        }
        return this;
    }

    private static async Task<IReadOnlyList<string?>> JoinAsync(Uri address, string code, int people)
    {
        var tokens = new ConcurrentBag<string?>();
        var left = people;
        await Task.WhenAll(
            Enumerable
                .Range(0, Math.Min(16, Math.Max(people, 1)))
                .Select(async _ =>
                {
                    using var poster = await new Poster(address).ConnectAsync();
                    while (Interlocked.Decrement(ref left) >= 0)
                    {
                        var (_, joined) = await poster.PostAsync(
                            "/api/v1/join",
                            $$"""{"code":"{{code}}","name":null}"""
                        );
                        tokens.Add(Read(joined).GetProperty("token").GetString());
                    }
                })
        );
        return [.. tokens];
    }

    // Kestrel answers the API in chunks; the JSON is what stands between the braces.
    private static JsonElement Read(string body)
    {
        var json = body[body.IndexOf('{', StringComparison.Ordinal)..(body.LastIndexOf('}') + 1)];
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
