using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Endre.Storage.Provisioning;
using Endre.Testing;
using Endre.Web.Access;

namespace Endre.Web.Tests.Features.Provisioning;

/// <summary>An answer of SCIM.</summary>
internal sealed record ScimReply(
    HttpStatusCode Status,
    JsonObject? Body,
    string? Tag,
    string? MediaType,
    string? Location
)
{
    public string this[string path] => At(Body, path.Split('/'))?.ToString() ?? "";

    public string Id => this["id"];

    private static JsonNode? At(JsonNode? node, string[] path) =>
        path.Aggregate(
            node,
            (at, part) =>
                at switch
                {
                    JsonArray array
                        when int.TryParse(part, System.Globalization.CultureInfo.InvariantCulture, out var place) =>
                        place < array.Count ? array[place] : null,
                    JsonObject parts => parts[part],
                    _ => null,
                }
        );
}

/// <summary>A provisioning client with a token.</summary>
internal sealed class ScimUnderTest(HttpClient client) : IDisposable
{
    public const string Enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    public HttpClient Client => client;

    public static async Task<ScimUnderTest> OnAsync(AppUnderTest app, string name = "Entra ID")
    {
        var token = SecretText.New("es_");
        var now = app.Time.GetUtcNow();
        await app.InStorageAsync(async context =>
        {
            context.ProvisioningClients.Add(
                new ProvisioningClient
                {
                    Name = name,
                    Hash = SecretText.Hash(token),
                    CreatedAt = now,
                    ExpiresAt = now.AddMonths(12),
                }
            );
            return await context.SaveChangesAsync();
        });
        return new ScimUnderTest(app.Api(token));
    }

    public Task<ScimReply> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync("GET", path, body: null, headers);

    public Task<ScimReply> PatchAsync(string path, string operations, params (string Name, string Value)[] headers) =>
        SendAsync(
            "PATCH",
            path,
            $$"""{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":{{operations}}}""",
            headers
        );

    public async Task<ScimReply> SendAsync(
        string method,
        string path,
        string? body,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(method),
            new Uri($"/scim/v2{path}", UriKind.Relative)
        );
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/scim+json", "utf-8");
        }

        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return new ScimReply(
            answer.StatusCode,
            text.Length == 0 ? null : JsonNode.Parse(text) as JsonObject,
            answer.Headers.ETag?.ToString(),
            answer.Content.Headers.ContentType?.MediaType,
            answer.Headers.Location?.ToString()
        );
    }

    /// <summary>Makes a person, as a client does.</summary>
    public async Task<ScimReply> AddUserAsync(string name, string more = "")
    {
        var reply = await SendAsync(
            "POST",
            "/Users",
            $$"""{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"{{name}}@fjordvik.example","displayName":"{{name}}"{{more}}}"""
        );
        reply.Status.ShouldBe(HttpStatusCode.Created, reply.Body?.ToJsonString());
        return reply;
    }

    public async Task<ScimReply> AddGroupAsync(string name, params string[] members)
    {
        var list = string.Join(',', members.Select(id => $$"""{"value":"{{id}}"}"""));
        var reply = await SendAsync("POST", "/Groups", $$"""{"displayName":"{{name}}","members":[{{list}}]}""");
        reply.Status.ShouldBe(HttpStatusCode.Created, reply.Body?.ToJsonString());
        return reply;
    }

    public void Dispose() => client.Dispose();
}
