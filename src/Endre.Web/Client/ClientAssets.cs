using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace Endre.Web.Client;

/// <summary>The bundled browser code, carried inside the executable under content-hashed names.</summary>
internal static class ClientAssets
{
    private const string Prefix = "client/";
    private const string Immutable = "public, max-age=31536000, immutable";

    private static readonly FrozenDictionary<string, string> Names = ReadManifest();
    private static readonly FrozenDictionary<string, Asset> Assets = ReadAssets();

    /// <summary>The address a page uses for a file of the bundle: <c>app.js</c>, <c>app.css</c>, <c>favicon.svg</c>.</summary>
    /// <exception cref="KeyNotFoundException">The bundle has no such file.</exception>
    public static string Url(string name) =>
        Names.TryGetValue(name, out var hashed)
            ? $"/dist/{hashed}"
            : throw new KeyNotFoundException($"The client bundle has no file '{name}'.");

    public static IEndpointRouteBuilder MapClientAssets(this IEndpointRouteBuilder routes)
    {
        routes
            .MapMethods("/dist/{file}", ["GET", "HEAD"], (string file, HttpContext context) => Send(context, file))
            .AllowAnonymous()
            .ExcludeFromDescription();
        // At the root, because a service worker only reaches what lies under its own address.
        routes
            .MapMethods("/sw.js", ["GET", "HEAD"], (HttpContext context) => Send(context, "sw.js"))
            .AllowAnonymous()
            .ExcludeFromDescription();
        return routes;
    }

    private static Task Send(HttpContext context, string file)
    {
        if (!Assets.TryGetValue(file, out var asset))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        var response = context.Response;
        response.Headers.CacheControl = file is "sw.js" ? "no-cache" : Immutable;
        response.Headers.ETag = asset.ETag;
        response.Headers.XContentTypeOptions = "nosniff";
        if (asset.Brotli is not null || asset.Gzip is not null)
            response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (context.Request.Headers.IfNoneMatch.Contains(asset.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        var (body, encoding) = asset.For(context.Request.Headers.AcceptEncoding.ToString());
        if (encoding is not null)
            response.Headers.ContentEncoding = encoding;
        response.ContentType = asset.ContentType;
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private static FrozenDictionary<string, string> ReadManifest()
    {
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + "manifest.json")
            ?? throw new InvalidOperationException("The client bundle is missing from the executable: build again.");
        return JsonSerializer
            .Deserialize<Dictionary<string, string>>(stream)!
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, Asset> ReadAssets() =>
        Names
            .Values.Distinct(StringComparer.Ordinal)
            .ToFrozenDictionary(file => file, ReadAsset, StringComparer.Ordinal);

    private static Asset ReadAsset(string file) =>
        new(ReadBytes(file)!, ReadBytes(file + ".br"), ReadBytes(file + ".gz"), ContentTypeOf(file));

    private static byte[]? ReadBytes(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + file);
        if (stream is null)
            return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string ContentTypeOf(string file) =>
        Path.GetExtension(file) switch
        {
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".woff2" => "font/woff2",
            ".webmanifest" => "application/manifest+json",
            ".png" => "image/png",
            _ => "application/octet-stream",
        };

    private sealed record Asset(byte[] Plain, byte[]? Brotli, byte[]? Gzip, string ContentType)
    {
        public string ETag { get; } =
            $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Plain))[..16]}\"";

        public (byte[] Body, string? Encoding) For(string accepted)
        {
            if (Brotli is not null && accepted.Contains("br", StringComparison.OrdinalIgnoreCase))
                return (Brotli, "br");
            return Gzip is not null && accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase)
                ? (Gzip, "gzip")
                : (Plain, null);
        }
    }
}
