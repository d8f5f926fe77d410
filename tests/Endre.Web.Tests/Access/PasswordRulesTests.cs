using Endre.Storage.People;
using Endre.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Access;

/// <summary>What NIST SP 800-63B-4, section 3.1.1.2, asks of passwords that are the only factor.</summary>
public sealed class PasswordRulesTests : IAsyncLifetime
{
    private AppUnderTest _app = null!;

    public async ValueTask InitializeAsync() =>
        _app = await AppUnderTest.StartAsync(
            "--organization",
            "Storevik fylkeskommune",
            "--public-address",
            "https://forbedring.storevik.no"
        );

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("vindu bord stol", true)] // 15
    [InlineData("vindu bord sto", false)] // 14
    [InlineData("🐟🐼🦊 vindu bords", true)] // 15 characters, 18 places in memory
    [InlineData("🐟🐼🦊🐻🐨🐯 vindu", false)] // 12 characters, 18 places
    [InlineData("bare små bokstaver uten tall", true)] // no rules of composition
    [InlineData("               ", false)] // a repetition, though long enough
    public async Task Length_is_what_counts_and_each_character_counts_once(string password, bool isGood) =>
        (await IsGoodAsync(password)).ShouldBe(isGood);

    [Theory]
    [InlineData(64, true)]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public async Task Long_passwords_are_taken_whole(int length, bool isGood) =>
        (
            await IsGoodAsync(
                string.Concat(Enumerable.Range(0, 200).Select(i => (char)('a' + (i * i * 7 % 26))))[..length]
            )
        ).ShouldBe(isGood);

    [Theory]
    [InlineData("passordpassord1")]
    [InlineData("Sommer2026Sommer")]
    [InlineData("123456789012345")]
    [InlineData("abcabcabcabcabc")]
    [InlineData("qwertyuiopåasdfg")]
    [InlineData("Endre Endre Endre")]
    [InlineData("Kari Nordmann 1234")] // the person
    [InlineData("knordmann@storvann")] // the address
    [InlineData("Storevik Storevik 1")] // the place
    [InlineData("forbedring storevik")] // the address of Endre
    public async Task What_one_would_try_first_is_refused(string password) =>
        (await IsGoodAsync(password)).ShouldBeFalse();

    [Fact]
    public async Task A_letter_is_the_same_however_the_keyboard_makes_it()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var person = NewPerson();
        (await people.CreateAsync(person, "bl\u00e5b\u00e6r p\u00e5 tirsdag")).Succeeded.ShouldBeTrue();
        (await people.CheckPasswordAsync(person, "bla\u030ab\u00e6r pa\u030a tirsdag")).ShouldBeTrue();
        (await people.CheckPasswordAsync(person, "blab\u00e6r pa tirsdag")).ShouldBeFalse();
        // Half a character is no text, and no fault of the program.
        (await people.CheckPasswordAsync(person, "\ud83d" + new string('x', 20))).ShouldBeFalse();
    }

    private async Task<bool> IsGoodAsync(string password)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        foreach (var rules in people.PasswordValidators)
        {
            if (!(await rules.ValidateAsync(people, NewPerson(), password)).Succeeded)
                return false;
        }

        return true;
    }

    private static Person NewPerson() =>
        new()
        {
            DisplayName = "Kari Nordmann",
            UserName = "knordmann@storvann.no",
            Email = "knordmann@storvann.no",
        };
}
