using System.Net;
using CsCheck;
using Endre.Testing;
using Endre.Web.Components;

namespace Endre.Web.Tests.Security;

/// <summary>Wherever a form says where it leads afterwards, it leads to this site.</summary>
public sealed class ReturnAddressTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static readonly string[] Elsewhere =
    [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\n//evil.example",
        "\t//evil.example",
        " //evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "evil.example",
        "https:evil.example",
        "http:///evil.example",
        "@evil.example",
        "?x=//evil.example",
        "",
    ];

    [Fact]
    public void No_address_of_another_site_is_taken() =>
        Elsewhere.ShouldAllBe(address => ReturnAddress.Local(address, "/otherwise") == "/otherwise");

    [Theory]
    [InlineData("/")]
    [InlineData("/min-side")]
    [InlineData("/verksteder?mal=egen#sted")]
    [InlineData("/sok?q=https://endre.no")]
    [InlineData("/a//b")]
    public void An_address_of_this_site_is(string address) => ReturnAddress.Local(address).ShouldBe(address);

    [Fact]
    public void Whatever_is_asked_a_browser_stays_on_this_site()
    {
        string[] parts = ["/", "\\", "evil.example", "http:", ":", "@", "?", "#", ".", "%2f", "\t", "\r", " ", "a"];
        Gen.Int[0, parts.Length - 1]
            .Array[0, 8]
            .Select(picked => string.Concat(picked.Select(at => parts[at])))
            .Sample(
                asked =>
                {
                    // As browsers read it: backslashes are slashes, and tabs and line breaks are not there.
                    var local = ReturnAddress.Local(asked).Replace('\\', '/');
                    var read = local
                        .Replace("\t", "", StringComparison.Ordinal)
                        .Replace("\r", "", StringComparison.Ordinal);
                    return new Uri(new Uri("https://endre.no/"), read).Host == "endre.no";
                },
                seed: "0000KHzcXr8d",
                iter: 20_000
            );
    }

    [Fact]
    public async Task Signing_in_leads_to_this_site_whatever_the_address_says()
    {
        var person = await shared.App.EmployeeAsync("Mari Lurt");
        foreach (var elsewhere in Elsewhere)
        {
            using var browser = shared.App.Browser();
            var page = await browser.OpenAsync($"/logg-inn?returnTo={Uri.EscapeDataString(elsewhere)}");
            page = await page.Fill("E-post", person.Email).Fill("Passord", TestPerson.Password).PressAsync("Logg inn");
            page.Status.ShouldBe(HttpStatusCode.OK);
            new Uri(page.Document.Url).Authority.ShouldBe(shared.App.Address.Authority);
        }
    }

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData("/%2f/evil.example")]
    [InlineData("/%5cevil.example")]
    [InlineData("/min-side//evil.example")]
    public async Task Whoever_is_asked_to_sign_in_is_led_to_the_sign_in_of_this_site(string path)
    {
        var answer = await RawDoor.OpenAsync(shared.App);
        await answer.SayAsync(
            $"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n"
        );
        var location = (await answer.HearAsync())
            .Split("\r\n")
            .FirstOrDefault(line => line.StartsWith("Location:", StringComparison.OrdinalIgnoreCase));
        (
            location is null || location.StartsWith("Location: /logg-inn", StringComparison.OrdinalIgnoreCase)
        ).ShouldBeTrue(location);
    }
}
