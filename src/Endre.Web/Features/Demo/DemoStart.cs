using Endre.Storage;
using Endre.Storage.Organizations;
using Endre.Storage.People;
using Endre.Web.Access;
using Endre.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Demo;

/// <summary>Fills an empty database with Fjordvik kommune, and lets every area add its part.</summary>
internal sealed class DemoStart(
    EndreContext context,
    UserManager<Person> people,
    PersonTokens tokens,
    IEnumerable<IDemoPart> parts,
    DemoLines lines,
    TimeProvider time
) : IStartupPart
{
    private const string TokenName = "demo";

    public int Order => 20;

    public async Task PrepareAsync(CancellationToken ct)
    {
        if (await context.Users.AnyAsync(ct) && !await context.Users.AnyAsync(person => person.IsDemo, ct))
            throw new SettingsFault([
                "--demo needs a data folder of its own: this one holds real people. Choose one with --data.",
            ]);

        var units = await CreateUnitsAsync(ct);
        var demo = new DemoMunicipality(units, await CreatePeopleAsync(units, ct));
        await HandOutTokensAsync(demo, ct);
        foreach (var part in parts.OrderBy(part => part.Order))
            lines.All.AddRange(await part.PrepareAsync(demo, ct));
    }

    private async Task<List<UnitRow>> CreateUnitsAsync(CancellationToken ct)
    {
        var units = await context.Units.ToListAsync(ct);
        foreach (var wanted in DemoUnits.All.Where(wanted => units.TrueForAll(unit => unit.Name != wanted.Name)))
        {
            var unit = new UnitRow
            {
                Name = wanted.Name,
                Kind = wanted.Kind,
                ParentId = units.Find(parent => parent.Name == wanted.Parent)?.Id,
            };
            units.Add(unit);
            context.Units.Add(unit);
        }

        await context.SaveChangesAsync(ct);
        return units;
    }

    private async Task<List<Person>> CreatePeopleAsync(List<UnitRow> units, CancellationToken ct)
    {
        var found = new List<Person>();
        foreach (var wanted in DemoPeople.All)
        {
            var email = DemoPeople.Email(wanted.Name);
            if (await people.FindByEmailAsync(email) is not { } person)
            {
                person = new Person
                {
                    UserName = email,
                    Email = email,
                    DisplayName = wanted.Name,
                    IsDemo = true,
                };
                await people.CreateAsync(person);
                await people.AddToRolesAsync(person, wanted.Roles);
                context.Memberships.Add(
                    new Membership
                    {
                        PersonId = person.Id,
                        UnitId = units.Single(unit => unit.Name == wanted.Unit).Id,
                        Role = wanted.Membership,
                    }
                );
                await context.SaveChangesAsync(ct);
            }

            found.Add(person);
        }

        return found;
    }

    // Only hashes are stored, so each start hands out new ones; those of other nodes live on for a day.
    private async Task HandOutTokensAsync(DemoMunicipality demo, CancellationToken ct)
    {
        var yesterday = time.GetUtcNow().AddDays(-1);
        await context
            .ApiTokens.Where(token => token.Name == TokenName && token.CreatedAt < yesterday)
            .ExecuteDeleteAsync(ct);
        foreach (
            var (role, person) in new[]
            {
                (Roles.Administrator, demo.Administrator),
                (Roles.Facilitator, demo.Facilitator),
                (Roles.Leader, demo.Leader),
                (Roles.Employee, demo.Employee),
            }
        )
            lines.All.Add($"token {role}: {await tokens.CreateAsync(context, person.Id, TokenName, ct)}");
    }
}

/// <summary>What the demo tells on the console.</summary>
internal sealed class DemoLines : IAnnouncement
{
    public int Order => 10;

    public List<string> All { get; } = [];

    public IEnumerable<string> Lines(ListeningAddress address) => All;
}
