using System.Net;
using System.Text.Json.Nodes;
using Endre.Testing.Providers;

namespace Endre.Web.Tests.Features.SignIn.Providers;

/// <summary>What a provider, or somebody who pretends to be one, cannot get us to believe. Nobody comes in by any of it.</summary>
public sealed class RefusedAnswerTests
{
    private const string NotBelieved = "Svaret fra Fjordvik-konto ble ikke godtatt";
    private const string Used = "Innloggingen er brukt eller utløpt";
    private const string Clocks = "Klokkene stemmer ikke";

    [Theory]
    [InlineData("signed by somebody else", NotBelieved)]
    [InlineData("content changed under the signature", NotBelieved)]
    [InlineData("alg none", NotBelieved)]
    [InlineData("signed with the shared secret", NotBelieved)]
    [InlineData("public key as secret", NotBelieved)]
    [InlineData("for another client", NotBelieved)]
    [InlineData("for us and another that may not", NotBelieved)]
    [InlineData("from another issuer", NotBelieved)]
    [InlineData("without a subject", NotBelieved)]
    [InlineData("no token at all", NotBelieved)]
    [InlineData("expired", Clocks)]
    [InlineData("not yet valid", Clocks)]
    [InlineData("without an end", Clocks)]
    [InlineData("nonce of another sign-in", Used)]
    [InlineData("without a nonce", Used)]
    public async Task A_token_that_is_not_right_is_refused(string forgery, string heading)
    {
        await using var provided = await ProvidedApp.OpenAsync();
        provided.Provider.Forge = token => Forge(provided.Provider, token, forgery);
        using var browser = provided.App.Browser();
        var page = await browser.OpenAsync(ProvidedApp.Start);
        page.Heading.ShouldBe(heading);
        ((int)page.Status).ShouldBeInRange(400, 503);
        page.HasLink("Logg inn med passord eller passnøkkel").ShouldBeTrue();
        await ProvidedApp.ShouldBeOutsideAsync(browser);
        (await provided.CountPeopleAsync()).ShouldBe(0);

        // The same browser comes in as soon as the answer is right.
        provided.Provider.Forge = null;
        (await provided.SignInAsync(browser)).Heading.ShouldBe("Min side");
    }

    [Fact]
    public async Task A_token_of_yesterday_is_refused_although_it_is_genuine()
    {
        await using var provided = await ProvidedApp.OpenAsync();
        using var browser = provided.App.Browser();
        provided.App.Time.Advance(TimeSpan.FromDays(1));
        (await browser.OpenAsync(ProvidedApp.Start)).Heading.ShouldBe(Clocks);
    }

    [Fact]
    public async Task An_answer_is_used_once()
    {
        await using var provided = await ProvidedApp.OpenAsync();
        using var browser = provided.App.Browser();
        var answer = await ProvidedApp.AskAsync(browser);
        (await browser.OpenAsync(answer.ToString())).Path.ShouldBe("/");
        (await browser.OpenAsync("/min-side")).Heading.ShouldBe("Min side");
        var again = await browser.OpenAsync(answer.ToString());
        again.Status.ShouldBe(HttpStatusCode.BadRequest);
        again.Heading.ShouldBe(Used);
    }

    [Fact]
    public async Task An_answer_belongs_to_the_browser_that_asked()
    {
        await using var provided = await ProvidedApp.OpenAsync();
        using var kari = provided.App.Browser();
        var answer = await ProvidedApp.AskAsync(kari);
        using var thief = provided.App.Browser();
        (await thief.OpenAsync(answer.ToString())).Heading.ShouldBe(Used);
        await ProvidedApp.ShouldBeOutsideAsync(thief);
    }

    [Fact]
    public async Task A_code_that_is_used_or_stolen_opens_nothing_in_another_sign_in()
    {
        await using var provided = await ProvidedApp.OpenAsync();
        using var kari = provided.App.Browser();
        var stolen = Value(await ProvidedApp.AskAsync(kari), "code");
        using var thief = provided.App.Browser();
        var own = await ProvidedApp.AskAsync(thief);
        // PKCE: the code was asked for with kari's challenge.
        var mixed = own.ToString()
            .Replace(Uri.EscapeDataString(Value(own, "code")), Uri.EscapeDataString(stolen), StringComparison.Ordinal);
        mixed.ShouldNotBe(own.ToString());
        (await thief.OpenAsync(mixed)).Heading.ShouldBe(Used);
        await ProvidedApp.ShouldBeOutsideAsync(thief);
    }

