using System.Globalization;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Organization;

/// <summary>What an administrator does on the page of the look.</summary>
internal static class LookUnderTest
{
    public const string Page = "/virksomhet/utseende";

    /// <summary>Uploads a logo as the page's form does.</summary>
    public static async Task<HttpResponseMessage> UploadAsync(
        this TestBrowser browser,
        byte[] logo,
        byte[]? picture = null
    )
    {
        var page = await browser.OpenAsync(Page);
        var token = page.Document.QuerySelector("main input[name=__token]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__token" },
            { new ByteArrayContent(logo), "logo", "logo.svg" },
        };
        if (picture is not null)
        {
            form.Add(new ByteArrayContent(picture), "picture", "logo.png");
        }
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Page}/logo") { Content = form };
        // So that a server that says no at once is heard before everything is sent.
        request.Headers.ExpectContinue = true;
        return await browser.Client.SendAsync(request);
    }

    /// <summary>The style sheet that the page carries beside Endre's own, or null.</summary>
    public static string? SheetOf(TestPage page) =>
        page
            .Document.QuerySelectorAll("link[rel=stylesheet]")
            .Select(link => link.GetAttribute("href")!)
            .SingleOrDefault(address => address.StartsWith("/tema/", StringComparison.Ordinal));

    /// <summary>A variable of a style sheet on light pages.</summary>
    public static string Variable(string sheet, string name)
    {
        var at = sheet.IndexOf($"{name}:", StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0, string.Create(CultureInfo.InvariantCulture, $"{name} is not in the sheet."));
        return sheet[(at + name.Length + 1)..sheet.IndexOf(';', at)];
    }
}
