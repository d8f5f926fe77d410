using Endre.Domain.Workshops.Running;

namespace Endre.Domain.Tests.Workshops.Running;

public sealed class CountdownTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Countdown SevenMinutes = Countdown.Start(7, Now);

    [Fact]
    public void It_is_an_absolute_instant() => SevenMinutes.EndsAt.ShouldBe(Now.AddMinutes(7));

    [Fact]
    public void No_minutes_is_no_clock()
    {
        Countdown.Start(0, Now).ShouldBe(Countdown.None);
        (Countdown.None.IsSet, Countdown.None.IsPaused).ShouldBe((false, false));
        SevenMinutes.IsSet.ShouldBeTrue();
    }

    [Fact]
    public void A_pause_keeps_what_was_left()
    {
        var paused = SevenMinutes.Pause(Now.AddMinutes(3));
        (paused.IsPaused, paused.IsSet, paused.Left).ShouldBe((true, true, TimeSpan.FromMinutes(4)));
        paused.Resume(Now.AddHours(1)).EndsAt.ShouldBe(Now.AddHours(1).AddMinutes(4));
    }

    [Fact]
    public void A_paused_clock_is_not_paused_twice_and_a_running_one_goes_on()
    {
        var paused = SevenMinutes.Pause(Now);
        paused.Pause(Now.AddMinutes(5)).ShouldBe(paused);
        SevenMinutes.Resume(Now.AddMinutes(5)).ShouldBe(SevenMinutes);
        Countdown.None.Pause(Now).ShouldBe(Countdown.None);
        Countdown.None.Resume(Now).ShouldBe(Countdown.None);
    }

    [Fact]
    public void More_time_is_added_to_the_end() =>
        SevenMinutes.Add(TimeSpan.FromMinutes(2), Now.AddMinutes(1)).EndsAt.ShouldBe(Now.AddMinutes(9));

    [Fact]
    public void Two_more_minutes_over_time_are_two_minutes_from_now() =>
        SevenMinutes.Add(TimeSpan.FromMinutes(2), Now.AddMinutes(20)).EndsAt.ShouldBe(Now.AddMinutes(22));

    [Fact]
    public void Less_time_is_taken_from_the_end_also_over_time()
    {
        SevenMinutes.Add(TimeSpan.FromMinutes(-2), Now).EndsAt.ShouldBe(Now.AddMinutes(5));
        SevenMinutes.Add(TimeSpan.FromMinutes(-2), Now.AddMinutes(20)).EndsAt.ShouldBe(Now.AddMinutes(5));
    }

    [Fact]
    public void A_paused_clock_gets_time_and_stays_paused()
    {
        var paused = SevenMinutes.Pause(Now.AddMinutes(3)).Add(TimeSpan.FromMinutes(1), Now.AddMinutes(30));
        paused.ShouldBe(new Countdown(EndsAt: null, TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public void A_clock_that_was_paused_over_time_gets_its_new_time_from_zero()
    {
        var over = SevenMinutes.Pause(Now.AddMinutes(10));
        over.Left.ShouldBe(TimeSpan.FromMinutes(-3));
        over.Add(TimeSpan.FromMinutes(2), Now).Left.ShouldBe(TimeSpan.FromMinutes(2));
        over.Add(TimeSpan.FromMinutes(-1), Now).Left.ShouldBe(TimeSpan.FromMinutes(-4));
    }

    [Fact]
    public void Time_may_be_given_where_there_was_no_clock() =>
        Countdown.None.Add(TimeSpan.FromMinutes(2), Now).EndsAt.ShouldBe(Now.AddMinutes(2));
}
