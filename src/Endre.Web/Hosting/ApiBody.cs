using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Endre.Domain.Shared;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Endre.Web.Hosting;

/// <summary>The JSON that a program sends, or a refusal that names the field that cannot be read.</summary>
internal static class ApiBody
{
    private const int LongestFieldName = 40;

    /// <summary>Reads the body with the options all of the API has.</summary>
    public static ValueTask<(T? Body, Refusal? Refusal)> ReadAsync<T>(HttpContext context)
        where T : class
    {
        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return ReadAsync(context, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
    }

    /// <summary>Reads the body as this type.</summary>
    public static async ValueTask<(T? Body, Refusal? Refusal)> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        // A program that does not say what it sends is believed to send JSON.
        if (context.Request is { ContentType: not null } request && !request.HasJsonContentType())
        {
            return (null, Refusal.Because("ContentTypeUnknown"));
        }
        try
        {
            var body = await JsonSerializer.DeserializeAsync(context.Request.BodyReader, type, context.RequestAborted);
            return body is null ? (null, Refusal.Because("BodyMalformed")) : (body, null);
        }
        catch (JsonException fault)
        {
            return (null, Malformed(fault.Path));
        }
    }

    private static Refusal Malformed(string? path) =>
        path is ['$', '.', .. { Length: <= LongestFieldName } field] && field.All(char.IsAsciiLetter)
            ? new Refusal("FieldMalformed", field, field)
            : Refusal.Because("BodyMalformed");
}