    [Theory]
    [InlineData("/logg-inn/svar/fjordvik")]
    [InlineData("/logg-inn/svar/fjordvik?code=abc")]
    [InlineData("/logg-inn/svar/fjordvik?code=abc&state=abc")]
    [InlineData("/logg-inn/svar/fjordvik?error=server_error")]
    [InlineData("/logg-inn/svar/fjordvik?id_token=a.b.c&state=abc")]
    public async Task An_answer_that_nobody_asked_for_is_a_page_that_helps(string address)
    {
        await using var provided = await ProvidedApp.OpenAsync();
        using var browser = provided.App.Browser();
        var page = await browser.OpenAsync(address);
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Heading.ShouldBe(Used);
        await ProvidedApp.ShouldBeOutsideAsync(browser);
    }

    [Fact]
    public async Task What_went_wrong_stands_in_the_log_as_a_code_and_never_who_it_was()
    {
        await using var provided = await ProvidedApp.OpenAsync("--log-level", "Trace");
        using var browser = provided.App.Browser();
        provided.Provider.Forge = token => Forge(provided.Provider, token, "for another client");
        await browser.OpenAsync(ProvidedApp.Start);
        provided.Provider.Forge = null;
        provided.Provider.Refuses = "access_denied";
        await browser.OpenAsync(ProvidedApp.Start);
        provided.Provider.Refuses = null;
        var answer = await ProvidedApp.AskAsync(browser);
        await browser.OpenAsync(answer.ToString());

        var log = string.Join('\n', provided.App.Log.All);
        log.ShouldContain("Sign-in through fjordvik failed: Rejected (");
        log.ShouldContain("IDX10214");
        log.ShouldContain("Sign-in through fjordvik failed: Denied (access_denied)");
        foreach (
            var secret in new[]
            {
                "Kari",
                "kari",
                "9c1f2e8a",
                ProviderUnderTest.ClientSecret,
                Value(answer, "code"),
                Value(answer, "state"),
                "eyJ",
            }
        )
            log.ShouldNotContain(secret, Case.Sensitive);
    }

    private static string Value(Uri address, string name) =>
        System.Web.HttpUtility.ParseQueryString(address.Query)[name] ?? throw new InvalidOperationException(name);

    private static string Forge(ProviderUnderTest provider, string token, string forgery) =>
        forgery switch
        {
            "signed by somebody else" => ForgedToken.BySomebodyElse(provider, token),
            "content changed under the signature" => ForgedToken.WithItsSignatureKept(token, t => t["sub"] = "ada"),
            "alg none" => ForgedToken.Unsigned(token),
            "signed with the shared secret" => ForgedToken.WithTheSharedSecret(token),
            "public key as secret" => ForgedToken.WithThePublicKeyAsSecret(provider, token),
            "no token at all" => "ikke et token",
            _ => ForgedToken.Saying(provider, token, payload => Change(payload, forgery)),
        };

    private static void Change(JsonObject payload, string forgery)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        switch (forgery)
        {
            case "for another client":
                payload["aud"] = "en-annen";
                break;
            case "for us and another that may not":
                payload["aud"] = new JsonArray("endre", "en-annen");
                payload["azp"] = "en-annen";
                break;
            case "from another issuer":
                payload["iss"] = "https://id.ond.example/";
                break;
            case "without a subject":
                payload.Remove("sub");
                break;
            case "expired":
                payload["iat"] = now - 7200;
                payload["nbf"] = now - 7200;
                payload["exp"] = now - 3600;
                break;
            case "not yet valid":
                payload["nbf"] = now + 1800;
                break;
            case "without an end":
                payload.Remove("exp");
                break;
            case "nonce of another sign-in":
                payload["nonce"] = "et annet sted";
                break;
            case "without a nonce":
                payload.Remove("nonce");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(forgery), forgery, "Unknown.");
        }
    }
}
