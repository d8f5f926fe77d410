using Endre.Domain.Shared;

namespace Endre.Domain.Tests.Shared;

public sealed class DerivedIdTests
{
    private static readonly Guid Form = Guid.CreateVersion7(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public void The_same_said_the_same_way_has_the_same_id() =>
        DerivedId.Of(Form, "Tid"u8).ShouldBe(DerivedId.Of(Form, "Tid"u8));

    [Fact]
    public void Another_thing_or_another_way_has_another_id()
    {
        var id = DerivedId.Of(Form, "Tid"u8);
        DerivedId.Of(Form, "Tillit"u8).ShouldNotBe(id);
        DerivedId.Of(Guid.CreateVersion7(), "Tid"u8).ShouldNotBe(id);
    }

    [Fact]
    public void It_is_ordered_by_the_time_of_its_source()
    {
        var id = DerivedId.Of(Form, "Tid"u8);
        id.Version.ShouldBe(7);
        id.ToString("N")[..12].ShouldBe(Form.ToString("N")[..12]);
    }
}
