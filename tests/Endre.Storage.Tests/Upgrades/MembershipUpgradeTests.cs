using Endre.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Endre.Storage.Tests.Upgrades;

public sealed class MembershipUpgradeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Memberships_that_were_there_get_an_id_each_and_keep_the_rest(DatabaseKind kind)
    {
        await using var database = await TestDatabase.EmptyAsync(kind);
        await using var node = StorageNode.On(database);
        var (kari, unit) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using (var older = await node.OpenAsync())
        {
            await older.GetService<IMigrator>().MigrateAsync("FactorAndTemplateVersions", Ct);
            await older.Database.ExecuteSqlAsync(
                $"INSERT INTO units (id, name, kind) VALUES ({unit}, 'Team nord', 'team')",
                Ct
            );
            await older.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO people (id, display_name, is_demo, email_confirmed, phone_number_confirmed,
                    two_factor_enabled, lockout_enabled, access_failed_count)
                VALUES ({kari}, 'Kari', {false}, {false}, {false}, {false}, {true}, 0)
                """,
                Ct
            );
            foreach (var role in new[] { "employee", "union-representative" })
            {
                await older.Database.ExecuteSqlAsync(
                    $"INSERT INTO memberships (person_id, unit_id, role) VALUES ({kari}, {unit}, {role})",
                    Ct
                );
            }
        }

        await node.Upgrade.RunAsync(Ct);

        await using var context = await node.OpenAsync();
        var memberships = await context.Memberships.AsNoTracking().OrderBy(row => row.Role).ToListAsync(Ct);
        memberships.Select(row => row.Role).ShouldBe(["employee", "union-representative"]);
        memberships.ShouldAllBe(row => row.PersonId == kari && row.UnitId == unit && row.Until == null);
        memberships.Select(row => row.Id).Distinct().Count().ShouldBe(2);
        var found = await context.Memberships.SingleAsync(row => row.Id == memberships[0].Id, Ct);
        found.Role.ShouldBe("employee");
        (await context.Users.SingleAsync(Ct)).Affiliation.ShouldBe("permanent");
    }
}
