using Endre.Domain.Organizations;
using Endre.Storage.Organizations;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Tests.Organizations;

public sealed class LookRowTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static OrganizationLook Look =>
        new()
        {
            Name = "Fjordvik kommune",
            Language = "nn",
            LanguageGoesBeforeBrowser = true,
            Colors = new LookColors(HexColor.Find("#0f5f8c"), HexColor.Find("#e0a100")),
            LogoId = "0123456789abcdef0123456789abcdef",
        };

    [Theory, EachDatabase]
    public async Task The_look_is_kept_with_its_logo_and_its_history(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        byte[] content = [0, 1, 2, 0xFF];
        await using (var context = await node.OpenAsync())
        {
            context.Add(
                new Logo
                {
                    Id = Look.LogoId!,
                    MediaType = "image/png",
                    Content = content,
                    Width = 120.5,
                    Height = 40,
                    AddedAt = Now,
                }
            );
            var row = new LookRow { Language = "nb" };
            row.Take(Look);
            context.Add(row);
            context.Add(LookChange.Of(OrganizationLook.Plain, Look, personId: null, Now));
            await context.SaveChangesAsync(Ct);
        }

        await using (var context = await node.OpenAsync())
        {
            (await context.Looks.SingleAsync(Ct)).ToLook().ShouldBe(Look);
            var logo = await context.Logos.SingleAsync(Ct);
            logo.Content.ShouldBe(content);
            (logo.Width, logo.Height, logo.AddedAt).ShouldBe((120.5, 40, Now));
            var change = await context.LookChanges.SingleAsync(Ct);
            change.At.ShouldBe(Now);
            change.ToLooks().ShouldBe((OrganizationLook.Plain, Look));
        }
    }

    [Theory, EachDatabase]
    public async Task The_second_of_two_who_store_a_change_at_once_is_told(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        await using var ada = await node.OpenAsync();
        await using var bo = await node.OpenAsync();
        ada.Add(new LookRow { Language = "nb" });
        await ada.SaveChangesAsync(Ct);
        var his = await bo.Looks.SingleAsync(Ct);
        (await ada.Looks.SingleAsync(Ct)).Take(OrganizationLook.Plain with { Name = "Ada" });
        await ada.SaveChangesAsync(Ct);
        his.Take(OrganizationLook.Plain with { Name = "Bo" });
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => bo.SaveChangesAsync(Ct));
    }
}
