using System.Net;
using Endre.Testing;
using Endre.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Demo;

public sealed class DemoTests
{
    [Fact]
    public async Task A_demo_prints_tokens_that_work_and_says_that_it_is_one()
    {
        await using var app = await AppUnderTest.StartAsync("--demo");
        using var browser = app.Browser();
        (await browser.OpenAsync("/")).Document.Body!.TextContent.ShouldContain("Dette er en demo");
        foreach (
            var (role, address) in new[]
            {
                ("administrator", "/personer"),
                ("facilitator", "/min-side"),
                ("leader", "/min-side"),
                ("employee", "/min-side"),
            }
        )
        {
            using var api = app.Api(Token(app, role));
            (await api.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK, role);
        }
    }

    [Fact]
    public async Task Pages_of_every_kind_say_that_it_is_a_demo()
    {
        await using var app = await AppUnderTest.StartAsync("--demo");
        var code = app.Console.Split('\n').Single(line => line.StartsWith("join code: ", StringComparison.Ordinal));
        using var phone = app.Browser();
        var joining = await phone.OpenAsync($"/bli-med/{code.Split(' ')[2].Trim()}");
        var workshop = (await joining.PressAsync("Bli med")).Path;
        foreach (var address in new[] { "/", "/bli-med", joining.Path, workshop, "/logg-inn", "/finnes-ikke" })
        {
            SaysSo(await phone.OpenAsync(address));
        }
        using var laptop = app.Browser();
        await (await laptop.OpenAsync("/logg-inn")).PressAsync("Logg inn som Torbjørn Aune");
        foreach (var address in new[] { "/verksteder", $"{workshop}/styr", $"{workshop}/skjerm", $"{workshop}/papir" })
        {
            SaysSo(await laptop.OpenAsync(address));
        }

        static void SaysSo(TestPage page) =>
            page.Document.Body!.TextContent.ShouldContain("Dette er en demo", Case.Sensitive, page.Path);
    }

    [Fact]
    public async Task One_click_signs_in_as_a_demo_person()
    {
        await using var app = await AppUnderTest.StartAsync("--demo");
        using var browser = app.Browser();
        var page = await (await browser.OpenAsync("/logg-inn?returnTo=/min-side")).PressAsync(
            "Logg inn som Torbjørn Aune"
        );
        page.Path.ShouldBe("/min-side");
        page.Text.ShouldContain("Prosessleder");
    }

    [Fact]
    public async Task The_second_start_makes_nobody_twice()
    {
        using var data = new TemporaryFolder();
        var setup = new AppSetup { Data = data, Args = ["--demo"] };
        int people;
        await using (var first = await AppUnderTest.StartAsync(setup))
            people = await first.InStorageAsync(context => context.Users.CountAsync());
        await using var second = await AppUnderTest.StartAsync(setup);
        (await second.InStorageAsync(context => context.Users.CountAsync())).ShouldBe(people);
        (await second.InStorageAsync(context => context.Units.CountAsync())).ShouldBe(16);
        using var api = second.Api(Token(second, "leader"));
        (await api.GetAsync("/min-side")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_demo_the_invented_people_get_in_no_more()
    {
        using var data = new TemporaryFolder();
        string token;
        await using (var demo = await AppUnderTest.StartAsync(new AppSetup { Data = data, Args = ["--demo"] }))
            token = Token(demo, "administrator");
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Data = data });
        using var api = app.Api(token);
        (await api.GetAsync("/personer")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var browser = app.Browser();
        (await browser.OpenAsync("/")).Document.Body!.TextContent.ShouldNotContain("Dette er en demo");
    }

    [Fact]
    public async Task A_demo_is_refused_where_real_people_are()
    {
        using var data = new TemporaryFolder();
        await using (var app = await AppUnderTest.StartAsync(new AppSetup { Data = data }))
            await app.AdministratorAsync();
        var start = () => AppUnderTest.StartAsync(new AppSetup { Data = data, Args = ["--demo"] });
        (await start.ShouldThrowAsync<SettingsFault>()).Message.ShouldContain("--data");
    }

    private static string Token(AppUnderTest app, string role) =>
        app
            .Console.Split('\n')
            .Single(line => line.StartsWith($"token {role}: ", StringComparison.Ordinal))
            .Split(' ')[2]
            .Trim();
}
