using System.Net;
using System.Text.Json;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Provisioning;

public sealed class ScimUserTests(SharedApp shared) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task A_page_of_people_is_as_long_as_asked_for_and_all_pages_hold_everybody_once()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var scim = await ScimUnderTest.OnAsync(app);
        foreach (var number in Enumerable.Range(1, 7))
            await scim.AddUserAsync($"side{number}");
        var seen = new List<string>();
        for (var start = 1; ; start += 3)
        {
            var page = await scim.GetAsync($"/Users?startIndex={start}&count=3");
            page["totalResults"].ShouldBe("7");
            page["startIndex"].ShouldBe($"{start}");
            var resources = page.Body!["Resources"]!.AsArray();
            page["itemsPerPage"].ShouldBe($"{resources.Count}");
            if (resources.Count == 0)
                break;
            seen.AddRange(resources.Select(one => one!["userName"]!.ToString()));
        }

        seen.Count.ShouldBe(7);
        seen.Distinct().Count().ShouldBe(7);
        (await scim.GetAsync("/Users?count=0"))["itemsPerPage"].ShouldBe("0");
        (await scim.GetAsync("/Users?startIndex=-5&count=1"))["startIndex"].ShouldBe("1");
        (await scim.GetAsync("/Users?count=mange")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await scim.GetAsync("/Users?startIndex=99999999999"))["totalResults"].ShouldBe("7");
    }

    [Fact]
    public async Task People_are_sorted_by_what_is_asked_for()
    {
        using var scim = await ScimUnderTest.OnAsync(shared.App);
        await scim.AddUserAsync("sorterB");
        await scim.AddUserAsync("sortera");
        await scim.AddUserAsync("sorterC");
        var up = await scim.GetAsync("/Users?filter=userName sw \"sorter\"&sortBy=userName");
        Names(up).ShouldBe(["sortera", "sorterB", "sorterC"]);
        var down = await scim.GetAsync("/Users?filter=userName sw \"sorter\"&sortBy=userName&sortOrder=descending");
        Names(down).ShouldBe(["sorterC", "sorterB", "sortera"]);
        Names(
                await scim.SendAsync(
                    "POST",
                    "/Users/.search",
                    """{"filter":"userName eq \"SORTERA@fjordvik.example\"","attributes":["displayName"]}"""
                )
            )
            .ShouldBe(["sortera"]);
    }

    [Fact]
    public async Task Only_the_attributes_that_are_wanted_are_sent()
    {
        using var scim = await ScimUnderTest.OnAsync(shared.App);
        var id = (await scim.AddUserAsync("attributt", ""","name":{"givenName":"A","familyName":"B"}""")).Id;
        var some = await scim.GetAsync($"/Users/{id}?attributes=userName,name.familyName");
        some.Body!.Select(pair => pair.Key).ShouldBe(["schemas", "id", "userName", "name", "meta"], ignoreOrder: true);
        some.Body!["name"]!.ToJsonString().ShouldBe("""{"familyName":"B"}""");
        var others = await scim.GetAsync($"/Users/{id}?excludedAttributes=name.familyName,emails");
        others["name/givenName"].ShouldBe("A");
        others["name/familyName"].ShouldBe("");
        others["emails/0/value"].ShouldBe("");
    }

    [Fact]
    public async Task A_version_is_told_again_and_an_old_one_changes_nothing()
    {
        using var scim = await ScimUnderTest.OnAsync(shared.App);
        var made = await scim.AddUserAsync("versjon");
        made.Tag.ShouldStartWith("W/\"");
        made.Location.ShouldEndWith($"/scim/v2/Users/{made.Id}");
        made["meta/version"].ShouldBe(made.Tag);
        var same = await scim.GetAsync($"/Users/{made.Id}", ("If-None-Match", made.Tag!));
        same.Status.ShouldBe(HttpStatusCode.NotModified);

        const string Title = """[{"op":"replace","path":"title","value":"Lege"}]""";
        var changed = await scim.PatchAsync($"/Users/{made.Id}", Title, ("If-Match", made.Tag!));
        changed.Status.ShouldBe(HttpStatusCode.OK);
        changed.Tag.ShouldNotBe(made.Tag);
        foreach (var method in new[] { "PATCH", "PUT", "DELETE" })
        {
            var body =
                method == "PATCH" ? $$"""{"Operations":{{Title}}}""" : """{"userName":"versjon@fjordvik.example"}""";
            var late = await scim.SendAsync(
                method,
                $"/Users/{made.Id}",
                method == "DELETE" ? null : body,
                ("If-Match", made.Tag!)
            );
            late.Status.ShouldBe(HttpStatusCode.PreconditionFailed, method);
        }

        (await scim.GetAsync($"/Users/{made.Id}", ("If-None-Match", made.Tag!))).Status.ShouldBe(HttpStatusCode.OK);
        var unchanged = await scim.PatchAsync($"/Users/{made.Id}", Title);
        unchanged.Tag.ShouldBe(changed.Tag);
        unchanged["meta/lastModified"].ShouldBe(changed["meta/lastModified"]);
    }

    [Theory]
    [InlineData("userName eq")]
    [InlineData("userName like \"b%\"")]
    [InlineData("userName eq \"a\" or 1=1")]
    [InlineData("'; DROP TABLE people; --")]
    public async Task A_filter_that_is_none_is_refused(string filter)
    {
        using var scim = await ScimUnderTest.OnAsync(shared.App);
        var reply = await scim.GetAsync($"/Users?filter={Uri.EscapeDataString(filter)}");
        reply.Status.ShouldBe(HttpStatusCode.BadRequest);
        (reply["scimType"], reply["status"]).ShouldBe(("invalidFilter", "400"));
        reply["detail"].ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Hostile_filters_are_refused_without_being_worked_on()
    {
        using var scim = await ScimUnderTest.OnAsync(shared.App);
        string[] filters =
        [
            new string('(', 2_000) + "title pr" + new string(')', 1_000),
            string.Concat(Enumerable.Repeat("not (", 300)) + "title pr",
            string.Join(" or ", Enumerable.Repeat("userName co \"a\"", 200)),
            $"userName eq \"{new string('a', 5_000)}\"",
        ];
        // RFC 7644 §3.4.3: what is too long for an address is asked for in a body.
        foreach (var filter in filters)
            (await scim.SendAsync("POST", "/Users/.search", JsonSerializer.Serialize(new { filter })))["scimType"]
                .ShouldBe("invalidFilter");
        // Text is compared as text: there is no pattern to explode.
        (await scim.GetAsync($"/Users?filter={Uri.EscapeDataString("userName co \"(a+)+$\"")}"))["totalResults"]
            .ShouldBe("0");
    }

    [Theory]
    [InlineData("""{"displayName":"Uten navn"}""", "invalidValue")]
    [InlineData("""{"userName":"x@y.example","active":"kanskje"}""", "invalidValue")]
    [InlineData("""{"userName":"x@y.example","emails":[{"value":"ikke en adresse"}]}""", "invalidValue")]
    [InlineData("""{"userName":"x@y.example","externalId":"01019912345"}""", "invalidValue")]
    [InlineData("""{"userName":"x@y.example","USERNAME":"z@y.example"}""", "invalidSyntax")]
    [InlineData("""["userName"]""", "invalidSyntax")]
    [InlineData("""{"userName":""", "invalidSyntax")]
    public async Task A_person_that_cannot_be_understood_is_refused(string body, string type)
    {
        using var scim = await ScimUnderTest.OnAsync(shared.App);
        var reply = await scim.SendAsync("POST", "/Users", body);
        (reply.Status, reply["scimType"]).ShouldBe((HttpStatusCode.BadRequest, type));
    }

    [Fact]
    public async Task Whoever_is_deleted_and_made_again_is_the_same_person()
    {
        using var scim = await ScimUnderTest.OnAsync(shared.App);
        var first = await scim.AddUserAsync("tilbake");
        (await scim.SendAsync("DELETE", $"/Users/{first.Id}", body: null)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await scim.GetAsync("/Users?filter=userName eq \"tilbake@fjordvik.example\""))["totalResults"].ShouldBe("0");
        var again = await scim.AddUserAsync("tilbake");
        (again.Id, again["active"]).ShouldBe((first.Id, "true"));
    }

    [Fact]
    public async Task Acts_are_logged_with_the_program_and_without_names()
    {
        using var scim = await ScimUnderTest.OnAsync(shared.App);
        var id = Guid.Parse((await scim.AddUserAsync("logget")).Id);
        await scim.PatchAsync($"/Users/{id}", """[{"op":"replace","path":"displayName","value":"Hemmelig Navn"}]""");
        var entries = await shared.App.InStorageAsync(context =>
            context.AuditEntries.Where(entry => entry.SubjectId == id).ToListAsync()
        );
        entries.Count.ShouldBe(2);
        entries.ShouldAllBe(entry =>
            entry.Program == "scim" && entry.ActorId == null && entry.Act == "ProvisionPerson"
        );
        // Both may be of the same millisecond, and then neither is the first.
        entries.Count(entry => entry.Details.Contains("DisplayName", StringComparison.Ordinal)).ShouldBe(1);
        entries.ShouldAllBe(entry => !entry.Details.Contains("Hemmelig"));
    }

    [Theory, EachDatabase]
    public async Task Many_at_once_lose_nothing(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind });
        using var scim = await ScimUnderTest.OnAsync(app);
        var twins = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(_ => scim.SendAsync("POST", "/Users", """{"userName":"tvilling@fjordvik.example"}"""))
        );
        twins.Count(reply => reply.Status == HttpStatusCode.Created).ShouldBe(1);
        twins.Count(reply => reply.Status == HttpStatusCode.Conflict).ShouldBe(5);

        var people = new List<string>();
        foreach (var number in Enumerable.Range(1, 4))
            people.Add((await scim.AddUserAsync($"samtidig{number}")).Id);
        var group = (await scim.AddGroupAsync("Samtidige")).Id;
        var replies = await Task.WhenAll(
            people.Select(id =>
                scim.PatchAsync(
                    $"/Groups/{group}",
                    $$"""[{"op":"add","path":"members","value":[{"value":"{{id}}"}]}]"""
                )
            )
        );
        replies.ShouldAllBe(reply => reply.Status == HttpStatusCode.NoContent);
        var members = (await scim.GetAsync($"/Groups/{group}")).Body!["members"]!.AsArray();
        members.Select(one => one!["value"]!.ToString()).ShouldBe(people, ignoreOrder: true);
    }

    private static IEnumerable<string> Names(ScimReply reply) =>
        reply.Body!["Resources"]!.AsArray().Select(one => one!["displayName"]!.ToString());
}
