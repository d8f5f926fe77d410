using Endre.Testing;
using Endre.Testing.Rights;

namespace Endre.Fuzz.Tests;

/// <summary>A running program with a workshop that is under way, and somebody of each kind at its door.</summary>
public sealed class OpenHouse : IAsyncLifetime
{
    private Rows _rows = null!;

    public AppUnderTest App { get; private set; } = null!;

    /// <summary>Who asks: a participant, a facilitator, an administrator.</summary>
    public IReadOnlyList<(Player Player, Door Door)> Visitors { get; private set; } = [];

    public Rows Rows => _rows;

    public TestPerson Facilitator => Visitors[1].Player.Person!;

    public Rows.Theirs Workshop => _rows.Workshop!;

    public async ValueTask InitializeAsync()
    {
        App = await AppUnderTest.StartAsync("--demo");
        _rows = new Rows(App);
        var visitors = new List<(Player, Door)>();
        foreach (var role in new[] { Player.Participant, Web.Access.Roles.Facilitator, Web.Access.Roles.Administrator })
        {
            var player = await Player.InAsync(App, role);
            visitors.Add((player, await Door.OpenAsync(App, player)));
        }
        Visitors = visitors;
        await RenewAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, door) in Visitors)
            door.Dispose();
        await App.DisposeAsync();
    }

    /// <summary>A new workshop, in which one is writing.</summary>
    public async Task RenewAsync()
    {
        await _rows.RenewAsync(Facilitator, withTemplate: true);
        using var api = App.Api(Facilitator.Token);
        (
            await api.PostAsync(new Uri($"/api/v1/workshops/{Workshop.Id}/steps/next", UriKind.Relative), content: null)
        ).EnsureSuccessStatusCode();
        (
            await api.PostAsync(new Uri($"/api/v1/workshops/{Workshop.Id}/steps/next", UriKind.Relative), content: null)
        ).EnsureSuccessStatusCode();
    }

    /// <summary>The last fault that the program has told of itself.</summary>
    public string LastFault => Faults(from: 0).LastOrDefault("");

    /// <summary>What the program itself calls a fault, from this line of its log on.</summary>
    public void HasNoFault(int from) => Faults(from).ShouldBeEmpty();

    private IEnumerable<string> Faults(int from) =>
        App
            .Log.All.Skip(from)
            .Where(line =>
                line.StartsWith("Error", StringComparison.Ordinal)
                || line.StartsWith("Critical", StringComparison.Ordinal)
            )
            .Select(line => line[..Math.Min(1_500, line.Length)]);
}
