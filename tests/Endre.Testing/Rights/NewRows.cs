using System.Security.Cryptography;
using Endre.Domain.ActionItems;
using Endre.Domain.Hassles;
using Endre.Domain.Needs;
using Endre.Domain.Organizations;
using Endre.Storage.Access;
using Endre.Storage.ActionItems;
using Endre.Storage.Hassles;
using Endre.Storage.Needs;
using Endre.Storage.Organizations;
using Endre.Storage.People;
using Endre.Storage.Places;
using Endre.Storage.Provisioning;
using Endre.Storage.Pulses;
using Endre.Storage.Screens;
using Endre.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Testing.Rights;

/// <summary>Makes a row that nobody has used yet, and tells what stands for it in an address.</summary>
internal sealed partial class NewRows(AppUnderTest app)
{
    private byte[] _importFile = [];
    private int _rounds;

    public async Task<Guid> PersonAsync(bool hasLeft = false)
    {
        var id = (await app.PersonAsync($"Noen {Guid.CreateVersion7():N}")).Id;
        if (hasLeft)
        {
            var now = app.Time.GetUtcNow();
            await app.InStorageAsync(storage =>
                storage
                    .Users.Where(person => person.Id == id)
                    .ExecuteUpdateAsync(to => to.SetProperty(person => person.DeactivatedAt, now))
            );
        }
        return id;
    }

    public async Task<string> PositionAsync(Guid personId)
    {
        var unitId = await UnitIdAsync();
        return await AddedAsync(
            new Membership
            {
                PersonId = personId,
                UnitId = unitId,
                Role = UnitRole.Employee,
            },
            row => $"{row.Id}"
        );
    }

    public Task<string> UnitAsync(bool isClosed) =>
        AddedAsync(
            new UnitRow
            {
                Name = $"Enhet {Guid.CreateVersion7():N}",
                Kind = UnitKind.Team,
                ClosedAt = isClosed ? app.Time.GetUtcNow() : null,
            },
            row => $"{row.Id}"
        );

    /// <summary>A team of the unit in which the players are, led by nobody.</summary>
    public async Task<string> ChangeTeamAsync() =>
        await AddedAsync(new ChangeTeam { UnitId = await UnitIdAsync(), Name = "Endringsteam" }, row => $"{row.Id}");

    /// <summary>Something that the person has said to the unit in which the players are.</summary>
    public async Task<string> HassleAsync(Guid writerId)
    {
        var id = HassleId.New();
        var say = new SayHassle(
            id,
            await UnitIdAsync(),
            Speaker.Named,
            "Nøklene henger i feil skap.",
            Effort.Unknown,
            Name: null,
            writerId,
            ClaimHash: null
        )
        {
            Photo = new HasslePhoto(new byte[] { 0xFF, 0xD8 }, new PhotoSize(1, 1)),
        };
        var today = DateOnly.FromDateTime(app.Time.GetUtcNow().UtcDateTime);
        var said = await app.InStorageAsync(storage => storage.SayAsync(say, today, CancellationToken.None));
        return said.Hassle is { } hassle
            ? $"{hassle.Id}"
            : throw new InvalidOperationException($"Nobody can say it: {said.Refusal}.");
    }

    /// <summary>The unit in which the players are.</summary>
    public async Task<string> PlayersUnitAsync() => $"{await UnitIdAsync()}";

    /// <summary>A screen on the wall of that unit, and the secret in its link.</summary>
    public async Task<(string Id, string Secret)> WallScreenAsync()
    {
        var secret = SecretText.New();
        var screen = new WallScreen
        {
            UnitId = await UnitIdAsync(),
            Name = "Vaktrommet",
            Hash = SecretText.Hash(secret),
            MadeOn = DateOnly.FromDateTime(app.Time.GetUtcNow().UtcDateTime),
        };
        return (await AddedAsync(screen, row => $"{row.Id}"), secret);
    }

    /// <summary>A place of that unit.</summary>
    public async Task<string> PlaceAsync() =>
        await AddedAsync(
            new PlaceRow
            {
                UnitId = await UnitIdAsync(),
                Code = PlaceCode.New(),
                Name = $"Rom {Guid.CreateVersion7():N}",
                MadeOn = DateOnly.FromDateTime(app.Time.GetUtcNow().UtcDateTime),
            },
            row => $"{row.Id}"
        );

    /// <summary>A round of that unit's pulse that is long over, before those of the demo, and each before the last one made.</summary>
    public async Task<string> PulseRoundAsync()
    {
        var last = DateOnly.FromDateTime(app.Time.GetUtcNow().UtcDateTime).AddDays(-1000 - _rounds++);
        return await AddedAsync(
            new PulseRoundRow
            {
                UnitId = await UnitIdAsync(),
                Question = "last-week",
                OpenedOn = last.AddDays(-6),
                LastDay = last,
            },
            row => $"{row.Id}"
        );
    }

