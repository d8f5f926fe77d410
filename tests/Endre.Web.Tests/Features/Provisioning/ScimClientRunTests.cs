using Endre.Testing;

namespace Endre.Web.Tests.Features.Provisioning;

/// <summary>
/// The requests that the provisioning services of Entra ID and Okta send, one after the other, as their public
/// documentation shows them ("Develop and plan provisioning for a SCIM endpoint"; "SCIM 2.0 Protocol Reference").
/// </summary>
public sealed class ScimClientRunTests
{
    private static readonly ScimStep[] Entra =
    [
        new("GET", "/Users?filter=userName eq \"non-existent user\"", 200) { Says = { ["totalResults"] = "0" } },
        new("POST", "/Users", 201)
        {
            Body = """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
                 "externalId":"0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef","userName":"Test_User_ab6490ee@testuser.example","active":true,
                 "emails":[{"primary":true,"type":"work","value":"Test_User_fd0ea19b@testuser.example"}],"meta":{"resourceType":"User"},
                 "name":{"formatted":"givenName familyName","familyName":"familyName","givenName":"givenName"},"roles":[],
                 "phoneNumbers":[{"type":"work","value":"555"}],"addresses":[{"type":"work","formatted":"Storgata 1"}],
                 "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Helse","employeeNumber":"1001"}}
                """,
            Keeps = "user",
            Says =
            {
                ["active"] = "true",
                ["meta/resourceType"] = "User",
                ["name/familyName"] = "familyName",
            },
        },
        new("GET", "/Users/{user}", 200)
        {
            Says =
            {
                ["externalId"] = "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef",
                ["emails/0/value"] = "Test_User_fd0ea19b@testuser.example",
                ["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/department"] = "Helse",
            },
        },
        new("GET", "/Users?filter=userName eq \"test_user_AB6490ee@testuser.example\"", 200)
        {
            Says = { ["totalResults"] = "1", ["Resources/0/id"] = "{user}" },
        },
        new("GET", "/Users?filter=externalId eq \"0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef\"", 200)
        {
            Says = { ["totalResults"] = "1" },
        },
        new("GET", "/Users?filter=emails[type eq \"work\"].value eq \"Test_User_fd0ea19b@testuser.example\"", 200)
        {
            Says = { ["totalResults"] = "1" },
        },
        new("PATCH", "/Users/{user}", 200)
        {
            Body = """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[
                 {"op":"Replace","path":"emails[type eq \"work\"].value","value":"updatedEmail@testuser.example"},
                 {"op":"Replace","path":"name.familyName","value":"updatedFamilyName"},
                 {"op":"Add","path":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department","value":"Oppvekst"}]}
                """,
            Says = { ["name/familyName"] = "updatedFamilyName", ["emails/0/value"] = "updatedEmail@testuser.example" },
        },
        new("PATCH", "/Users/{user}", 200)
        {
            Body = """{"Operations":[{"op":"Replace","path":"userName","value":"5b50642d@testuser.example"}]}""",
            Says = { ["userName"] = "5b50642d@testuser.example" },
        },
        new("PATCH", "/Users/{user}", 200)
        {
            Body = """{"Operations":[{"op":"Replace","path":"active","value":"False"}]}""",
            Says = { ["active"] = "false" },
        },
        new("PATCH", "/Users/{user}", 200)
        {
            Body = """{"Operations":[{"op":"Replace","path":"active","value":"True"}]}""",
            Says = { ["active"] = "true" },
        },
        new("POST", "/Groups", 201)
        {
            Body = """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group","http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group"],
                 "externalId":"8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159","displayName":"displayName","meta":{"resourceType":"Group"}}
                """,
            Keeps = "group",
        },
        new("GET", "/Groups/{group}?excludedAttributes=members", 200) { Says = { ["displayName"] = "displayName" } },
        new("GET", "/Groups?excludedAttributes=members&filter=displayName eq \"displayName\"", 200)
        {
            Says = { ["totalResults"] = "1", ["Resources/0/members"] = "" },
        },
        new("PATCH", "/Groups/{group}", 204)
        {
            Body = """{"Operations":[{"op":"Replace","path":"displayName","value":"1879db59 displayName"}]}""",
        },
        new("PATCH", "/Groups/{group}", 204)
        {
            Body = """{"Operations":[{"op":"Add","path":"members","value":[{"$ref":null,"value":"{user}"}]}]}""",
        },
        new("GET", "/Groups?filter=id eq \"{group}\" and members eq \"{user}\"&attributes=id", 200)
        {
            Says = { ["totalResults"] = "1", ["Resources/0/displayName"] = "" },
        },
        new("PATCH", "/Groups/{group}", 204)
        {
            Body = """{"Operations":[{"op":"Remove","path":"members","value":[{"$ref":null,"value":"{user}"}]}]}""",
        },
        new("GET", "/Groups?filter=id eq \"{group}\" and members eq \"{user}\"", 200)
        {
            Says = { ["totalResults"] = "0" },
        },
        new("DELETE", "/Groups/{group}", 204),
        new("GET", "/Groups/{group}", 404) { Says = { ["status"] = "404" } },
        new("DELETE", "/Users/{user}", 204),
        new("GET", "/Users/{user}", 404) { Says = { ["status"] = "404" } },
        new("DELETE", "/Users/{user}", 404),
    ];

