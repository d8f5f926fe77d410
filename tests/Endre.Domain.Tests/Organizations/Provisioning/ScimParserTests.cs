using System.Text.Json.Nodes;
using CsCheck;
using Endre.Domain.Organizations.Provisioning;

namespace Endre.Domain.Tests.Organizations.Provisioning;

public sealed class ScimParserTests
{
    // RFC 7644 §3.4.2.2, figure 2, asked of somebody made to answer them all.
    private const string Person = """
        {
          "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
          "userName": "bjensen", "externalId": "Xyz", "active": true, "title": "Tour Guide", "userType": "Employee",
          "name": { "familyName": "O'Malley", "givenName": "Bea" },
          "emails": [ { "type": "work", "value": "bjensen@example.com" }, { "type": "home", "value": "b@example.org" } ],
          "ims": [ { "type": "xmpp", "value": "bjensen@foo.com" } ],
          "meta": { "resourceType": "User", "lastModified": "2011-05-13T04:42:34Z" },
          "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { "employeeNumber": "701984", "manager": { "value": "26118915" } }
        }
        """;

    [Theory]
    [InlineData("userName eq \"bjensen\"", true)]
    [InlineData("userName eq \"BJENSEN\"", true)]
    [InlineData("USERNAME Eq \"bjensen\"", true)]
    [InlineData("externalId eq \"xyz\"", false)]
    [InlineData("name.familyName co \"O'Malley\"", true)]
    [InlineData("userName sw \"J\"", false)]
    [InlineData("urn:ietf:params:scim:schemas:core:2.0:User:userName sw \"b\"", true)]
    [InlineData("title pr", true)]
    [InlineData("nickName pr", false)]
    [InlineData("meta.lastModified gt \"2011-05-13T04:42:34Z\"", false)]
    [InlineData("meta.lastModified ge \"2011-05-13T06:42:34+02:00\"", true)]
    [InlineData("meta.lastModified lt \"2011-05-14T00:00:00Z\"", true)]
    [InlineData("meta.lastModified le \"2011-05-13T04:42:34Z\"", true)]
    [InlineData("title pr and userType eq \"Employee\"", true)]
    [InlineData("title pr or userType eq \"Intern\"", true)]
    [InlineData("userType eq \"Employee\" and (emails co \"example.com\" or emails.value co \"example.org\")", true)]
    [InlineData(
        "userType ne \"Employee\" and not (emails co \"example.com\" or emails.value co \"example.org\")",
        false
    )]
    [InlineData("userType eq \"Employee\" and (emails.type eq \"work\")", true)]
    [InlineData("userType eq \"Employee\" and emails[type eq \"work\" and value co \"@example.com\"]", true)]
    [InlineData("emails[type eq \"home\" and value co \"@example.com\"]", false)]
    [InlineData("emails[type eq \"work\"].value eq \"bjensen@example.com\"", true)]
    [InlineData("emails[type eq \"work\"] or ims[type eq \"xmpp\" and value co \"@foo.com\"]", true)]
    [InlineData("schemas eq \"urn:ietf:params:scim:schemas:core:2.0:User\"", true)]
    [InlineData("active eq true", true)]
    [InlineData("active eq \"True\"", true)]
    [InlineData("active ne true", false)]
    [InlineData("nickName eq null", true)]
    [InlineData("userName ew \"sen\"", true)]
    [InlineData("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber eq \"701984\"", true)]
    [InlineData("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value eq \"26118915\"", true)]
    [InlineData("name.givenName eq \"B\\u0065a\"", true)]
    public void The_filters_of_the_RFC_are_understood(string text, bool expected)
    {
        var (filter, fault) = ScimParser.ReadFilter(text);
        fault.ShouldBeNull();
        ScimMatch.IsTrue(filter!, JsonNode.Parse(Person)!.AsObject(), ScimShape.User).ShouldBe(expected);
    }

    [Fact]
    public void And_binds_closer_than_or() =>
        ScimParser
            .ReadFilter("title pr or nickName pr and profileUrl pr")
            .Filter.ShouldBeOfType<ScimFilter.Or>()
            .Right.ShouldBeOfType<ScimFilter.And>();

