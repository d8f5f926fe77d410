using Endre.Faults.Tests.Support;

namespace Endre.Faults.Tests;

/// <summary>A search that finds nothing proves nothing unless it finds what is there, in every form it may have.</summary>
public sealed class NeedleTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeMilliseconds(1_772_000_000_123);

    public static TheoryData<string> FormsOfAnInstant { get; } =
    [
        "t=1772000000123",
        "1772000000",
        $"{At.UtcTicks}",
        $"{At:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}",
        $"{Guid.CreateVersion7(At)}",
        $"{Guid.CreateVersion7(At):N}",
    ];

    [Theory, MemberData(nameof(FormsOfAnInstant), DisableDiscoveryEnumeration = true)]
    public void An_instant_is_found_in_every_form_it_is_written_in(string form) =>
        Needle.InstantsIn($"x {form} y", At.AddSeconds(-1), At.AddSeconds(1)).ShouldNotBeEmpty(form);

    [Fact]
    public void An_instant_is_found_in_the_bytes_of_an_id() =>
        Needle
            .InstantsIn(Guid.CreateVersion7(At).ToByteArray(bigEndian: true), At.AddSeconds(-1), At.AddSeconds(1))
            .ShouldNotBeEmpty();

    [Fact]
    public void An_id_is_not_found_in_what_only_looks_like_it() =>
        Needle
            .Of("id", Guid.Parse("0198a8a8-1111-7000-8000-123456789abc"))
            .StandsIn("x0198A8A811117000800012 3456789ABC")
            .ShouldBeFalse();

    [Fact]
    public void A_code_is_found_behind_base64() =>
        Needle.Of("code", "7K3M-9QPT-X2VB").StandsIn(Convert.ToBase64String("<a>7K3M-9QPT-X2VB</a>"u8)).ShouldBeTrue();
}
