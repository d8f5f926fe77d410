using Endre.Domain.Hassles;
using Endre.Domain.Organizations;
using Endre.Storage.Hassles;
using Endre.Storage.Places;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Hassles;

/// <summary>One fjord for all tests of a class; each begins with nothing said.</summary>
public sealed class SharedFjord : IAsyncLifetime
{
    /// <summary>It is Monday 2 March 2026.</summary>
    public static readonly DateOnly Today = new(2026, 3, 2);

    internal Fjord Fjord { get; private set; } = null!;

    public AppUnderTest App => Fjord.App;

    /// <summary>The director's deputy.</summary>
    public TestPerson Deputy { get; private set; } = null!;

    /// <summary>Leads the school.</summary>
    public TestPerson Headmaster { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Fjord = await Fjord.OnAsync(await AppUnderTest.StartAsync());
        Deputy = await Fjord.PersonAsync("Stein Stedfortreder", Fjord.Top, UnitRole.Deputy);
        Headmaster = await Fjord.PersonAsync("Rita Rektor", Fjord.Neighbor, UnitRole.Leader);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    public Task ClearAsync() =>
        App.InStorageAsync(async database =>
        {
            await database.HassleEvents.ExecuteDeleteAsync();
            await database.HassleMessages.ExecuteDeleteAsync();
            await database.HassleMeToos.ExecuteDeleteAsync();
            await database.Hassles.ExecuteUpdateAsync(set => set.SetProperty(row => row.MergedIntoId, (Guid?)null));
            await database.PrivacySettings.ExecuteDeleteAsync();
            await database.Absences.ExecuteDeleteAsync();
            return await database.Hassles.ExecuteDeleteAsync();
        });

    /// <summary>Says something some days ago, past the pages.</summary>
    public Task<Guid> SaidAsync(
        string text,
        int daysAgo = 0,
        int? minutes = null,
        Guid? unit = null,
        Speaker speaker = Speaker.Named,
        string? code = null
    ) =>
        App.InStorageAsync(async database =>
        {
            var said = await database.SayAsync(
                new SayHassle(
                    HassleId.New(),
                    unit ?? Fjord.Team,
                    speaker,
                    text,
                    new Effort(minutes, minutes is null ? null : 5, null),
                    speaker == Speaker.Anonymous ? null : "Ola Utenkonto",
                    PersonId: null,
                    ClaimCode.HashOf(code ?? ClaimCode.New())
                ),
                Today.AddDays(-daysAgo),
                CancellationToken.None
            );
            return said.Hassle!.Id;
        });

    /// <summary>A place of a unit, past the pages.</summary>
    public async Task<PlaceRow> PlaceAsync(Guid unit, string name, string? equipment = null)
    {
        var row = new PlaceRow
        {
            UnitId = unit,
            Code = PlaceCode.New(),
            Name = name,
            Equipment = equipment,
            MadeOn = Today,
        };
        await App.InStorageAsync(database =>
        {
            database.Places.Add(row);
            return database.SaveChangesAsync();
        });
        return row;
    }

    /// <summary>The answer as whoever has the code reads it.</summary>
    public async Task<TestPage> WithCodeAsync(TestBrowser browser, string code) =>
        await (await browser.OpenAsync("/si-fra/svar")).Fill("Svarkode", code).PressAsync("Vis svaret");
}