    private static readonly ScimStep[] Okta =
    [
        new("GET", "/Users?count=1&startIndex=1", 200) { Says = { ["itemsPerPage"] = "1", ["startIndex"] = "1" } },
        new("GET", "/Users?filter=userName eq \"isenseishere@okta.example\"", 200)
        {
            Says = { ["totalResults"] = "0" },
        },
        new("GET", "/Users/010101001010101011001010101011", 404)
        {
            Says = { ["schemas/0"] = "urn:ietf:params:scim:api:messages:2.0:Error", ["status"] = "404" },
        },
        new("POST", "/Users", 201)
        {
            Body = """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"runscope300@okta.example",
                 "name":{"givenName":"Runscope","familyName":"Testesen"},"emails":[{"primary":true,"value":"runscope300@okta.example","type":"work"}],
                 "displayName":"Runscope Testesen","locale":"en-US","externalId":"00ujl29u0le5T6Aj10h7","groups":[],"password":"1mz050nq","active":true}
                """,
            Keeps = "user",
            Says = { ["active"] = "true", ["password"] = "" },
        },
        new("POST", "/Users", 409)
        {
            Body =
                """{"userName":"Runscope300@okta.example","name":{"givenName":"A","familyName":"B"},"active":true}""",
            Says = { ["scimType"] = "uniqueness", ["status"] = "409" },
        },
        new("PUT", "/Users/{user}", 200)
        {
            Body = """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"{user}","userName":"runscope300@okta.example",
                 "name":{"givenName":"Another","middleName":"Ex","familyName":"Testesen"},"active":true,
                 "emails":[{"primary":true,"value":"runscope300@okta.example","type":"work"}],"groups":[]}
                """,
            Says = { ["name/givenName"] = "Another", ["displayName"] = "Another Testesen" },
        },
        new("PATCH", "/Users/{user}", 200)
        {
            Body =
                """{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"replace","value":{"active":false}}]}""",
            Says = { ["active"] = "false" },
        },
        new("PATCH", "/Users/{user}", 200)
        {
            Body = """{"Operations":[{"op":"replace","value":{"active":true}}]}""",
            Says = { ["active"] = "true" },
        },
        new("GET", "/Groups?startIndex=1&count=100", 200) { Says = { ["totalResults"] = "0" } },
        new("POST", "/Groups", 201)
        {
            Body =
                """{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"Test SCIMv2","members":[]}""",
            Keeps = "group",
        },
        new("PATCH", "/Groups/{group}", 204)
        {
            Body = """{"Operations":[{"op":"replace","value":{"id":"{group}","displayName":"Test SCIMv2 ny"}}]}""",
        },
        new("PATCH", "/Groups/{group}", 204)
        {
            Body =
                """{"Operations":[{"op":"add","path":"members","value":[{"value":"{user}","display":"test.user"}]}]}""",
        },
        new("GET", "/Groups/{group}", 200)
        {
            Says = { ["displayName"] = "Test SCIMv2 ny", ["members/0/value"] = "{user}" },
        },
        new("GET", "/Users/{user}", 200) { Says = { ["groups/0/value"] = "{group}" } },
        new("PATCH", "/Groups/{group}", 204)
        {
            Body = """{"Operations":[{"op":"remove","path":"members[value eq \"{user}\"]"}]}""",
        },
        new("PUT", "/Groups/{group}", 200)
        {
            Body =
                """{"id":"{group}","displayName":"Test SCIMv2 sist","members":[{"value":"{user}","display":"test.user"}]}""",
            Says = { ["displayName"] = "Test SCIMv2 sist", ["members/0/value"] = "{user}" },
        },
        new("DELETE", "/Groups/{group}", 204),
    ];

    [Theory, EachDatabase]
    public async Task Entra_IDs_provisioning_service_gets_the_answers_it_expects(DatabaseKind kind) =>
        await RunAsync(kind, Entra);

    [Theory, EachDatabase]
    public async Task Oktas_provisioning_gets_the_answers_it_expects(DatabaseKind kind) => await RunAsync(kind, Okta);

    private static async Task RunAsync(DatabaseKind kind, ScimStep[] steps)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind });
        await app.AdministratorAsync();
        using var scim = await ScimUnderTest.OnAsync(app);
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (number, step) in steps.Index())
        {
            var name = $"step {number + 1}: {step.Method} {step.Path}";
            var reply = await scim.SendAsync(step.Method, Fill(step.Path), step.Body is null ? null : Fill(step.Body));
            ((int)reply.Status).ShouldBe(step.Status, $"{name}: {reply.Body?.ToJsonString()}");
            foreach (var (path, value) in step.Says)
                reply[path].ShouldBe(Fill(value), $"{name}: {path}");
            if (reply.Body is not null)
                reply.MediaType.ShouldBe("application/scim+json");
            if (step.Keeps is { } keeps)
                kept[keeps] = reply.Id;
        }

        string Fill(string text) =>
            kept.Aggregate(text, (at, one) => at.Replace($"{{{one.Key}}}", one.Value, StringComparison.Ordinal));
    }
}

/// <summary>A request, and what must be answered.</summary>
internal sealed record ScimStep(string Method, string Path, int Status)
{
    public string? Body { get; init; }

    /// <summary>The name under which the resource's id is kept for later steps.</summary>
    public string? Keeps { get; init; }

    public Dictionary<string, string> Says { get; } = new(StringComparer.Ordinal);
}
