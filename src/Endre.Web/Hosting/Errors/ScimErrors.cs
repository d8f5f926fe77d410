using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Endre.Web.Hosting.Errors;

/// <summary>Errors as SCIM's clients read them (RFC 7644 §3.12). They are in English: programs log them.</summary>
internal static class ScimErrors
{
    public const string Path = "/scim/v2";
    public const string MediaType = "application/scim+json";

    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static bool IsFor(HttpRequest request) =>
        request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase);

    public static JsonObject Body(int status, string detail, string? type = null)
    {
        var body = new JsonObject { ["schemas"] = new JsonArray("urn:ietf:params:scim:api:messages:2.0:Error") };
        if (type is not null)
            body["scimType"] = type;
        body["detail"] = detail;
        body["status"] = status.ToString(CultureInfo.InvariantCulture);
        return body;
    }

    public static Task WriteAsync(HttpContext context, RequestError error)
    {
        var detail = error.Status switch
        {
            StatusCodes.Status401Unauthorized => "A valid bearer token of a provisioning client is needed.",
            StatusCodes.Status403Forbidden => "This is not for this client.",
            StatusCodes.Status404NotFound => "There is no such resource.",
            StatusCodes.Status405MethodNotAllowed => "The resource does not take this method.",
            StatusCodes.Status413PayloadTooLarge => "The request is larger than 1 MiB.",
            StatusCodes.Status429TooManyRequests => "Too many requests: wait as long as Retry-After says.",
            StatusCodes.Status503ServiceUnavailable => "The storage does not answer: try again later.",
            >= 500 => $"Something went wrong; the log knows it as {error.Reference ?? "-"}.",
            _ => "The request cannot be used.",
        };
        context.Response.ContentType = MediaType;
        return context.Response.WriteAsync(Body(error.Status, detail).ToJsonString(Json), context.RequestAborted);
    }
}
