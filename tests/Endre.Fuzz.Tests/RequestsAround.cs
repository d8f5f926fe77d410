using System.Text;

namespace Endre.Fuzz.Tests;

/// <summary>The request around what is tried.</summary>
internal static partial class Requests
{
    private static string Client(OpenHouse house) => $"Authorization: Bearer {house.ClientToken}\r\n";

    private static Place Scim(string name, string method, string path, string sample) =>
        new(
            name,
            (house, body) =>
                Raw(
                    house,
                    method,
                    path,
                    [],
                    $"Content-Type: application/scim+json\r\nContent-Length: {body.Length}\r\n{Client(house)}",
                    body
                ),
            [Encoding.UTF8.GetBytes(sample)]
        );

    private static string Participant(OpenHouse house) => $"Authorization: Bearer {house.Workshop.Token}\r\n";

    private static string Facilitator(OpenHouse house) => $"Authorization: Bearer {house.Facilitator.Token}\r\n";

    private static Place Body(
        string name,
        string path,
        string type,
        Func<OpenHouse, string> headers,
        params string[] samples
    ) =>
        new(
            name,
            (house, body) =>
                Raw(
                    house,
                    "POST",
                    path,
                    [],
                    $"Content-Type: {type}\r\nContent-Length: {body.Length}\r\n{headers(house)}",
                    body
                ),
            [.. samples.Select(Encoding.UTF8.GetBytes)]
        );

    private static Place Header(string name, string request, string header, params string[] samples) =>
        new(
            $"header: {name}",
            (house, value) =>
                Raw(
                    house,
                    request.Split(' ')[0],
                    request.Split(' ')[1],
                    [],
                    request.StartsWith("POST", StringComparison.Ordinal) ? "Content-Length: 2\r\n" : "",
                    request.StartsWith("POST", StringComparison.Ordinal) ? "{}"u8.ToArray() : [],
                    [.. Encoding.ASCII.GetBytes($"{header}: "), .. Named(house, value), (byte)'\r', (byte)'\n']
                ),
            [.. samples.Select(Encoding.UTF8.GetBytes)]
        );

    private static Place Query(string name, string path, params string[] samples) =>
        new(
            $"query: {name}",
            (house, query) =>
                Raw(
                    house,
                    "GET",
                    path + "?",
                    query,
                    $"Cookie: endre-deltaker-{house.Workshop.Id:N}={house.Workshop.Token}; {house.SignedIn}\r\n",
                    []
                ),
            [.. samples.Select(Encoding.UTF8.GetBytes)]
        );

    private static byte[] Raw(
        OpenHouse house,
        string method,
        string path,
        byte[] rest,
        string headers,
        byte[] body,
        byte[]? header = null
    )
    {
        var address = path.Replace("{id}", $"{house.Workshop.Id}", StringComparison.Ordinal)
            .Replace("{person}", $"{house.Facilitator.Id}", StringComparison.Ordinal);
        var host =
            header is not null && Encoding.ASCII.GetString(header).StartsWith("Host:", StringComparison.Ordinal)
                ? ""
                : "Host: localhost\r\n";
        return
        [
            .. Encoding.ASCII.GetBytes($"{method} {address}"),
            .. rest,
            .. Encoding.ASCII.GetBytes($" HTTP/1.1\r\n{host}Connection: close\r\n{headers}"),
            .. header ?? [],
            .. "\r\n"u8,
            .. body,
        ];
    }

    private static byte[] Named(OpenHouse house, byte[] value) =>
        Encoding.Latin1.GetBytes(
            Encoding
                .Latin1.GetString(value)
                .Replace("{id:N}", $"{house.Workshop.Id:N}", StringComparison.Ordinal)
                .Replace("{token}", house.Workshop.Token, StringComparison.Ordinal)
        );
}
