using Endre.Testing;
using Endre.Testing.Providers;
using Endre.Testing.Rights;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Rights;

/// <summary>One act asked for by one role.</summary>
/// <param name="Act">What.</param>
/// <param name="Role">Who.</param>
/// <param name="Right">What the routes promise.</param>
/// <param name="Kind">Whose the row is.</param>
/// <param name="Real">The answer where the row exists.</param>
/// <param name="Never">The answer where it never did; null when the address names no row that only some have.</param>
internal sealed record Attempt(Act Act, string Role, Right Right, RowKind Kind, Reply Real, Reply? Never)
{
    /// <summary>Whether the row was told from one that never was.</summary>
    public bool MeetsTheRow =>
        Kind == RowKind.Private
        && (Never is null ? Real.Status != 404 : (Real.Status, Real.Says) != (Never.Status, Never.Says));

    public override string ToString() =>
        $"{Act} as {Role}: {Real.Status} «{Real.Says}»{(Never is null ? "" : $", never was: {Never.Status} «{Never.Says}»")}";
}

/// <summary>Every act of the demo, asked for by every role. The workshop is led by a facilitator, joined by a participant.</summary>
public sealed class Sweep : IAsyncLifetime
{
    public const string Name = "every act as every role";
    private const string Leads = Web.Access.Roles.Facilitator;
    private readonly Dictionary<string, (Player Player, Door Door)> _doors = new(StringComparer.Ordinal);
    private AppUnderTest _app = null!;
    private Rows _rows = null!;
    private ProviderUnderTest _provider = null!;
    private string _somePerson = "";

    internal RightsMatrix Matrix { get; private set; } = null!;

    internal List<Attempt> Attempts { get; } = [];

    internal IReadOnlyList<string> Log => _app.Log.All;

    public async ValueTask InitializeAsync()
    {
        _provider = await ProviderUnderTest.StartAsync();
        _app = await AppUnderTest.StartAsync(_provider.Settings("--demo"));
        _rows = new Rows(_app) { Who = role => _doors[role].Player.Person! };
        _somePerson = await _app.InStorageAsync(s => s.Users.Where(p => p.IsDemo).Select(p => $"{p.Id}").FirstAsync());
        foreach (var role in Player.Roles)
            await EnterAsync(role);
        Matrix = await RightsMatrix.OfAsync(_app, [.. _doors.Values.Select(at => at.Player)]);
        foreach (var act in Matrix.Acts)
            await AskAllAsync(act);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, door) in _doors.Values)
            door.Dispose();
        await _app.DisposeAsync();
        await _provider.DisposeAsync();
    }

    private async Task AskAllAsync(Act act)
    {
        // Those whose row it is come last: they may change it, or end it.
        foreach (var role in Matrix.Roles.OrderBy(role => role is Player.Participant or Leads))
        {
            if (MayChange(act) && role is Player.Participant or Leads)
                await _rows.RenewAsync(_doors[Leads].Player.Person!, withTemplate: act.Area == "Templates");
            var (_, door) = _doors[role];
            var filled = await _rows.FillAsync(act);
            var never =
                filled.Kind == RowKind.Private && act.Endpoint.RoutePattern.Parameters.Count > 0
                    ? await _rows.FillAsync(act, isReal: false)
                    : null;
            // What never was is asked for first: the act may take the way in with it.
            var second = never is null ? null : await door.AskAsync(act, never.Address, _rows.Workshop);
            var first = await door.AskAsync(act, filled.Address, _rows.Workshop);
            Attempts.Add(new Attempt(act, role, Matrix[act, role], filled.Kind, first, second));
            if (!act.IsRead && !await door.IsStillInAsync())
                await EnterAsync(role);
        }
    }

    private static bool MayChange(Act act) => !act.IsRead && Rows.KindOf(act) == RowKind.Private;

    // Whoever has just signed out everywhere, or is something else now, comes in anew.
    private async Task EnterAsync(string role)
    {
        if (_doors.Remove(role, out var old))
            old.Door.Dispose();
        var player = await Player.InAsync(_app, role);
        var door = await Door.OpenAsync(_app, player);
        door.SomePerson = _somePerson;
        _doors[role] = (player, door);
        if (role == Leads)
            await _rows.RenewAsync(player.Person!, withTemplate: true);
    }
}

[CollectionDefinition(Sweep.Name)]
public sealed class SweepCollection : ICollectionFixture<Sweep>;
