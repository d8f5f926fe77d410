using System.Net;
using Endre.Testing;
using Endre.Web.Tests.Features.Hassles;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.WeeklyMessages;

/// <summary>One link in several hands, and in a browser that is somebody else's.</summary>
public sealed class TapAtOnceTests
{
    [Theory, EachDatabase]
    public async Task Two_who_press_at_once_answer_once(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind }.Still());
        var fjord = await Fjord.OnAsync(app);
        await fjord.SayAsync(fjord.Kari, "Med navn", "Heisen er borte hver natt");
        var links = await TapAnswerTests.LinksAsync(app, fjord.Leader);
        var pages = new List<TestPage>();
        for (var at = 0; at < 6; at++)
            pages.Add(await app.Browser().OpenAsync(links[at % 2 == 0 ? "Gjør vi" : "Trenger mer"]));
        var answers = await Task.WhenAll(
            pages.Select(
                (page, at) =>
                    at % 2 == 0
                        ? page.Fill("Vil du legge til noe? (valgfritt)", $"Svar {at}").PressAsync("Ja, send svaret")
                        : page.Fill("Hva trenger dere å vite?", $"Svar {at}").PressAsync("Ja, send svaret")
            )
        );
        answers.ShouldAllBe(page => page.Status != HttpStatusCode.InternalServerError);
        (await app.InStorageAsync(database => database.HassleMessages.CountAsync())).ShouldBe(1);
        (await app.InStorageAsync(database => database.DecisionLinks.CountAsync(link => link.UsedAt != null))).ShouldBe(
            1
        );
    }

    [Fact]
    public async Task Whoever_is_signed_in_in_the_browser_has_no_part_in_it()
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup().Still());
        var fjord = await Fjord.OnAsync(app);
        await fjord.SayAsync(fjord.Kari, "Med navn", "Heisen er borte hver natt");
        var links = await TapAnswerTests.LinksAsync(app, fjord.Leader);
        using var ward = app.As(fjord.Colleague);
        await (await ward.OpenAsync(links["Gjør vi"])).PressAsync("Ja, send svaret");
        (await app.InStorageAsync(database => database.HassleMessages.SingleAsync())).PersonId.ShouldBe(
            fjord.Leader.Id
        );
    }
}