    [Theory]
    [InlineData("")]
    [InlineData("userName")]
    [InlineData("userName eq")]
    [InlineData("userName eq bjensen")]
    [InlineData("userName eq \"bjensen")]
    [InlineData("userName like \"b%\"")]
    [InlineData("userName eq \"a\" and")]
    [InlineData("(userName eq \"a\"")]
    [InlineData("userName eq \"a\")")]
    [InlineData("emails[type eq \"work\"")]
    [InlineData("emails[ims[type pr]]")]
    [InlineData("active gt true")]
    [InlineData("1=1")]
    [InlineData("userName eq \"\\x\"")]
    [InlineData("userName eq \"\\u12\"")]
    [InlineData("userName eq \"a\" userName eq \"b\"")]
    public void What_is_no_filter_is_refused(string text) =>
        ScimParser.ReadFilter(text).Fault!.Type.ShouldBe("invalidFilter");

    [Fact]
    public void Deep_long_and_many_are_refused_at_once()
    {
        string[] hostile =
        [
            new string('(', 3_000) + "title pr" + new string(')', 900),
            string.Concat(Enumerable.Repeat("not (", 700)) + "title pr",
            string.Join(" or ", Enumerable.Repeat("title pr", 350)),
            $"userName eq \"{new string('a', ScimParser.LongestText)}\"",
            "userName co \"(a+)+$\" and " + new string('(', 200),
        ];
        foreach (var text in hostile)
        {
            ScimParser.ReadFilter(text).Fault!.Type.ShouldBe("invalidFilter");
        }
    }

    [Fact]
    public void Any_text_gives_a_filter_or_a_fault()
    {
        var word = Among(
            "userName",
            "emails",
            "eq",
            "co",
            "pr",
            "and",
            "or",
            "not",
            "(",
            ")",
            "[",
            "]",
            ".",
            "\"",
            "\"a\"",
            "\\",
            "\\u",
            "true",
            "null",
            "12",
            "-",
            "urn:",
            "urn:x:extension:y:2.0:User:",
            " ",
            "\0",
            "å",
            "\ud83d"
        );
        Gen.OneOf(
                Gen.String,
                word.Array[0, 40].Select(words => string.Join(' ', words)),
                word.Array[0, 40].Select(string.Concat)
            )
            .Sample(text =>
            {
                var (filter, fault) = ScimParser.ReadFilter(text);
                var (path, pathFault) = ScimParser.ReadPath(text);
                if (filter is not null)
                {
                    ScimMatch.IsTrue(filter, JsonNode.Parse(Person)!.AsObject(), ScimShape.User);
                }
                return filter is null == fault is not null && path is null == pathFault is not null;
            });
    }

    [Theory]
    [InlineData("members", "members", null, false, null)]
    [InlineData("name.familyName", "name", "familyName", false, null)]
    [InlineData("addresses[type eq \"work\"]", "addresses", null, true, null)]
    [InlineData(
        "members[value eq \"2819c223-7f76-453a-919d-413861904646\"].displayName",
        "members",
        null,
        true,
        "displayName"
    )]
    [InlineData(
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
        "department",
        null,
        false,
        null
    )]
    [InlineData("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", "", null, false, null)]
    public void The_paths_of_the_RFC_are_understood(
        string text,
        string name,
        string? sub,
        bool isChosen,
        string? chosenSub
    )
    {
        var (path, fault) = ScimParser.ReadPath(text);
        fault.ShouldBeNull();
        (path!.Attribute.Name, path.Attribute.Sub, path.Chosen is not null, path.Sub).ShouldBe(
            (name, sub, isChosen, chosenSub)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("name.")]
    [InlineData("emails[type eq \"work\"")]
    [InlineData("emails[type eq \"work\"]value")]
    [InlineData("emails[]")]
    [InlineData("a b")]
    public void What_is_no_path_is_refused(string text) =>
        ScimParser.ReadPath(text).Fault!.Type.ShouldBe("invalidPath");

    private static Gen<string> Among(params string[] all) => Gen.Int[0, all.Length - 1].Select(place => all[place]);
}
