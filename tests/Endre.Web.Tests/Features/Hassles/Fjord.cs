using System.Text.RegularExpressions;
using Endre.Domain.Organizations;
using Endre.Storage.Organizations;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Hassles;

/// <summary>A small organization with somebody of each kind: a department with two teams, and a neighbor.</summary>
internal sealed partial class Fjord
{
    public required AppUnderTest App { get; init; }
    public Guid Top { get; private set; }
    public Guid Department { get; private set; }
    public Guid Team { get; private set; }
    public Guid Neighbor { get; private set; }
    public TestPerson Kari { get; private set; } = null!;
    public TestPerson Colleague { get; private set; } = null!;
    public TestPerson Leader { get; private set; } = null!;
    public TestPerson Director { get; private set; } = null!;
    public TestPerson Union { get; private set; } = null!;
    public TestPerson Safety { get; private set; } = null!;
    public TestPerson Outsider { get; private set; } = null!;
    public TestPerson Administrator { get; private set; } = null!;

    public static async Task<Fjord> OnAsync(AppUnderTest app)
    {
        var fjord = new Fjord { App = app };
        fjord.Top = await fjord.UnitAsync("Fjorden kommune", parent: null);
        fjord.Department = await fjord.UnitAsync("Hjemmetjenesten", fjord.Top);
        fjord.Team = await fjord.UnitAsync("Team nord", fjord.Department);
        fjord.Neighbor = await fjord.UnitAsync("Skolen", fjord.Top);
        fjord.Kari = await fjord.PersonAsync("Kari Sier", fjord.Team, UnitRole.Employee);
        fjord.Colleague = await fjord.PersonAsync("Kollega Nils", fjord.Team, UnitRole.Employee);
        fjord.Leader = await fjord.PersonAsync("Lise Leder", fjord.Department, UnitRole.Leader);
        fjord.Director = await fjord.PersonAsync("Dag Direktør", fjord.Top, UnitRole.Leader);
        fjord.Union = await fjord.PersonAsync("Tone Tillitsvalgt", fjord.Department, UnitRole.UnionRepresentative);
        fjord.Safety = await fjord.PersonAsync("Vidar Verneombud", fjord.Department, UnitRole.SafetyRepresentative);
        fjord.Outsider = await fjord.PersonAsync("Nabo Nora", fjord.Neighbor, UnitRole.Employee);
        fjord.Administrator = await app.AdministratorAsync();
        return fjord;
    }

    /// <summary>A team that nothing has been said to, with the same people, for tests that share a program.</summary>
    public async Task<string> NewTeamAsync()
    {
        var name = $"Team {Guid.CreateVersion7():N}";
        Team = await UnitAsync(name, Department);
        await BecomeAsync(Kari.Id, Team, UnitRole.Employee);
        await BecomeAsync(Colleague.Id, Team, UnitRole.Employee);
        return name;
    }

    /// <summary>Says something as somebody, or as a stranger, and gives the page that answers.</summary>
    public async Task<TestPage> SayAsync(
        TestPerson? who,
        string way,
        string text,
        string? name = null,
        Guid? unit = null
    )
    {
        using var browser = who is null ? App.Browser() : App.As(who);
        var page = await browser.OpenAsync($"/si-fra?enhet={unit ?? Team}");
        page.Tick(way).Fill("Hva er det?", text);
        if (name is not null)
            page.Fill("Navnet ditt (valgfritt)", name);
        page = await page.PressAsync("Send");
        // Asked about a name, one is sure.
        return page.HasButton("Send slik det er") ? await page.PressAsync("Send slik det er") : page;
    }

    /// <summary>The claim code on a page.</summary>
    public static string CodeOn(TestPage page) => Code().Match(page.Text).Value;

    public async Task<Guid> UnitAsync(string name, Guid? parent)
    {
        var unit = new UnitRow
        {
            Name = name,
            Kind = UnitKind.Team,
            ParentId = parent,
        };
        await App.InStorageAsync(async database =>
        {
            database.Units.Add(unit);
            return await database.SaveChangesAsync();
        });
        return unit.Id;
    }

    public async Task<TestPerson> PersonAsync(string name, Guid unit, string role)
    {
        var person = await App.EmployeeAsync(name);
        await BecomeAsync(person.Id, unit, role);
        return person;
    }

    public Task BecomeAsync(Guid person, Guid unit, string role) =>
        App.InStorageAsync(async database =>
        {
            database.Memberships.Add(
                new Membership
                {
                    PersonId = person,
                    UnitId = unit,
                    Role = role,
                }
            );
            return await database.SaveChangesAsync();
        });

    [GeneratedRegex("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
