using Endre.Domain.Organizations;
using Endre.Testing;
using Endre.Testing.Rights;
using Endre.Web.Access;

namespace Endre.Fuzz.Tests;

/// <summary>A running program with a workshop that is under way, and somebody of each kind at its door.</summary>
public sealed class OpenHouse : IAsyncLifetime
{
    private static readonly string Leader = Player.OfUnit(UnitRole.Leader);
    private readonly List<(Player Player, Door Door)> _visitors = [];
    private Rows _rows = null!;

    public AppUnderTest App { get; private set; } = null!;

    /// <summary>
    /// Who asks: between them they find every row there is, for what somebody does not find is answered before it is read.
    /// </summary>
    public IReadOnlyList<(Player Player, Door Door)> Visitors => _visitors;

    public Rows Rows => _rows;

    public TestPerson Facilitator => Of(Roles.Facilitator);

    /// <summary>The cookie of somebody who is signed in.</summary>
    public string SignedIn => $"{Facilitator.SignInCookie.Name}={Facilitator.SignInCookie.Value}";

    /// <summary>What the program of an identity provider holds.</summary>
    public string ClientToken => Visitors.Single(visitor => visitor.Player.Role == Player.Client).Player.Token!;

    public Rows.Theirs Workshop => _rows.Workshop!;

    public async ValueTask InitializeAsync()
    {
        App = await AppUnderTest.StartAsync("--demo");
        _rows = new Rows(App) { Who = Of };
        foreach (var role in Roles.All.Append(Player.Participant).Append(Player.Client).Append(Leader))
            _visitors.Add(await EnterAsync(role));
        await RenewAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, door) in Visitors)
            door.Dispose();
        await App.DisposeAsync();
    }

    /// <summary>A new workshop, in which one is writing; and whoever was shown out meanwhile comes in anew.</summary>
    public async Task RenewAsync()
    {
        foreach (var (at, (player, door)) in _visitors.Index().ToList())
        {
            if (!await door.IsStillInAsync())
            {
                door.Dispose();
                _visitors[at] = await EnterAsync(player.Role);
            }
        }
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

    private async Task<(Player, Door)> EnterAsync(string role)
    {
        var player = await Player.InAsync(App, role);
        return (player, await Door.OpenAsync(App, player));
    }

    private TestPerson Of(string role) => Visitors.Single(visitor => visitor.Player.Role == role).Player.Person!;

    private IEnumerable<string> Faults(int from) =>
        App
            .Log.All.Skip(from)
            .Where(line =>
                line.StartsWith("Error", StringComparison.Ordinal)
                || line.StartsWith("Critical", StringComparison.Ordinal)
            )
            .Select(line => line[..Math.Min(1_500, line.Length)]);
}