    /// <summary>A need of the unit in which the players are.</summary>
    public async Task<string> NeedAsync()
    {
        var state = new StateNeed(
            Guid.CreateVersion7(),
            await UnitIdAsync(),
            "Vi",
            "å finne nøklene",
            "det tar tid",
            []
        );
        var hand = new NeedRecords.Hand(PersonId: null, app.Time.GetUtcNow());
        var refusal = await app.InStorageAsync(storage =>
            storage.StateNeedAsync(state, [], hand, CancellationToken.None)
        );
        return refusal is null
            ? $"{state.Id}"
            : throw new InvalidOperationException($"Nobody can state it: {refusal}.");
    }

    /// <summary>An action item of the unit in which the players are, which nobody of them answers for.</summary>
    public async Task<string> ActionItemAsync()
    {
        var now = app.Time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var make = new MakeActionItem(
            Guid.CreateVersion7(),
            await UnitIdAsync(),
            "Merke plassen",
            FirstStep: null,
            await PersonAsync(),
            today.AddDays(7),
            IsSmall: false
        );
        var hand = new ActionItemRecords.Hand(PersonId: null, now, today);
        var refusal = await app.InStorageAsync(storage =>
            storage.MakeActionItemAsync(make, origin: null, hand, CancellationToken.None)
        );
        return refusal is null ? $"{make.Id}" : throw new InvalidOperationException($"Nobody can make it: {refusal}.");
    }

    public async Task<string> PlaceCodeAsync() => PlaceCode.Of(await UnitIdAsync());

    /// <summary>What this administrator has uploaded: the template as one downloads it.</summary>
    public async Task<string> ImportAsync(TestPerson administrator)
    {
        if (_importFile.Length == 0)
        {
            using var browser = app.As(administrator);
            _importFile = await browser.Client.GetByteArrayAsync("/personer/import/mal.csv");
        }
        return await AddedAsync(
            new ImportPreview
            {
                PersonId = administrator.Id,
                FileName = "ansatte.csv",
                Content = _importFile,
                ExpiresAt = app.Time.GetUtcNow().AddDays(1),
            },
            row => $"{row.Id}"
        );
    }

    public Task<string> ClientAsync() =>
        AddedAsync(
            new ProvisioningClient
            {
                Name = "Entra ID",
                Hash = RandomNumberGenerator.GetBytes(32),
                CreatedAt = app.Time.GetUtcNow(),
                ExpiresAt = app.Time.GetUtcNow().AddMonths(6),
            },
            row => $"{row.Id}"
        );

    public Task<string> GroupAsync()
    {
        var name = $"Gruppe {Guid.CreateVersion7():N}";
        return AddedAsync(
            new ProvisionedGroup
            {
                DisplayName = name,
                NormalizedName = name.ToUpperInvariant(),
                CreatedAt = app.Time.GetUtcNow(),
                ChangedAt = app.Time.GetUtcNow(),
            },
            row => $"{row.Id}"
        );
    }

    public Task<string> LogoAsync() =>
        AddedAsync(
            new Logo
            {
                Id = $"{Guid.CreateVersion7():N}",
                MediaType = "image/svg+xml",
                Content = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>"u8.ToArray(),
                Width = 1,
                Height = 1,
                AddedAt = app.Time.GetUtcNow(),
            },
            row => row.Id
        );

    public async Task<string> LinkAsync(OneTimeLinkPurpose purpose, Guid? personId)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var links = scope.ServiceProvider.GetRequiredService<OneTimeLinks>();
        return (await links.MakeAsync(purpose, personId, CancellationToken.None)).Secret;
    }

    public async Task<string> PasskeyAsync(Guid personId)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var id = RandomNumberGenerator.GetBytes(16);
        var key = new UserPasskeyInfo(
            id,
            publicKey: [1],
            app.Time.GetUtcNow(),
            signCount: 0,
            transports: [],
            isUserVerified: true,
            isBackupEligible: false,
            isBackedUp: false,
            attestationObject: [1],
            clientDataJson: [1]
        );
        await people.AddOrUpdatePasskeyAsync((await people.FindByIdAsync($"{personId}"))!, key);
        return System.Buffers.Text.Base64Url.EncodeToString(id);
    }

    private Task<Guid> UnitIdAsync() =>
        app.InStorageAsync(storage =>
            storage.Units.Where(unit => unit.Name == Player.Unit).Select(unit => unit.Id).SingleAsync()
        );

    private async Task<string> AddedAsync<T>(T row, Func<T, string> key)
        where T : class
    {
        await app.InStorageAsync(storage =>
        {
            storage.Add(row);
            return storage.SaveChangesAsync();
        });
        return key(row);
    }
}
