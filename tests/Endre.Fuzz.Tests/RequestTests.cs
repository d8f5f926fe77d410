using System.Diagnostics;
using System.Text;
using CsCheck;
using Endre.Testing;

namespace Endre.Fuzz.Tests;

/// <summary>Whatever stands in a request, it is answered or refused: nothing breaks, and nobody waits.</summary>
public sealed class RequestTests(OpenHouse house) : IClassFixture<OpenHouse>
{
    public static TheoryData<string> Names => [.. Requests.All.Select(place => place.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_answered_or_refused(string name)
    {
        var place = Requests.All.Single(found => found.Name == name);
        var from = house.App.Log.All.Count;
        await Mutation
            .Of(place.Samples)
            .SampleAsync(
                async bytes =>
                {
                    var clock = Stopwatch.StartNew();
                    using var door = await RawDoor.OpenAsync(house.App);
                    await door.SayAsync(place.Write(house, bytes));
                    var status = await door.StatusAsync();
                    // A line whose end is no version of HTTP is refused with 505 (RFC 9110 § 15.6.6).
                    if (status != 505)
                        status.ShouldBeLessThan(500);
                    clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(15));
                },
                seed: Rounds.Seed,
                iter: Rounds.Of(60),
                threads: 1,
                print: bytes => $"{Encoding.Latin1.GetString(bytes)} = {Convert.ToBase64String(bytes)}"
            );
        house.HasNoFault(from);
    }
}
