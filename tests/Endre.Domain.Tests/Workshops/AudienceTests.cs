using Endre.Domain.Workshops;

namespace Endre.Domain.Tests.Workshops;

public sealed class AudienceTests
{
    [Fact]
    public void An_event_without_an_audience_reaches_nobody()
    {
        Audience.Nobody.Reaches(["everyone", "facilitators", "group:g1"]).ShouldBeFalse();
        Audience.Nobody.Reaches([""]).ShouldBeFalse();
        default(Audience).Value.ShouldBeNull();
    }

    [Fact]
    public void Everyone_is_reached_by_what_is_for_everyone() =>
        Audience.Everyone.Reaches(["everyone", "group:g1"]).ShouldBeTrue();

    [Fact]
    public void What_is_for_a_group_reaches_it_and_the_facilitators_and_no_other_group()
    {
        var audience = Audience.Group("g1");
        audience.Reaches(["everyone", "group:g1"]).ShouldBeTrue();
        audience.Reaches(["everyone", "facilitators"]).ShouldBeTrue();
        audience.Reaches(["everyone", "group:g11"]).ShouldBeFalse();
        audience.Reaches(["everyone"]).ShouldBeFalse();
    }
}
