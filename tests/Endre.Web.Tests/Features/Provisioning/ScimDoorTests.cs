using System.Net;
using System.Text.Json.Nodes;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Provisioning;

/// <summary>Who gets in, what is told to those who look first, and how much one may ask.</summary>
public sealed class ScimDoorTests(SharedApp shared) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task Only_a_provisioning_clients_token_opens_it()
    {
        var ada = await shared.App.AdministratorAsync("Ada Skim");
        using var stranger = new ScimUnderTest(shared.App.Api());
        using var person = new ScimUnderTest(shared.App.Api(ada.Token));
        using var guesser = new ScimUnderTest(shared.App.Api("es_feil"));
        using var browser = shared.App.As(ada);
        foreach (var scim in new[] { stranger, person, guesser, new ScimUnderTest(browser.Client) })
        {
            var reply = await scim.GetAsync("/Users");
            reply.Status.ShouldBe(HttpStatusCode.Unauthorized);
            (reply.MediaType, reply["status"]).ShouldBe(("application/scim+json", "401"));
            reply["schemas/0"].ShouldBe("urn:ietf:params:scim:api:messages:2.0:Error");
        }
    }

    [Fact]
    public async Task A_clients_token_opens_nothing_else()
    {
        using var scim = await ScimUnderTest.OnAsync(shared.App);
        (await scim.Client.GetAsync("/api/v1/workshops")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var page = await scim.Client.GetAsync("/personer");
        page.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_ends_when_its_time_is_over_or_somebody_closes_it()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var old = await ScimUnderTest.OnAsync(app, "Gammel");
        using var closed = await ScimUnderTest.OnAsync(app, "Stengt");
        (await old.GetAsync("/Users")).Status.ShouldBe(HttpStatusCode.OK);
        using var ada = app.As(await app.AdministratorAsync());
        var page = await ada.OpenAsync("/personer/automatisk");
        page.Text.ShouldContain("2. mars 2026");
        await page.PressAsync("Steng: Stengt");
        (await closed.GetAsync("/Users")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        app.Time.Advance(TimeSpan.FromDays(366));
        (await old.GetAsync("/Users")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task How_to_sign_in_is_told_to_everybody_and_the_rest_to_clients()
    {
        using var stranger = new ScimUnderTest(shared.App.Api());
        var configuration = await stranger.GetAsync("/ServiceProviderConfig");
        configuration.Status.ShouldBe(HttpStatusCode.OK);
        configuration["authenticationSchemes/0/type"].ShouldBe("oauthbearertoken");
        (configuration["patch/supported"], configuration["bulk/supported"], configuration["etag/supported"]).ShouldBe(
            ("true", "false", "true")
        );
        configuration["filter/maxResults"].ShouldBe("200");
        (await stranger.GetAsync("/Schemas")).Status.ShouldBe(HttpStatusCode.Unauthorized);

        using var scim = await ScimUnderTest.OnAsync(shared.App);
        var types = await scim.GetAsync("/ResourceTypes");
        (types["totalResults"], types["Resources/0/id"], types["Resources/1/endpoint"]).ShouldBe(
            ("2", "User", "/Groups")
        );
        (await scim.GetAsync("/ResourceTypes/User"))["schemaExtensions/0/schema"].ShouldBe(ScimUnderTest.Enterprise);
        var schemas = await scim.GetAsync("/Schemas");
        foreach (var schema in schemas.Body!["Resources"]!.AsArray())
        {
            var alone = await scim.GetAsync($"/Schemas/{schema!["id"]}");
            JsonNode.DeepEquals(alone.Body, schema).ShouldBeTrue();
        }

        (await scim.GetAsync("/Schemas?filter=id pr")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await scim.GetAsync("/Schemas/urn:finnes:ikke")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await scim.GetAsync("/Me")).Status.ShouldBe(HttpStatusCode.NotImplemented);
        (await scim.GetAsync("/Biler")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await scim.GetAsync("/Biler")).MediaType.ShouldBe("application/scim+json");
    }

    [Fact]
    public async Task Everything_that_a_person_is_told_with_stands_in_the_schemas()
    {
        using var scim = await ScimUnderTest.OnAsync(shared.App);
        var user = await scim.AddUserAsync(
            "skjema",
            $$"""
            ,"externalId":"sk-1","title":"Lege","preferredLanguage":"nn","name":{"givenName":"S","familyName":"K"},
            "{{ScimUnderTest.Enterprise}}":{"employeeNumber":"1","department":"A","division":"B","organization":"C"}
            """
        );
        var known = (await scim.GetAsync("/Schemas")).Body!["Resources"]!
            .AsArray()
            .ToDictionary(one => one!["id"]!.ToString(), one => Names(one!["attributes"]!));
        var common = new[] { "schemas", "id", "meta", ScimUnderTest.Enterprise };
        user.Body!.Select(pair => pair.Key)
            .Except(common)
            .Except(known["urn:ietf:params:scim:schemas:core:2.0:User"])
            .ShouldBeEmpty();
        user.Body![ScimUnderTest.Enterprise]!
            .AsObject()
            .Select(pair => pair.Key)
            .Except(known[ScimUnderTest.Enterprise])
            .ShouldBeEmpty();
        (user["title"], user["preferredLanguage"], user["externalId"]).ShouldBe(("Lege", "nn", "sk-1"));

        static HashSet<string> Names(JsonNode attributes) =>
            [.. attributes.AsArray().Select(one => one!["name"]!.ToString())];
    }

    [Fact]
    public async Task A_client_that_asks_too_fast_is_told_to_wait()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var scim = await ScimUnderTest.OnAsync(app);
        var limited = new List<HttpResponseMessage>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 2_000),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (_, ct) =>
            {
                if (limited.Count > 0)
                    return;
                var answer = await scim.Client.GetAsync("/scim/v2/ServiceProviderConfig", ct);
                if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                {
                    lock (limited)
                        limited.Add(answer);
                }
            }
        );
        limited.ShouldNotBeEmpty();
        limited[0].Headers.RetryAfter.ShouldNotBeNull();
        (await limited[0].Content.ReadAsStringAsync()).ShouldContain("\"429\"");
    }

    [Fact]
    public async Task A_request_that_is_too_large_or_no_json_is_refused()
    {
        using var scim = await ScimUnderTest.OnAsync(shared.App);
        var large = await scim.SendAsync("POST", "/Users", $$"""{"userName":"{{new string('a', 1_100_000)}}"}""");
        large.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        large.MediaType.ShouldBe("application/scim+json");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("userName", "x")]);
        using var answer = await scim.Client.PostAsync("/scim/v2/Users", form);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("POST", "/Users", "7B 22 75 73 65 72 4E 61 6D 65 22 3A 22 6B E5 72 69 22 7D")]
    [InlineData("POST", "/Users/.search", "7B 22 66 69 6C FF 72 22 3A 22 61 22 7D")]
    [InlineData("POST", "/Users", "7B 22 75 73 65 72 4E 61 6D 65 22 3A 22 5C 75 64 38 30 30 22 7D")]
    public async Task Json_whose_words_are_no_text_is_refused(string method, string path, string bytes)
    {
        using var scim = await ScimUnderTest.OnAsync(shared.App);
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/scim/v2{path}")
        {
            Content = new ByteArrayContent(Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal))),
        };
        request.Content.Headers.ContentType = new("application/scim+json");
        using var answer = await scim.Client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("invalidSyntax");
    }

    [Fact]
    public async Task The_token_itself_is_nowhere_in_the_database()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var ada = app.As(await app.AdministratorAsync());
        var page = await ada.OpenAsync("/personer/automatisk");
        var shown = await page.Fill("Navn", "Entra ID").PressAsync("Lag nøkkel");
        shown.Heading.ShouldBe("Nøkkelen til Entra ID");
        var token = shown.ValueOf("Nøkkel");
        using var scim = new ScimUnderTest(app.Api(token));
        (await scim.GetAsync("/Users")).Status.ShouldBe(HttpStatusCode.OK);
        (await ada.OpenAsync("/personer/automatisk")).Text.ShouldNotContain(token);
        var client = await app.InStorageAsync(context => context.ProvisioningClients.SingleAsync());
        client.Hash.ShouldBe(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token)));
        app.Log.All.ShouldAllBe(line => !line.Contains(token));
    }
}
