using static Endre.Web.Tests.Features.Workshops.BadInput.WritingWorkshop;

namespace Endre.Web.Tests.Features.Workshops.BadInput;

/// <summary>Whose token a request carries.</summary>
internal enum Asker
{
    Device,
    Nobody,
    Facilitator,
    Employee,
    AnotherFacilitator,
    Forger,
}

/// <summary>A request that cannot be used, and how it is answered. Its address and body hold places that are filled in.</summary>
internal sealed record BadRequest(
    string Name,
    string Address,
    Func<HttpContent?> Body,
    int Status,
    string Type,
    string? Field = null,
    Asker Asker = Asker.Device,
    string Method = "POST"
)
{
    /// <summary>In a body: a note that another device wrote.</summary>
    public static readonly Guid Others = Guid.Parse("0198f000-0000-7000-8000-00000000aaaa");

    public static readonly string Huge = new('x', 1_000_000);

    public static Guid Id => Guid.CreateVersion7();

    public override string ToString() => $"{Method} {Address}: {Name}";

    public static HttpContent? None() => null;

    public static HttpContent Any() => Json(WritingWorkshop.Note(Guid.CreateVersion7(), "x"));

    public static BadRequest Note(string name, string json, int status, string type, string? field = null) =>
        new(name, "{notes}", () => Json(json), status, type, field);

    public static BadRequest Join(string name, string json, int status, string type, string? field = null) =>
        new(name, "/api/v1/join", () => Json(json), status, type, field, Asker.Nobody);

    public static BadRequest Make(string name, string json, int status, string type, string? field = null) =>
        new(name, "/api/v1/workshops", () => Json(json), status, type, field, Asker.Facilitator);

    public static BadRequest Follow(string name, string after) =>
        new(
            name,
            $"/api/v1/workshops/{{id}}/events?after={Uri.EscapeDataString(after)}",
            None,
            400,
            "after-malformed",
            "after",
            Asker.Device,
            "GET"
        );

    public static IEnumerable<BadRequest> Wordings(params (string Name, string Text, string Type)[] texts) =>
        texts.Select(t =>
            Note(
                t.Name,
                $$"""{"id":"{{Id}}","questionId":"question-1","half":"a","text":"{{t.Text}}"}""",
                422,
                t.Type,
                "text"
            )
        );

    public static IEnumerable<BadRequest> Reads(params string[] endings) =>
        endings.SelectMany(ending =>
            new BadRequest[]
            {
                new(
                    "nobody",
                    $"/api/v1/workshops/{{id}}{ending}",
                    None,
                    401,
                    "token-missing",
                    null,
                    Asker.Nobody,
                    "GET"
                ),
                new(
                    "a stranger",
                    $"/api/v1/workshops/{{another}}{ending}",
                    None,
                    404,
                    "workshop-unknown",
                    null,
                    Asker.Device,
                    "GET"
                ),
            }
        );
}
