using System.Globalization;
using System.Text.Json.Nodes;
using Endre.Domain.Organizations.Provisioning;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.Provisioning.Scim;

/// <summary>An answer of SCIM: a resource, a list or an error in its own form (RFC 7644 §3.12).</summary>
internal sealed class ScimAnswer : IResult
{
    private const string ListSchema = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    private readonly int _status;
    private readonly JsonObject? _body;

    private ScimAnswer(int status, JsonObject? body) => (_status, _body) = (status, body);

    public string? Tag { get; init; }

    public string? Location { get; init; }

    public static ScimAnswer Nothing(string? tag = null) => new(StatusCodes.Status204NoContent, null) { Tag = tag };

    public static ScimAnswer NotModified(string tag) => new(StatusCodes.Status304NotModified, null) { Tag = tag };

    public static ScimAnswer Document(JsonObject body) => new(StatusCodes.Status200OK, body);

    /// <summary>One resource, as much of it as is wanted.</summary>
    public static ScimAnswer Resource(JsonObject resource, ScimProjection projection, int status = 200) =>
        new(status, projection.Of(resource))
        {
            Tag = resource["meta"]?["version"]?.GetValue<string>(),
            Location = resource["meta"]?["location"]?.GetValue<string>(),
        };

    public static ScimAnswer List(IEnumerable<JsonObject> page, int total, int startIndex)
    {
        var resources = new JsonArray([.. page]);
        return new ScimAnswer(
            StatusCodes.Status200OK,
            new JsonObject
            {
                ["schemas"] = new JsonArray(ListSchema),
                ["totalResults"] = total,
                ["startIndex"] = startIndex,
                ["itemsPerPage"] = resources.Count,
                ["Resources"] = resources,
            }
        );
    }

    public static ScimAnswer Fault(ScimFault fault) => Fault(StatusCodes.Status400BadRequest, fault.Detail, fault.Type);

    public static ScimAnswer Fault(int status, string detail, string? type = null) =>
        new(status, ScimErrors.Body(status, detail, type));

    public static ScimAnswer NotFound => Fault(StatusCodes.Status404NotFound, "There is no such resource.");

    public static ScimAnswer ChangedMeanwhile =>
        Fault(StatusCodes.Status412PreconditionFailed, "The resource has changed since this version.");

    public static ScimAnswer NotUnique(string what) =>
        Fault(StatusCodes.Status409Conflict, $"{what} is already that of another.", "uniqueness");

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = _status;
        if (Tag is not null)
            response.Headers.ETag = Tag;
        if (Location is not null)
            response.Headers[_status == StatusCodes.Status201Created ? "Location" : "Content-Location"] = Location;
        if (_body is null)
            return Task.CompletedTask;
        response.ContentType = ScimErrors.MediaType;
        return response.WriteAsync(_body.ToJsonString(ScimErrors.Json), httpContext.RequestAborted);
    }

    /// <summary>The status as SCIM's errors write it.</summary>
    public override string ToString() => _status.ToString(CultureInfo.InvariantCulture);
}
