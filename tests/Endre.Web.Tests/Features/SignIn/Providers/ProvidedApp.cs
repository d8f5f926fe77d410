using Endre.Storage.People;
using Endre.Testing;
using Endre.Testing.Providers;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Features.SignIn.Providers;

/// <summary>Endre and a provider that know each other, both on this machine.</summary>
internal sealed class ProvidedApp : IAsyncDisposable
{
    public const string Start = "/logg-inn/med/fjordvik";
    public const string Button = "Logg inn med Fjordvik-konto";

    private ProvidedApp(AppUnderTest app, ProviderUnderTest provider)
    {
        App = app;
        Provider = provider;
    }

    public AppUnderTest App { get; }

    public ProviderUnderTest Provider { get; }

    /// <summary>With the settings of the test: <c>"--signin-fjordvik-new-people", "make"</c>.</summary>
    public static async Task<ProvidedApp> StartAsync(params string[] settings)
    {
        var provider = await ProviderUnderTest.StartAsync();
        // Two programs that sign for each other share a clock, as they do when both follow the world's.
        var app = await AppUnderTest.StartAsync(
            new AppSetup { Args = provider.Settings(settings), Now = TimeProvider.System.GetUtcNow() }
        );
        await provider.RegisterAsync(app.Address);
        return new ProvidedApp(app, provider);
    }

    /// <summary>Endre that makes people at their first sign-in.</summary>
    public static Task<ProvidedApp> OpenAsync(params string[] settings) =>
        StartAsync(["--signin-fjordvik-new-people", "make", .. settings]);

    /// <summary>Signs in by the button, to the page one was on the way to.</summary>
    public async Task<TestPage> SignInAsync(TestBrowser browser, string wanted = "/min-side")
    {
        var page = await (await browser.OpenAsync(wanted)).FollowAsync(Button);
        page.Status.ShouldBe(System.Net.HttpStatusCode.OK, string.Join('\n', App.Log.All.TakeLast(5)));
        return page;
    }

    /// <summary>Goes to the provider and back, and stops with its answer in the hand: the address that leads in.</summary>
    public static async Task<Uri> AskAsync(TestBrowser browser)
    {
        var question = await browser.Client.GetAsync(new Uri(Start, UriKind.Relative));
        var answer = await browser.Client.GetAsync(question.Headers.Location);
        return answer.Headers.Location ?? throw new InvalidOperationException("The provider did not answer.");
    }

    public Task<int> CountPeopleAsync() => App.InStorageAsync(context => context.Users.CountAsync());

    public async Task<IReadOnlyList<string>> RolesOfAsync(string email)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var person = (await people.FindByEmailAsync(email)).ShouldNotBeNull();
        return [.. (await people.GetRolesAsync(person)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Whoever has this browser is nobody here.</summary>
    public static async Task ShouldBeOutsideAsync(TestBrowser browser)
    {
        browser.Cookies.ShouldNotContain(cookie =>
            cookie.Name.StartsWith("endre-innlogging", StringComparison.Ordinal)
        );
        (await browser.OpenAsync("/min-side")).Heading.ShouldBe("Logg inn");
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Provider.DisposeAsync();
    }
}
