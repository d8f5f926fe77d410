using Endre.Domain.Hassles;
using Endre.Storage.Hassles;
using Endre.Testing;
using Endre.Web.Tests.Features.Hassles;

namespace Endre.Web.Tests.Features.Search;

/// <summary>The shared test set through the whole program: bokmål, nynorsk, Sámi letters and typing errors, on each database.</summary>
public sealed class SearchSetTests
{
    private static readonly SearchSet Set = SearchSet.Read();

    [Theory, EachDatabase]
    public async Task What_is_typed_finds_what_was_said(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind });
        var fjord = await Fjord.OnAsync(app);
        await SayAllAsync(fjord);
        using var kari = app.As(fjord.Kari);
        var wrong = new List<string>();
        foreach (var (typed, wanted) in Set.Questions)
        {
            var page = await kari.OpenAsync($"/sok?q={Uri.EscapeDataString(typed)}&i=plunder");
            var found = Found(page);
            if (!found.Order().SequenceEqual(wanted.Order()) || (wanted.Count > 0 && found[0] != wanted[0]))
                wrong.Add($"{typed} => {(found.Count == 0 ? "-" : string.Join(' ', found))}");
        }
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void The_set_is_large_enough_to_mean_something()
    {
        Set.Questions.Count.ShouldBeGreaterThanOrEqualTo(60);
        Set.Questions.SelectMany(asked => asked.Found).Distinct().Count().ShouldBe(Set.Texts.Count);
    }

    private static async Task SayAllAsync(Fjord fjord)
    {
        var week = new DateOnly(2026, 3, 2);
        await fjord.App.InStorageAsync(async database =>
        {
            foreach (var text in Set.Texts.Values)
            {
                await database.SayAsync(
                    new SayHassle(
                        HassleId.New(),
                        fjord.Team,
                        Speaker.Anonymous,
                        text,
                        new Effort(null, null, null),
                        Name: null,
                        PersonId: null,
                        ClaimCode.HashOf(ClaimCode.New())
                    ),
                    week,
                    CancellationToken.None
                );
                database.ChangeTracker.Clear();
            }
            return 0;
        });
    }

    private static List<string> Found(TestPage page) =>
        page.HasPart("Plunder") ? [.. page.Links.Where(Set.Texts.Values.Contains).Select(Set.KeyOf)] : [];
}
