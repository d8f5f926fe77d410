using System.Text.RegularExpressions;
using Endre.Browser.Tests.Support;
using Endre.Domain.Workshops.Running;
using Endre.Testing;
using Microsoft.Playwright;

namespace Endre.Browser.Tests;

/// <summary>A phone whose own clock is wrong has the same time left as everybody else.</summary>
public sealed class ClockTests(Hall hall)
{
    [Theory]
    [InlineData(-10)]
    [InlineData(10)]
    public async Task A_phone_that_is_ten_minutes_wrong_has_the_same_time_left_and_loses_nothing(int minutes)
    {
        var workshop = await hall.App.WorkshopAsync(groups: 1);
        var phone = await hall.PhoneAsync();
        await phone.Clock.InstallAsync(
            new() { TimeDate = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(minutes) }
        );
        await phone.JoinAsync(workshop);
        (await phone.EvaluateAsync<double>("Date.now()")).ShouldBe(
            TimeProvider.System.GetUtcNow().AddMinutes(minutes).ToUnixTimeMilliseconds(),
            tolerance: 60_000
        );

        await workshop.GoToAsync("question-1-write");
        await TimeLeftShouldBeAsync(phone, "(?:6:[0-5]\\d|7:00)");
        await workshop.ChangeAsync(new AddTime(120));
        await TimeLeftShouldBeAsync(phone, "(?:8:[0-5]\\d|9:00)");

        await phone.WriteAsync("question-1", "a", "Skrevet med feil klokke");
        await phone.ShouldHaveSentAsync("question-1", "a", 1);
        workshop.State.Notes.Values.ShouldHaveSingleItem().IsLate.ShouldBeFalse();
        await phone.ReloadAsync();
        await TimeLeftShouldBeAsync(phone, "(?:8:[0-5]\\d|9:00)");
        await phone.Context.CloseAsync();
    }

    private static Task TimeLeftShouldBeAsync(IPage phone, string figures) =>
        Assertions
            .Expect(phone.GetByRole(AriaRole.Timer).First)
            .ToHaveTextAsync(new Regex($"^{figures}$", RegexOptions.None, TimeSpan.FromSeconds(1)));
}
