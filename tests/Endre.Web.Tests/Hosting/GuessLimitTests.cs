using System.Net;
using Endre.Web.Hosting.Limits;
using Microsoft.Extensions.Time.Testing;

namespace Endre.Web.Tests.Hosting;

public sealed class GuessLimitTests
{
    private static readonly IPAddress Hall = IPAddress.Parse("192.0.2.1");
    private readonly FakeTimeProvider _time = new();
    private readonly GuessLimit _limit;

    public GuessLimitTests() => _limit = new GuessLimit(limit: 10, TimeSpan.FromMinutes(5), _time);

    [Fact]
    public void Ten_wrong_guesses_close_an_address_until_the_first_is_forgotten()
    {
        Wrong(10, TimeSpan.FromSeconds(10));
        _limit.IsBlocked(Hall, out var wait).ShouldBeTrue();
        wait.ShouldBe(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(100));
        _time.Advance(wait);
        _limit.IsBlocked(Hall, out _).ShouldBeFalse();
    }

    [Fact]
    public void Nine_wrong_guesses_close_nothing()
    {
        Wrong(9);
        _limit.IsBlocked(Hall, out _).ShouldBeFalse();
    }

    [Fact]
    public void Sixty_people_of_one_hall_get_in_though_every_fourth_mistypes()
    {
        for (var person = 0; person < 60; person++)
        {
            if (person % 4 == 0)
                Wrong(1);
            _limit.IsBlocked(Hall, out _).ShouldBeFalse($"person {person}");
            _limit.RecordRight(Hall);
        }
    }

    [Fact]
    public void Knowing_one_code_buys_at_most_sixty_more_guesses()
    {
        for (var i = 0; i < 1_000; i++)
            _limit.RecordRight(Hall);
        Wrong(70);
        _limit.IsBlocked(Hall, out _).ShouldBeTrue();
    }

    [Fact]
    public void Another_address_is_not_closed()
    {
        Wrong(10);
        _limit.IsBlocked(IPAddress.Parse("192.0.2.2"), out _).ShouldBeFalse();
    }

    [Fact]
    public void One_subscribers_many_addresses_count_as_one()
    {
        for (var i = 1; i <= 10; i++)
            _limit.RecordWrong(IPAddress.Parse($"2001:db8:1:2::{i}"));
        _limit.IsBlocked(IPAddress.Parse("2001:db8:1:2:ffff::1"), out _).ShouldBeTrue();
        _limit.IsBlocked(IPAddress.Parse("2001:db8:1:3::1"), out _).ShouldBeFalse();
    }

    [Fact]
    public void An_address_is_the_same_however_it_is_written()
    {
        Wrong(10);
        _limit.IsBlocked(Hall.MapToIPv6(), out _).ShouldBeTrue();
    }

    [Fact]
    public void A_hundred_thousand_addresses_do_not_fill_the_memory()
    {
        for (var i = 0; i < 100_000; i++)
            _limit.RecordWrong(new IPAddress((uint)i));
        _limit.Remembered.ShouldBeLessThanOrEqualTo(10_000);
    }

    private void Wrong(int times, TimeSpan between = default)
    {
        for (var i = 0; i < times; i++)
        {
            _limit.RecordWrong(Hall);
            _time.Advance(between);
        }
    }
}
