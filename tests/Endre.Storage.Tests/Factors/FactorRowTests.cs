using Endre.Domain.Insights;
using Endre.Storage.Factors;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Tests.Factors;

public sealed class FactorRowTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task The_deck_s_drivers_and_barriers_are_kept_with_their_ids_words_and_history(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        await using (var context = await node.OpenAsync())
        {
            context.Factors.AddRange(FactorRow.FromDeck());
            context.FactorChanges.Add(
                new FactorChange
                {
                    FactorId = "barrier-zero-error-culture",
                    At = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
                    What = "added",
                }
            );
            await context.SaveChangesAsync(Ct);
        }

        await using (var context = await node.OpenAsync())
        {
            var rows = await context.Factors.OrderByDescending(f => f.Kind).ThenBy(f => f.Position).ToListAsync(Ct);
            rows.Select(row => row.ToListed()).ShouldBe(FactorList.FromDeck.All);
            (await context.FactorChanges.SingleAsync(Ct)).FactorId.ShouldBe("barrier-zero-error-culture");
        }
    }

    [Theory, EachDatabase]
    public async Task The_second_of_two_who_store_a_change_of_the_same_factor_is_told(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        await using var ada = await node.OpenAsync();
        await using var bo = await node.OpenAsync();
        ada.Factors.AddRange(FactorRow.FromDeck());
        await ada.SaveChangesAsync(Ct);
        var hers = await ada.Factors.SingleAsync(f => f.Id == "driver-leadership", Ct);
        var his = await bo.Factors.SingleAsync(f => f.Id == "driver-leadership", Ct);
        hers.Take(hers.ToListed() with { IsRetired = true, Version = 2 });
        await ada.SaveChangesAsync(Ct);
        his.Take(his.ToListed() with { Position = 2 });
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => bo.SaveChangesAsync(Ct));
    }
}
