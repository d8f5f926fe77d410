using AngleSharp.Html.Parser;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Workshops;

public sealed class JoinAddressTests
{
    [Fact]
    public async Task A_laptop_that_serves_the_room_shows_its_own_address_and_not_localhost()
    {
        await using var app = await AppUnderTest.StartAsync("--urls", "http://0.0.0.0:0");
        var person = await app.FacilitatorAsync();
        using var workshop = await FacilitatedWorkshop.BeginAsync(app, person);
        // The projector's browser is on the laptop itself, where the name of the room's address is of no use.
        using var projector = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{app.Address.Port}") };
        projector.DefaultRequestHeaders.Add("Cookie", $"{person.SignInCookie.Name}={person.SignInCookie.Value}");
        var html = await projector.GetStringAsync(new Uri(workshop.Screen, UriKind.Relative));
        // As it is read: its parts are marked, so that it breaks between them only.
        new HtmlParser()
            .ParseDocument(html)
            .Body!.TextContent.ShouldContain($"{app.Address.Authority}/bli-med");
        html.ShouldNotContain("localhost");
    }

    [Fact]
    public async Task The_address_that_is_set_goes_before_all_others()
    {
        await using var app = await AppUnderTest.StartAsync("--public-address", "https://endre.fjordvik.example");
        using var workshop = await FacilitatedWorkshop.BeginAsync(app, await app.FacilitatorAsync());
        (await workshop.Browser.OpenAsync(workshop.Screen)).Text.ShouldContain("endre.fjordvik.example/bli-med");
        (await workshop.Browser.OpenAsync("/")).Text.ShouldContain("endre.fjordvik.example/bli-med");
    }
}
