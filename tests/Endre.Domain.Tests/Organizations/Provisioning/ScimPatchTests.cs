using System.Text.Json.Nodes;
using CsCheck;
using Endre.Domain.Organizations.Provisioning;

namespace Endre.Domain.Tests.Organizations.Provisioning;

public sealed class ScimPatchTests
{
    private const string Enterprise = ScimShape.EnterpriseSchema;

    [Theory]
    // RFC 7644 §3.5.2.1–3
    [InlineData(
        "{}",
        """[{"op":"add","value":{"nickName":"Babs","name":{"familyName":"Jensen"}}}]""",
        """{"nickName":"Babs","name":{"familyName":"Jensen"}}"""
    )]
    [InlineData(
        """{"emails":[{"type":"home","value":"a@x"}]}""",
        """[{"op":"add","path":"emails","value":[{"value":"b@x","type":"work"}]}]""",
        """{"emails":[{"type":"home","value":"a@x"},{"value":"b@x","type":"work"}]}"""
    )]
    [InlineData(
        """{"emails":[{"type":"home","value":"a@x"}]}""",
        """[{"op":"add","path":"emails","value":[{"value":"a@x","type":"home"}]}]""",
        """{"emails":[{"type":"home","value":"a@x"}]}"""
    )]
    [InlineData(
        """{"emails":[{"type":"work","value":"a@x"},{"type":"home","value":"b@x"}]}""",
        """[{"op":"remove","path":"emails[type eq \"work\" and value ew \"x\"]"}]""",
        """{"emails":[{"type":"home","value":"b@x"}]}"""
    )]
    [InlineData(
        """{"addresses":[{"type":"work","streetAddress":"1"}]}""",
        """[{"op":"replace","path":"addresses[type eq \"work\"].streetAddress","value":"1010 Broadway Ave"}]""",
        """{"addresses":[{"type":"work","streetAddress":"1010 Broadway Ave"}]}"""
    )]
    [InlineData(
        """{"emails":[{"value":"a@x"}],"nickName":"B"}""",
        """[{"op":"replace","value":{"emails":[{"value":"b@x","type":"work"}],"nickName":"Babs"}}]""",
        """{"emails":[{"value":"b@x","type":"work"}],"nickName":"Babs"}"""
    )]
    [InlineData("""{"nickName":"B"}""", """[{"op":"remove","path":"nickName"}]""", "{}")]
    // As Entra ID writes it
    [InlineData(
        """{"active":true}""",
        """[{"op":"Replace","path":"active","value":"False"}]""",
        """{"active":"False"}"""
    )]
    [InlineData(
        "{}",
        """[{"op":"Add","path":"emails[type eq \"work\"].value","value":"a@x"}]""",
        """{"emails":[{"type":"work","value":"a@x"}]}"""
    )]
    [InlineData(
        "{}",
        """[{"op":"Replace","value":{"name.givenName":"Kari","displayName":"Kari N"}}]""",
        """{"name":{"givenName":"Kari"},"displayName":"Kari N"}"""
    )]
    [InlineData(
        "{}",
        """[{"op":"Add","path":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department","value":"Helse"}]""",
        """{"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Helse"}}"""
    )]
    [InlineData(
        "{}",
        """[{"op":"Replace","value":{"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department":"Helse"}}]""",
        """{"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Helse"}}"""
    )]
    [InlineData(
        "{}",
        """[{"op":"Add","path":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User","value":{"department":"Helse"}}]""",
        """{"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Helse"}}"""
    )]
    public void People_are_changed(string before, string operations, string after) =>
        Patch(before, operations, ScimShape.User).ShouldBe(after);

    [Fact]
    public void A_manager_is_taken_as_a_plain_id_too()
    {
        const string Before = $"{{\"{Enterprise}\":{{\"manager\":{{\"value\":\"1\"}}}}}}";
        const string Replace = $"[{{\"op\":\"Replace\",\"path\":\"{Enterprise}:manager\",\"value\":\"2\"}}]";
        Patch(Before, Replace, ScimShape.User).ShouldBe(Before.Replace('1', '2'));
    }

