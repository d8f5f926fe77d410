using Endre.Storage;
using Endre.Testing;
using Endre.Web.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Messages;

/// <summary>What is told in one instant comes in the order in which it was told.</summary>
public sealed class OrderedIdsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Ids_grow_also_when_the_clock_stands_still_or_goes_back_a_little()
    {
        var ids = new OrderedIds();
        var made = Enumerable
            .Range(0, 10_000)
            .Select(at => ids.Next(Now.AddMilliseconds(-at % 3)))
            .Append(ids.Next(Now.AddSeconds(20)))
            .Select(id => $"{id}")
            .ToList();
        made.ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
        made.Distinct().Count().ShouldBe(made.Count);
        made.ShouldAllBe(id => id[14] == '7');
    }

    [Fact]
    public void A_clock_that_is_set_back_is_followed()
    {
        var ids = new OrderedIds();
        var ahead = ids.Next(Now.AddDays(1));
        string.CompareOrdinal($"{ids.Next(Now)}", $"{ahead}").ShouldBeLessThan(0);
    }

    [Theory, EachDatabase]
    public async Task Messages_of_one_instant_are_listed_and_sent_in_the_order_they_were_written(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind });
        var kari = await app.EmployeeAsync();
        var told = Enumerable.Range(1, 30).Select(number => $"Beskjed {number:00}").ToList();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var outgoing = scope.ServiceProvider.GetRequiredService<Outgoing>();
            foreach (var subject in told)
            {
                await outgoing.AddAsync(
                    kari.Id,
                    new OutgoingMessage(Post.Kind, subject, () => new Letter(subject)),
                    default
                );
            }
            await scope.ServiceProvider.GetRequiredService<EndreContext>().SaveChangesAsync();
        }
        (await app.MessagesAsync()).Select(row => row.Subject).ShouldBe(told);
        using var browser = app.As(kari);
        var page = await browser.OpenAsync("/meldinger");
        page.Links.Where(link => link.StartsWith("Beskjed", StringComparison.Ordinal))
            .ShouldBe(told.AsEnumerable().Reverse());
    }
}
