using System.Text.RegularExpressions;
using CsCheck;
using Endre.Domain.Workshops;
using Endre.Testing;
using Endre.Testing.Rights;
using Endre.Web.Live;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Fuzz.Tests;

/// <summary>
/// Every act of every page and of the API, found in the running program, with the fields that any form or body has and
/// values that none should have. A new act is tried by itself.
/// </summary>
public sealed partial class FormTests(OpenHouse house) : IClassFixture<OpenHouse>
{
    private static readonly string[] Values =
    [
        "",
        " ",
        "0",
        "-1",
        "1",
        "7",
        "99999999999999999999",
        "2147483647",
        "-2147483648",
        "1e999",
        "NaN",
        "true",
        "false",
        "on",
        "a",
        "b",
        "c",
        "g1",
        "g2",
        "question-1",
        "question-2",
        "question-1-write",
        "mdi",
        "nb",
        "up",
        "down",
        "table",
        "00000000-0000-0000-0000-000000000000",
        "not-a-guid",
        "\0",
        "\uFEFF\u200B",
        "\u202Egnp.exe",
        "<script>alert(1)</script>",
        "13097248022",
        "2026-02-30",
        "2026-03-02",
        "9999-12-31",
        "0001-01-01",
        "//evil.example",
        "en\nto\ntre",
        "2-1A",
        "Barrier",
        "kari@example.no",
        "Kari",
        "😀😀",
        new('å', 600),
        new('x', 6_000),
        string.Concat(Enumerable.Repeat("linje\n", 400)),
    ];

    private static readonly string[] Fields = FieldsOfTheProgram();

    [Fact]
    public async Task Every_act_takes_or_refuses_whatever_is_sent()
    {
        var acts = Act.Of(house.App.Services.GetRequiredService<EndpointDataSource>()).Where(act => !act.IsRead);
        var unread = new List<string>();
        foreach (var act in acts)
        {
            var from = house.App.Log.All.Count;
            var reached = 0;
            await house.RenewAsync();
            var known = Values.Concat(await IdsAsync()).ToArray();
            await Gen.Select(Gen.Int[0, Fields.Length - 1], Gen.Int[0, known.Length - 1])
                .Array[0, 25]
                .SampleAsync(
                    async picked =>
                        reached += await TryAsync(
                            act,
                            picked.Select(at => KeyValuePair.Create(Fields[at.Item1], known[at.Item2]))
                        ),
                    seed: Rounds.Seed,
                    iter: Rounds.Of(4),
                    threads: 1,
                    print: picked =>
                        $"{act}: {string.Join('&', picked.Select(at => $"{Fields[at.Item1]}={known[at.Item2]}"))}"
                );
            house.HasNoFault(from);
            if (reached == 0)
                unread.Add($"{act}");
        }
        // An act that none of them reaches is not tried at all.
        unread.ShouldBeEmpty();
    }

    [Fact]
    public void The_fields_are_found_in_the_program() =>
        new[] { "noteId", "clusterId", "commandId", "groupId", "text", "email", "password" }.ShouldBeSubsetOf(Fields);

    /// <returns>How many were not turned away before what they sent was read.</returns>
    private async Task<int> TryAsync(Act act, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var sent = fields.ToList();
        var reached = 0;
        foreach (var (player, door) in house.Visitors)
        {
            var filled = await house.Rows.FillAsync(act);
            var reply = await door.AskAsync(act, filled.Address, house.Workshop, sent);
            // What is not offered says so with 501.
            (reply.Status is >= 500 and not 501).ShouldBeFalse(
                $"{act} as {player.Role}: {reply.Status}\n{house.LastFault}"
            );
            reached += reply.Status is 302 or 401 or 403 or 404 ? 0 : 1;
        }
        return reached;
    }

    // What a form may point at: notes, participants, the plan's own ids.
    private async Task<IEnumerable<string>> IdsAsync()
    {
        var live = await house
            .App.Services.GetRequiredService<LiveWorkshops>()
            .FindAsync(house.Workshop.Id, CancellationToken.None);
        var workshop = live!.State;
        var device = new Actor.Device(workshop.Participants.Keys.First(), house.Workshop.Token);
        var note = Guid.CreateVersion7();
        await live.DecideAsync(new Domain.Workshops.Notes.WriteNote(note, "question-1", "a", "En lapp"), device);
        return
        [
            $"{note}",
            .. workshop.Participants.Keys.Select(id => $"{id}"),
            $"{house.Facilitator.Id}",
            workshop.Current.Id,
        ];
    }

    // As the handlers read them and as the forms name them.
    private static string[] FieldsOfTheProgram() =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "src", "Endre.Web"), "*.*", SearchOption.AllDirectories)
                .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
                .SelectMany(file =>
                    Path.GetExtension(file) switch
                    {
                        ".cs" => ReadByHandler().Matches(File.ReadAllText(file)),
                        ".razor" => NamedInForm().Matches(File.ReadAllText(file)),
                        _ => Enumerable.Empty<Match>(),
                    }
                )
                .Select(match => match.Groups["field"].Value)
                .Where(field => field != "__token")
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    [GeneratedRegex(
        "\\.(Text|Id|Ids|Number)\\(\"(?<field>\\w+)\"\\)|form\\[\"(?<field>\\w+)\"\\]|\\[FromForm\\] [\\w?\\[\\]]+ (?<field>\\w+)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex ReadByHandler();

    [GeneratedRegex("[nN]ame=\"(?<field>[a-z]\\w+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedInForm();
}
