using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Hosting;

/// <summary>A client can be written from <c>/openapi/v1.json</c> alone.</summary>
public sealed class ApiDescriptionTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string Problem = "application/problem+json";

    [Fact]
    public async Task Every_route_of_the_api_is_described_and_nothing_else()
    {
        using var description = await ReadAsync();
        var described = Operations(description).Select(o => $"{o.Method} {o.Path}");
        described
            .Order(StringComparer.Ordinal)
            .ShouldBe(Routes(isDescribed: true).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_what_identity_providers_and_mail_programs_alone_call_is_left_out() =>
        Routes(isDescribed: false)
            .ShouldBe(
                [
                    "POST /api/v1/sign-out/{provider}",
                    "POST /api/v1/unsubscribe/{token}",
                    "GET /api/v1/unsubscribe/{token}",
                ],
                ignoreOrder: true
            );

    [Fact]
    public async Task Every_operation_says_what_it_answers_and_why_it_says_no()
    {
        using var description = await ReadAsync();
        var wrong = new List<string>();
        foreach (var (method, path, operation) in Operations(description))
        {
            var answers = operation.GetProperty("responses").EnumerateObject().ToList();
            var name = $"{method} {path}";
            if (!operation.TryGetProperty("summary", out _))
                wrong.Add($"{name} has no summary");
            if (!answers.Exists(a => a.Name[0] == '2' && HasSchema(a.Value)))
                wrong.Add($"{name} does not say what it answers");
            if (!answers.Exists(a => a.Name[0] == '4'))
                wrong.Add($"{name} does not say why it says no");
            wrong.AddRange(
                answers
                    .Where(a => a.Name[0] is '4' or '5' && !IsProblem(a.Value))
                    .Select(a => $"{name} {a.Name} is no problem with a description")
            );
            if (path.Contains("{id}", StringComparison.Ordinal))
            {
                wrong.AddRange(
                    new[] { "401", "404" }
                        .Where(status => !answers.Exists(a => a.Name == status))
                        .Select(status => $"{name} says nothing of {status}")
                );
                if (!Parameters(operation).Contains("id"))
                    wrong.Add($"{name} has no id");
            }
        }
        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/api/v1/join", "code", "name", "heads", "groupId", "isScribe")]
    [InlineData(
        "/api/v1/hassles",
        "id",
        "text",
        "unitId",
        "placeCode",
        "speaker",
        "minutes",
        "timesPerWeek",
        "people",
        "name",
        "claimCode",
        "category",
        "fixer",
        "sure",
        "placeId"
    )]
    [InlineData("/api/v1/workshops/{id}/notes", "id", "questionId", "half", "text", "groupId", "fromPaper")]
    [InlineData("/api/v1/run-charts", "values", "rules")]
    [InlineData("/api/v1/workshops", "template", "title", "groups", "language", "withOptional", "id")]
    public async Task What_is_sent_is_described(string path, params string[] fields)
    {
        using var description = await ReadAsync();
        var body = Operations(description).Single(o => o.Path == path && o.Method == "POST").Operation;
        var schema = Resolve(
            description,
            body.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema")
        );
        schema.GetProperty("properties").EnumerateObject().Select(p => p.Name).ShouldBe(fields, ignoreOrder: true);
    }

    [Fact]
    public async Task The_stream_says_where_it_can_begin()
    {
        using var description = await ReadAsync();
        var events = Operations(description).Single(o => o.Path.EndsWith("/events", StringComparison.Ordinal));
        Parameters(events.Operation).ShouldBe(["id", "after", "view", "Last-Event-ID"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_shown_to_nobody_is_not_described()
    {
        using var client = shared.App.Api();
        var text = await client.GetStringAsync("/openapi/v1.json");
        foreach (var secret in new[] { "ballots", "ownership", "tokenHash", "\"device\"", "\"mark\"" })
        {
            text.ShouldNotContain(secret);
        }
    }

    [Fact]
    public async Task Only_what_strangers_may_do_needs_no_token()
    {
        using var description = await ReadAsync();
        description
            .RootElement.GetProperty("components")
            .GetProperty("securitySchemes")
            .GetProperty("token")
            .GetProperty("scheme")
            .GetString()
            .ShouldBe("bearer");
        Operations(description)
            .Where(o => !o.Operation.TryGetProperty("security", out var security) || security.GetArrayLength() == 0)
            .Select(o => o.Path)
            .ShouldBe(
                [
                    "/api/v1/join",
                    "/api/v1/hassles",
                    "/api/v1/hassles/similar",
                    "/api/v1/hassles/me-too",
                    "/api/v1/hassles/me-too/undo",
                    "/api/v1/run-charts",
                    "/api/v1/calendars/{token}.ics",
                ],
                ignoreOrder: true
            );
    }

    private async Task<JsonDocument> ReadAsync()
    {
        using var client = shared.App.Api();
        return JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json"));
    }

    private IEnumerable<string> Routes(bool isDescribed) =>
        from endpoint in shared.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let pattern = "/"
            + endpoint.RoutePattern.RawText!.Trim('/').Replace("{id:guid}", "{id}", StringComparison.Ordinal)
        where pattern.StartsWith("/api/v1/", StringComparison.Ordinal)
        let isLeftOut = endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>()
            is { ExcludeFromDescription: true }
        where isLeftOut != isDescribed
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
        select $"{method} {pattern}";

    private static IEnumerable<(string Method, string Path, JsonElement Operation)> Operations(
        JsonDocument description
    ) =>
        from path in description.RootElement.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select (operation.Name.ToUpperInvariant(), path.Name, operation.Value);

    private static IEnumerable<string> Parameters(JsonElement operation) =>
        operation.TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateArray().Select(p => p.GetProperty("name").GetString()!)
            : [];

    private static bool HasSchema(JsonElement answer) =>
        answer.TryGetProperty("content", out var content)
        && content.EnumerateObject().All(c => c.Value.TryGetProperty("schema", out _))
        && content.EnumerateObject().Any();

    private static bool IsProblem(JsonElement answer) =>
        answer.GetProperty("description").GetString()!.Length > 10
        && answer.TryGetProperty("content", out var content)
        && content.TryGetProperty(Problem, out var problem)
        && problem.GetProperty("schema").GetProperty("$ref").GetString() == "#/components/schemas/ApiProblem";

    private static JsonElement Resolve(JsonDocument description, JsonElement schema) =>
        schema.TryGetProperty("$ref", out var reference)
            ? description
                .RootElement.GetProperty("components")
                .GetProperty("schemas")
                .GetProperty(reference.GetString()!.Split('/')[^1])
            : schema;
}