    [Theory]
    [InlineData(
        """{"members":[{"value":"1"}]}""",
        """[{"op":"Add","path":"members","value":[{"value":"2"},{"value":"1"}]}]""",
        """{"members":[{"value":"1"},{"value":"2"}]}"""
    )]
    [InlineData(
        """{"members":[{"value":"1"},{"value":"2"}]}""",
        """[{"op":"remove","path":"members[value eq \"2\"]"}]""",
        """{"members":[{"value":"1"}]}"""
    )]
    [InlineData(
        """{"members":[{"value":"1"},{"value":"2"}]}""",
        """[{"op":"Remove","path":"members","value":[{"value":"2"}]}]""",
        """{"members":[{"value":"1"}]}"""
    )]
    [InlineData("""{"members":[{"value":"1"},{"value":"2"}]}""", """[{"op":"remove","path":"members"}]""", "{}")]
    [InlineData(
        """{"members":[{"value":"1"}]}""",
        """[{"op":"replace","path":"members","value":[{"value":"2"}]}]""",
        """{"members":[{"value":"2"}]}"""
    )]
    [InlineData(
        """{"members":[{"value":"1"}]}""",
        """[{"op":"remove","path":"members[value eq \"9\"]"}]""",
        """{"members":[{"value":"1"}]}"""
    )]
    [InlineData(
        """{"id":"a","displayName":"A"}""",
        """[{"op":"replace","value":{"id":"a","displayName":"B"}}]""",
        """{"id":"a","displayName":"B"}"""
    )]
    public void Groups_are_changed(string before, string operations, string after) =>
        Patch(before, operations, ScimShape.Group).ShouldBe(after);

    [Theory]
    [InlineData("""[{"op":"remove"}]""", "noTarget")]
    [InlineData("""[{"op":"move","path":"name"}]""", "invalidSyntax")]
    [InlineData("""[{"op":"replace","path":"emails[type eq","value":"a"}]""", "invalidPath")]
    [InlineData("""[{"op":"replace","path":"shoeSize","value":"42"}]""", "invalidPath")]
    [InlineData("""[{"op":"replace","path":"id","value":"42"}]""", "mutability")]
    [InlineData("""[{"op":"replace","value":"42"}]""", "invalidValue")]
    [InlineData("""[{"op":"replace","path":"emails[value sw \"z\"].value","value":"q"}]""", "noTarget")]
    public void What_cannot_be_done_is_told_in_the_words_of_the_RFC(string operations, string type) =>
        Fault("{}", operations, ScimShape.User)!.Type.ShouldBe(type);

    [Fact]
    public void Any_operation_gives_a_resource_or_a_fault()
    {
        var paths = Among(
            "emails",
            "emails.value",
            "emails[type eq \"work\"]",
            "emails[type eq \"work\"].value",
            "name",
            "name.givenName",
            "active",
            "urn:a:extension:b:2.0:User",
            "urn:a:extension:b:2.0:User:c",
            "urn:a:extension:b:2.0:User:c.d",
            "id",
            "",
            "[",
            "members",
            "emails[not (value pr)]",
            ScimShape.UserSchema
        );
        var values = Among(
            "null",
            "1",
            "\"x\"",
            "true",
            "[]",
            "{}",
            "[null,1,\"a\"]",
            """[{"value":"a"},{"value":{"b":1}}]""",
            """{"value":"a","type":"work"}""",
            """{"emails":[1],"name":null,"a b":1}"""
        );
        Gen.Select(Among("add", "Replace", "remove"), paths, values)
            .Array[1, 6]
            .Sample(all =>
            {
                var resource = JsonNode
                    .Parse("""{"name":"x","emails":[{"type":"work","value":1},7,null]}""")!
                    .AsObject();
                ScimPatch.Apply(
                    resource,
                    [.. all.Select(one => new ScimOperation(one.Item1, one.Item2, JsonNode.Parse(one.Item3)))],
                    ScimShape.User
                );
                return resource.ToJsonString().Length > 0;
            });
    }

    private static string Patch(string before, string operations, ScimShape shape)
    {
        var resource = JsonNode.Parse(before)!.AsObject();
        ScimPatch.Apply(resource, Read(operations), shape).ShouldBeNull();
        return JsonNode.Parse(resource.ToJsonString())!.ToJsonString();
    }

    private static ScimFault? Fault(string before, string operations, ScimShape shape) =>
        ScimPatch.Apply(JsonNode.Parse(before)!.AsObject(), Read(operations), shape);

    private static IReadOnlyList<ScimOperation> Read(string operations)
    {
        var (all, fault) = ScimPatch.Read(new JsonObject { ["Operations"] = JsonNode.Parse(operations) });
        fault.ShouldBeNull();
        return all;
    }

    private static Gen<string> Among(params string[] all) => Gen.Int[0, all.Length - 1].Select(place => all[place]);
}
