using Endre.Domain.Improvements;
using Endre.Storage.Improvements;
using Endre.Storage.Organizations;

namespace Endre.Storage.Tests.Improvements;

/// <summary>A team that tries things, as tests of what stands beside an improvement begin.</summary>
internal static class Started
{
    public static readonly DateOnly Today = new(2026, 3, 2);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Hand HandOf(Guid person, DateOnly? on = null) =>
        new(person, new DateTimeOffset(on ?? Today, new TimeOnly(9, 0), TimeSpan.Zero), on ?? Today);

    /// <summary>Somebody in a team of its own.</summary>
    public static async Task<(Guid Team, Guid Person)> TeamAsync(EndreContext context)
    {
        var team = new UnitRow { Name = "Post 3", Kind = "team" };
        var person = new People.Person { DisplayName = "Kari", UserName = $"{Guid.CreateVersion7():N}@fjord.no" };
        context.AddRange(team, person);
        await context.SaveChangesAsync(Ct);
        return (team.Id, person.Id);
    }

    public static async Task<Guid> TryAsync(EndreContext context, Guid unit, Guid owner)
    {
        var start = new StartImprovement(
            Guid.CreateVersion7(),
            unit,
            "Henge nøklene ved døra",
            "Vi leter mindre",
            Today.AddDays(14),
            ImprovementSize.Pdca,
            owner
        );
        (await context.StartImprovementAsync(start, origin: null, HandOf(owner), Ct)).ShouldBeNull();
        context.ChangeTracker.Clear();
        return start.Id;
    }
}
