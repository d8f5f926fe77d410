using System.Text;

namespace Endre.Fuzz.Tests;

/// <summary>A place in a request where somebody may write what they like.</summary>
/// <param name="Name">Which place.</param>
/// <param name="Write">The whole request, as bytes, with these bytes in that place.</param>
/// <param name="Samples">What is right.</param>
public sealed record Place(string Name, Func<OpenHouse, byte[], byte[]> Write, IReadOnlyList<byte[]> Samples)
{
    public override string ToString() => Name;
}

/// <summary>Everything of a request that the program reads, a line each. Forms are tried by <see cref="FormTests"/>.</summary>
internal static partial class Requests
{
    private const string Json = "application/json";
    private const string Multipart = "multipart/form-data; boundary=x";

    public static readonly IReadOnlyList<Place> All =
    [
        Body(
            "JSON: join",
            "/api/v1/join",
            Json,
            _ => "",
            """{"code":"482913","name":"Kari","heads":2,"groupId":"g1","isScribe":false}"""
        ),
        Body(
            "JSON: write note",
            "/api/v1/workshops/{id}/notes",
            Json,
            Participant,
            """{"id":"0199c0de-0000-7000-8000-000000000001","questionId":"question-1","half":"a","text":"Skriveren står i veien"}"""
        ),
        Body(
            "JSON: create workshop",
            "/api/v1/workshops",
            Json,
            Facilitator,
            """{"template":"mdi","title":"Prøve","groups":3,"language":"nb","id":"0199c0de-0000-7000-8000-000000000002"}"""
        ),
        Body(
            "JSON: reveal",
            "/api/v1/workshops/{id}/reveal",
            Json,
            Facilitator,
            """{"groupId":"g1","questionId":"question-1"}"""
        ),
        Body(
            "JSON: import report",
            "/api/v1/workshops/import",
            Json,
            Facilitator,
            "{}",
            """{"format":"endre-report-1","title":"a","questions":[],"groups":[]}"""
        ),
        Body(
            "JSON: say a hassle",
            "/api/v1/hassles",
            Json,
            Facilitator,
            """{"id":"0199c0de-0000-4000-8000-000000000003","text":"Skriveren står i veien","placeCode":"3f7k2m9q","speaker":"anonymous","minutes":10,"timesPerWeek":2.5,"people":7}"""
        ),
        Body(
            "JSON: me too",
            "/api/v1/hassles/me-too",
            Json,
            Facilitator,
            """{"hassleId":"0199c0de-0000-4000-8000-000000000003","device":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}"""
        ),
        Body(
            "JSON: run chart",
            "/api/v1/run-charts",
            Json,
            _ => "",
            """{"values":[1,2.5,null,4,5,6,7,8,9,10,11,1e9],"rules":"perla"}"""
        ),
        Scim(
            "SCIM: person",
            "POST",
            "/scim/v2/Users",
            "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"kari@x.no\",\"name\":{\"givenName\":\"Kari\",\"familyName\":\"Ærfugl\"},\"emails\":[{\"value\":\"kari@x.no\",\"primary\":true}],\"active\":true}"
        ),
        Scim("SCIM: group", "POST", "/scim/v2/Groups", """{"displayName":"Helse","members":[{"value":"2819c223"}]}"""),
        Scim(
            "SCIM: change of a person",
            "PATCH",
            "/scim/v2/Users/{person}",
            """{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"Replace","path":"name.givenName","value":"Kåre"},{"op":"add","value":{"title":"vaktmester"}}]}"""
        ),
        Scim(
            "SCIM: search",
            "POST",
            "/scim/v2/Users/.search",
            """{"filter":"userName sw \"k\"","startIndex":1,"count":10,"attributes":["userName"]}"""
        ),
        Body(
            "form: sign in",
            "/logg-inn",
            "application/x-www-form-urlencoded",
            _ => "",
            "email=a%40b.no&password=hei&returnTo=%2Fmin-side&remember=true&__token=x"
        ),
        Body(
            "multipart: import report",
            "/verksteder/importer",
            Multipart,
            Facilitator,
            "--x\r\nContent-Disposition: form-data; name=\"__token\"\r\n\r\nabc\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"r.json\"\r\nContent-Type: application/json\r\n\r\n{}\r\n--x--\r\n"
        ),
        Body(
            "multipart: language",
            "/sprak",
            Multipart,
            _ => "",
            "--x\r\nContent-Disposition: form-data; name=\"language\"\r\n\r\nnn\r\n--x--\r\n"
        ),
        Header(
            "content type",
            "POST /sprak",
            "Content-Type",
            "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded; charset=utf-8"
        ),
        Header(
            "content type of the API",
            "POST /api/v1/join",
            "Content-Type",
            "application/json; charset=utf-8",
            "application/problem+json"
        ),
        Header("accept-language", "GET /logg-inn", "Accept-Language", "nn-NO,nb;q=0.8,en;q=0.5"),
        Header("accept", "GET /finnes-ikke", "Accept", "text/html,application/json;q=0.9"),
        Header("accept-encoding", "GET /sw.js", "Accept-Encoding", "gzip, br;q=0.5"),
        Header(
            "cookies",
            "GET /min-side",
            "Cookie",
            "endre-innlogging=CfDJ8abc; endre-sprak=nn; endre-utseende=dark; endre-skjema=CfDJ8",
            "endre-innlogging=chunks-3; endre-innloggingC1=a"
        ),
        Header(
            "a participant's cookie",
            "GET /verksted/{id}",
            "Cookie",
            "endre-deltaker-{id:N}={token}; endre-sprak=en"
        ),
        Header(
            "bearer token",
            "GET /api/v1/workshops/{id}",
            "Authorization",
            "Bearer {token}",
            "Bearer ea_abc",
            "Basic YTpi"
        ),
        Header("last event", "GET /api/v1/workshops/{id}/events", "Last-Event-ID", "12", "0"),
        Header("forwarded for", "GET /logg-inn", "X-Forwarded-For", "203.0.113.7, 10.0.0.1", "[2001:db8::1]:4711"),
        Header("forwarded proto", "GET /logg-inn", "X-Forwarded-Proto", "https"),
        Header("forwarded host", "GET /bli-med", "X-Forwarded-Host", "endre.kommune.no:443"),
        Header("host", "GET /bli-med", "Host", "endre.kommune.no", "[::1]:80"),
        Header("origin", "POST /sprak", "Origin", "https://endre.no", "null"),
        Header("fetch site", "POST /api/v1/join", "Sec-Fetch-Site", "same-origin"),
        Header("if none match", "GET /sw.js", "If-None-Match", "\"abc\", W/\"d\"", "*"),
        Header("range", "GET /sw.js", "Range", "bytes=0-10,20-"),
        Query("after", "/api/v1/workshops/{id}/events", "after=12&view=screen"),
        Query("sign in", "/logg-inn", "returnTo=%2Fmin-side"),
        Query("a participant's page", "/verksted/{id}", "sporsmal=question-1&se=alle"),
        Query("typed-in paper", "/verksted/{id}/fra-papir", "ark=2-1A&lagt=28&en=1"),
        Query("report", "/verksted/{id}/rapport", "sprak=nn"),
        Query("join", "/bli-med", "code=482913"),
        Query("search", "/sok", "q=skrivar&slag=hassle&side=2"),
        Query("what resembles it", "/api/v1/hassles/similar", "q=skriveren&placeCode=3f7k2m9q"),
        Query("numbers", "/tall", "enhet=0199c0de-0000-7000-8000-000000000001&tid=kvartal"),
        Query("history", "/drivere-og-barrierer/historikk", "side=2"),
        new(
            "path",
            (house, bytes) => Raw(house, "GET", "/", bytes, "", []),
            [
                .. new[]
                {
                    "verksted/0199c0de-0000-7000-8000-000000000001/tavle/flytt",
                    "bli-med/482913",
                    "dist/app.css",
                    "invitasjon/0199c0de-0000-7000-8000-000000000001/Q0Y",
                    "forste-administrator/abc",
                    "openapi/v1.json",
                    "drivere-og-barrierer/rediger/x",
                }.Select(Encoding.UTF8.GetBytes),
            ]
        ),
        new(
            "method",
            (house, bytes) => [.. bytes, .. Raw(house, "", "/sprak", [], "", [])],
            [.. new[] { "GET", "POST", "HEAD", "PATCH" }.Select(Encoding.UTF8.GetBytes)]
        ),
    ];
}
