using Endre.Storage.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Endre.Web.Tests.Security;

/// <summary>NIST 800-63B: long enough, not among those that everybody guesses, and otherwise whatever one likes.</summary>
public sealed class PasswordRulesTests(SharedApp shared) : IClassFixture<SharedApp>
{
    [Theory]
    [InlineData("fjorden er blå i mars")]
    [InlineData("æøå åøæ ÆØÅ øæå")]
    [InlineData("海は青いです、三月に、とても青い")]
    [InlineData("🐟🐟🐠🐡 svømmer forbi")]
    [InlineData("     mellomrom teller     ")]
    [InlineData("ingen tall ingen tegn")]
    public async Task Any_characters_will_do(string password) => (await FaultsAsync(password)).ShouldBeEmpty();

    [Theory]
    [InlineData("kort")]
    [InlineData("P@ssord123456")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabc")]
    [InlineData("12345678901234")]
    [InlineData("qwertyuiopåasd")]
    [InlineData("Sommer2026!Sommer")]
    [InlineData("Mari Regel Mari Regel")]
    public async Task What_everybody_guesses_will_not(string password) =>
        (await FaultsAsync(password)).ShouldNotBeEmpty();

    [Fact]
    public async Task Sixty_four_characters_and_more_are_taken_and_all_of_them_count()
    {
        var words = string.Join(' ', Enumerable.Range(0, 16).Select(i => $"ord{(char)('a' + i)}x"));
        words.Length.ShouldBeGreaterThan(64);
        (await FaultsAsync(words)).ShouldBeEmpty();
        await using var scope = shared.App.Services.CreateAsyncScope();
        var hasher = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Person>>();
        var hash = hasher.HashPassword(new Person(), words);
        hasher.VerifyHashedPassword(new Person(), hash, words[..^1]).ShouldBe(PasswordVerificationResult.Failed);
    }

    [Fact]
    public async Task A_password_costs_whoever_guesses_as_much_as_is_advised()
    {
        // The tests themselves hash in less time, so this is asked of the program as it is started.
        await using var app = Program.Compose(["--port", "0", "--data", Path.GetTempPath()]);
        app.Services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount.ShouldBe(210_000);
    }

    private async Task<IReadOnlyList<string>> FaultsAsync(string password)
    {
        await using var scope = shared.App.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var person = new Person
        {
            UserName = "mari.regel@example.no",
            Email = "mari.regel@example.no",
            DisplayName = "Mari Regel",
        };
        var faults = new List<string>();
        foreach (var rule in people.PasswordValidators)
            faults.AddRange((await rule.ValidateAsync(people, person, password)).Errors.Select(error => error.Code));
        return faults;
    }
}
