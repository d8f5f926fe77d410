using Endre.Storage.Access;
using Endre.Storage.People;
using Endre.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Tests;

public sealed class EndreContextTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Instants_are_ordered_and_compared_whatever_their_offset(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var noon = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
        await using var context = await node.OpenAsync();
        context.FirstAdministratorLinks.AddRange(
            Link(1, noon.AddMilliseconds(1)),
            Link(2, noon.ToOffset(TimeSpan.FromHours(9))),
            Link(3, noon.AddHours(-1).ToOffset(TimeSpan.FromHours(-5)))
        );
        await context.SaveChangesAsync(Ct);
        context.ChangeTracker.Clear();

        var links = await context
            .FirstAdministratorLinks.Where(link => link.ExpiresAt <= noon.AddMilliseconds(1))
            .OrderBy(link => link.ExpiresAt)
            .ToListAsync(Ct);

        links.Select(link => link.Hash[0]).ShouldBe([3, 2, 1]);
        links[1].ExpiresAt.ShouldBe(noon);
        links[1].ExpiresAt.Offset.ShouldBe(TimeSpan.Zero);

        static FirstAdministratorLink Link(byte hash, DateTimeOffset expiresAt) =>
            new() { Hash = [hash], ExpiresAt = expiresAt };
    }

    [Theory, EachDatabase]
    public async Task A_person_keeps_a_passkey(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        var person = new Person { UserName = "kari@fjordvik.example", DisplayName = "Kari" };
        var made = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
        await using (var context = await node.OpenAsync())
        {
            context.Users.Add(person);
            context.UserPasskeys.Add(
                new IdentityUserPasskey<Guid>
                {
                    UserId = person.Id,
                    CredentialId = [1, 2, 3],
                    Data = new IdentityPasskeyData
                    {
                        PublicKey = [4],
                        Name = "Telefonen",
                        CreatedAt = made,
                        AttestationObject = [5],
                        ClientDataJson = [6],
                    },
                }
            );
            await context.SaveChangesAsync(Ct);
        }

        await using (var context = await node.OpenAsync())
        {
            var passkey = await context.UserPasskeys.SingleAsync(passkey => passkey.UserId == person.Id, Ct);
            (passkey.Data.Name, passkey.Data.CreatedAt).ShouldBe(("Telefonen", made));
        }
    }

    [Theory, EachDatabase]
    public async Task A_token_of_nobody_is_refused(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        await using var context = await node.OpenAsync();
        context.ApiTokens.Add(
            new ApiToken
            {
                Hash = [1],
                PersonId = Guid.CreateVersion7(),
                Name = "Til ingen",
                CreatedAt = DateTimeOffset.UnixEpoch,
            }
        );
        await Should.ThrowAsync<DbUpdateException>(() => context.SaveChangesAsync(Ct));
    }

    [Fact]
    public async Task Every_connection_to_the_file_reaches_the_disk_before_it_answers()
    {
        await using var node = await StorageNode.OnAsync(DatabaseKind.Sqlite);
        await using var context = await node.OpenAsync();
        // The pool hands the same file out again, also after others have used it.
        for (var time = 0; time < 3; time++)
        {
            await context.Database.OpenConnectionAsync(Ct);
            (await SettingAsync("PRAGMA synchronous")).ShouldBe(2L);
            (await SettingAsync("PRAGMA foreign_keys")).ShouldBe(1L);
            (await SettingAsync("PRAGMA busy_timeout")).ShouldBe(5000L);
            await context.Database.CloseConnectionAsync();
        }

        async Task<object?> SettingAsync(string sql)
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            return await command.ExecuteScalarAsync(Ct);
        }
    }
}
