using Endre.Testing;
using Endre.Testing.Providers;

namespace Endre.Web.Tests.Features.SignIn.Providers;

/// <summary>The provider's groups become roles here, again at each sign-in.</summary>
public sealed class ProviderRolesTests
{
    private const string Email = "kari.fjord@fjordvik.no";

    private static readonly string[] Mapped =
    [
        "--signin-fjordvik-role-facilitator",
        "grp-ledere, grp-prosess",
        "--signin-fjordvik-role-administrator",
        "grp-admin",
    ];

    [Fact]
    public async Task Groups_give_roles_and_take_them_and_leave_those_that_others_gave()
    {
        await using var provided = await ProvidedApp.OpenAsync(Mapped);
        provided.Provider.Person = new ProviderPerson { Groups = ["grp-alle", "GRP-PROSESS", "grp-admin"] };
        using (var first = provided.App.Browser())
            await provided.SignInAsync(first);
        (await provided.RolesOfAsync(Email)).ShouldBe(["administrator", "employee", "facilitator"]);

        provided.Provider.Person = new ProviderPerson { Groups = ["grp-prosess"] };
        using (var second = provided.App.Browser())
            await provided.SignInAsync(second);
        (await provided.RolesOfAsync(Email)).ShouldBe(["employee", "facilitator"]);

        provided.Provider.Person = new ProviderPerson();
        using var third = provided.App.Browser();
        (await provided.SignInAsync(third)).Text.ShouldNotContain("Prosessleder");
        (await provided.RolesOfAsync(Email)).ShouldBe(["employee"]);
    }

    [Fact]
    public async Task A_role_that_is_taken_is_gone_in_other_windows_within_a_minute()
    {
        await using var provided = await ProvidedApp.OpenAsync(Mapped);
        provided.Provider.Person = new ProviderPerson { Groups = ["grp-admin"] };
        using var office = provided.App.Browser();
        await provided.SignInAsync(office);
        (await office.OpenAsync("/personer")).Heading.ShouldBe("Personer");

        provided.Provider.Person = new ProviderPerson();
        using var phone = provided.App.Browser();
        await provided.SignInAsync(phone);
        provided.App.Time.Advance(TimeSpan.FromMinutes(2));
        (await office.OpenAsync("/personer")).Heading.ShouldBe("Logg inn");
        (await phone.OpenAsync("/min-side")).Heading.ShouldBe("Min side");
    }

    [Fact]
    public async Task Groups_that_were_left_out_because_they_are_many_take_nothing()
    {
        await using var provided = await ProvidedApp.OpenAsync(Mapped);
        provided.Provider.Person = new ProviderPerson { Groups = ["grp-admin"] };
        using (var first = provided.App.Browser())
            await provided.SignInAsync(first);
        provided.Provider.Person = new ProviderPerson { More = [("_claim_names", """{"groups":"src1"}""")] };
        using var second = provided.App.Browser();
        await provided.SignInAsync(second);
        (await provided.RolesOfAsync(Email)).ShouldContain("administrator");
        provided.App.Log.All.ShouldContain(line =>
            line.Contains("left out a person's groups", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Without_a_mapping_roles_are_given_here_alone()
    {
        await using var provided = await ProvidedApp.OpenAsync("--signin-fjordvik-trust-email", "true");
        var invited = await provided.App.PersonAsync("Kari Leder", "administrator", "facilitator");
        provided.Provider.Person = new ProviderPerson { Email = invited.Email, Groups = ["grp-admin"] };
        using var browser = provided.App.Browser();
        await provided.SignInAsync(browser);
        (await provided.RolesOfAsync(invited.Email)).ShouldBe(["administrator", "facilitator"]);
    }
}
