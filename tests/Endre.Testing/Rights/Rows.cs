using System.Text;
using Endre.Domain.Organizations;
using Endre.Storage.Access;
using Endre.Web.Access;
using Endre.Web.Client;
using Endre.Web.Features.Hassles.AskPulse;
using Endre.Web.Features.Hassles.KeepPlaces;
using Endre.Web.Features.Hassles.MeToo;
using Endre.Web.Features.Hassles.Redact;
using Endre.Web.Features.Hassles.RemoveHassle;
using Endre.Web.Features.Hassles.ShowHappened;
using Endre.Web.Features.People;
using Endre.Web.Features.Units;
using Endre.Web.Features.Units.ChangeTeams;
using Endre.Web.Hosting;
using Endre.Web.Look;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Testing.Rights;

/// <summary>Whose a row is that an address names, and how sure one can be to meet it.</summary>
public enum RowKind
{
    /// <summary>The address names no row.</summary>
    None,

    /// <summary>Whoever may use the route finds the row.</summary>
    Shared,

    /// <summary>Only those whose row it is find it; to all others it does not exist.</summary>
    Private,

    /// <summary>There is no such row any more, or nobody has told <see cref="Rows"/> how to find one.</summary>
    Gone,
}

/// <summary>An address with real rows in it, or with such as never were.</summary>
public sealed record Filled(string Address, RowKind Kind);

/// <summary>
/// Fills the parameters of routes. A new parameter whose name is that of a set of rows (<c>{unitId}</c>: Units) is filled
/// by itself; any other gets a line in <see cref="Find"/>, and until then a row that does not exist.
/// </summary>
public sealed partial class Rows(AppUnderTest app)
{
    private readonly NewRows _new = new(app);

    // The player who is a leader and nothing more leads another unit.
    private static readonly string[] LeadTheUnit =
    [
        Roles.Administrator,
        Player.OfUnit(UnitRole.Leader),
        Player.OfUnit(UnitRole.Deputy),
    ];

    private Guid _person;

    /// <summary>Who owns what is somebody's own, by role.</summary>
    public Func<string, TestPerson>? Who { get; init; }

    /// <summary>A workshop that the facilitator leads and the participant takes part in.</summary>
    public Theirs? Workshop { get; private set; }

    /// <summary>A template that the facilitator has saved.</summary>
    public string? Template { get; private set; }

    public static RowKind KindOf(Act act) =>
        OwnersOf(act).Count > 0 ? RowKind.Private
        : act.Endpoint.RoutePattern.Parameters.Count == 0 ? RowKind.None
        : RowKind.Shared;

    /// <summary>The roles that find the row, when it is a private one. For all others it does not exist.</summary>
    public static IReadOnlyList<string> OwnersOf(Act act) =>
        act.Pattern == ChangeTeamLinks.Create
            ? [Roles.Leader, .. LeadTheUnit]
            : [.. Segments(act.Endpoint.RoutePattern).SelectMany(at => OwnersOf(at.Before, at.Name, act))];

    private static IReadOnlyList<string> OwnersOf(string before, string name, Act act) =>
        (before, name) switch
        {
            _ when IsWorkshop(before, name) => [Roles.Facilitator, Player.Participant],
            ("moter" or "serier" or "meetings", "id") => MeetingRows.OwnersOf(
                act,
                LeadTheUnit,
                IsForWhoeverSees(act.Pattern)
            ),
            // An administrator may describe and delete every template, also of those who have left.
            ("maler", "key") when ChangesTemplate(act) => [Roles.Facilitator, Roles.Administrator],
            ("import", "id") => [Roles.Administrator],
            ("det-jeg-har-sagt" or "meldinger", "id") or ("passnokkel", "key") => [Roles.Employee],
            ("forbedringer", "id") when ImprovementPartRows.IsOf(act) => ImprovementPartRows.OwnersOf(act),
            ("forbedringer" or "improvements", "id") => ImprovementRows.OwnersOf(act),
            // Whoever sees it may say that it is not gone.
            ("behov" or "plunder" or "tiltak", "id") when act.IsRead || IsForWhoeverSees(act.Pattern) =>
            [
                .. UnitRole.All.Select(Player.OfUnit),
            ],
            ("behov" or "plunder" or "tiltak" or "ukens-melding", "id") =>
            [
                Player.OfUnit(UnitRole.Leader),
                Player.OfUnit(UnitRole.Deputy),
                Player.OfUnit(UnitRole.ChangeAgent),
            ],
            // A group tries something together.
            ("sammenheng", "record") => [.. UnitRole.All.Select(Player.OfUnit)],
            ("endringsteam", "id") when act.Pattern != ChangeTeamLinks.OnePattern => LeadTheUnit,
            ("enheter", "id") when IsOfWhatIsSaid(act) => act.IsRead && act.Pattern != HappenedLinks.ScreensRoute
                ? [.. UnitRole.All.Select(Player.OfUnit)]
                : [Player.OfUnit(UnitRole.Leader), Player.OfUnit(UnitRole.Deputy), Player.OfUnit(UnitRole.ChangeAgent)],
            ("enheter", "id") when IsOfPlaces(act) =>
            [
                Roles.Administrator,
                Player.OfUnit(UnitRole.Leader),
                Player.OfUnit(UnitRole.Deputy),
                Player.OfUnit(UnitRole.ChangeAgent),
            ],
            _ => [],
        };

    // The codes at doors are kept by those who answer for the unit, and by administrators.
    private static bool IsOfPlaces(Act act) => act.Pattern.StartsWith(PlaceLinks.Route, StringComparison.Ordinal);

    // What is said to a unit is for those who belong to it, and so is all that shows it.
    private static bool IsOfWhatIsSaid(Act act) =>
        act.Pattern.StartsWith(HappenedLinks.OneRoute, StringComparison.Ordinal)
        || act.Pattern.StartsWith(PulseLinks.OneRoute, StringComparison.Ordinal);

    public async Task<Filled> FillAsync(Act act, bool isReal = true)
    {
        var pattern = act.Endpoint.RoutePattern;
        var address = new StringBuilder();
        var kind = KindOf(act);
        var before = "";
        foreach (var segment in pattern.PathSegments)
        {
            address.Append('/');
            foreach (var part in segment.Parts)
            {
                if (part is RoutePatternParameterPart parameter)
                {
                    var value = isReal ? await Find(before, parameter.Name, act) : Nobodys(parameter.Name, act);
                    if (value is null)
                        kind = RowKind.Gone;
                    address.Append(value ?? Guid.CreateVersion7().ToString());
                }
                else if (part is RoutePatternLiteralPart literal)
                {
                    address.Append(literal.Content);
                    before = literal.Content;
                }
            }
        }
        return new Filled(address.Length == 0 ? "/" : address.ToString(), kind);
    }

    private async Task<string?> Find(string before, string name, Act act) =>
        (before, name) switch
        {
            var (at, _) when IsWorkshop(at, name) => $"{Workshop!.Id}",
            ("bli-med", "code") => Workshop!.Code,
            ("personer", "id") => $"{_person = await _new.PersonAsync(act.Pattern == PeopleLinks.ReturnRoute)}",
            ("stillinger", "positionId") => await _new.PositionAsync(_person),
            ("etterfolger", "id") => $"{await _new.PersonAsync(hasLeft: true)}",
            ("klienter", "id") => await _new.ClientAsync(),
            ("grupper" or "Groups", "id") => await _new.GroupAsync(),
            ("import", "id") => await _new.ImportAsync(await WhoAsync(Roles.Administrator)),
            ("Users", "id") => $"{await _new.PersonAsync()}",
            ("Schemas", "id") => "urn:ietf:params:scim:schemas:core:2.0:User",
            ("ResourceTypes", "id") => "User",
            ("invitasjon", "token") => await _new.LinkAsync(
                OneTimeLinkPurpose.ChoosePassword,
                await _new.PersonAsync()
            ),
            ("nodinngang", "secret") => await _new.LinkAsync(OneTimeLinkPurpose.BreakGlass, personId: null),
            ("passnokkel", "key") => await _new.PasskeyAsync((await WhoAsync(Roles.Employee)).Id),
            ("enheter", "id") when IsOfWhatIsSaid(act) || IsOfPlaces(act) => await _new.PlayersUnitAsync(),
            ("steder", "placeId") => await _new.PlaceAsync(),
            ("skjermer", "screenId") => (await _new.WallScreenAsync()).Id,
            ("svar", "token") => await _new.DecisionLinkAsync(app, await WhoAsync(Roles.Leader)),
            ("ukens-melding", "area") => "hassle",
            ("ukens-melding", "choice") => "will-do",
            ("skjerm", "token") => (await _new.WallScreenAsync()).Secret,
            (_, "roundId") => await _new.PulseRoundAsync(),
            ("enheter", "id") => await _new.UnitAsync(isClosed: act.Pattern == UnitLinks.ReopenPattern),
            ("endringsteam", "id") => await _new.ChangeTeamAsync(),
            ("meldinger", "id") => await new NewMessages(app).MessageAsync((await WhoAsync(Roles.Employee)).Id),
            ("avmeld" or "unsubscribe", "token") => new NewMessages(app).UnsubscribeToken(await _new.PersonAsync()),
            ("plunder" or "det-jeg-har-sagt" or "ukens-melding", "id") => await _new.HassleAsync(
                (await WhoAsync(Roles.Employee)).Id
            ),
            ("behov", "id") => await _new.NeedAsync(),
            ("sammenheng", "record") => $"need.{await _new.NeedAsync()}",
            ("tiltak", "id") => await _new.ActionItemAsync(),
            ("forbedringer", "id") when ImprovementPartRows.IsOf(act) => await app.HeardImprovementAsync(
                await _new.PlayersUnitAsync(),
                await _new.PersonAsync()
            ),
            ("forbedringer" or "improvements", "id") => await ImprovementAsync(),
            ("maltall" or "measures", "measureId") => await new NewMeasures(app).MeasureAsync(),
            ("tall", "measurementId") => await new NewMeasures(app).MeasurementAsync(),
            ("tell", "token") => await LinkOfMeasureAsync(),
            (_, "extension") => "svg",
            ("moter" or "meetings", "id") when MinutesRows.IsOf(act) => await app.LockedMinutesAsync(
                await _new.PlayersUnitAsync()
            ),
            ("innsyn", "copy") => "1",
            ("moter", "id") when SeriesRows.IsOf(act) => await _new.PlannedMeetingAsync(),
            ("moter", "id") => await _new.MeetingAsync(),
            ("serier", "id") => await _new.SeriesAsync(),
            ("calendars", "token") => await _new.CalendarAsync(),
            ("verktoykasse", "tool") => "blt",
            ("si-fra" or "puls", "code") => await _new.PlaceCodeAsync(),
            ("tema", "hash") => SheetHash(),
            ("logo", "id") => await _new.LogoAsync(),
            (_, "provider") => app.Services.GetRequiredService<Settings>().SignIn.Providers.FirstOrDefault()?.Id,
            ("rediger", "id") => await app.InStorageAsync(s => s.Factors.Select(f => f.Id).FirstAsync()),
            ("maler", "key") => Template,
            ("dist", "file") => ClientAssets.Url("app.css").Split('/')[^1],
            (_, "documentName") => "v1",
            (_, "act") => act.Value ?? ActOf(act),
            _ => await FirstOfAsync(name),
        };

    private async Task<string> ImprovementAsync() =>
        await new NewImprovements(app).ImprovementAsync(await _new.PlayersUnitAsync(), await _new.PersonAsync());

    private async Task<string> LinkOfMeasureAsync()
    {
        await ImprovementAsync();
        return await new NewMeasures(app).LinkAsync();
    }

    private static string Nobodys(string name, Act act) =>
        name == "id" ? $"{Guid.CreateVersion7()}"
        : name == "act" ? act.Value ?? ActOf(act)
        : "finnes-ikke";

    // {unitId} and {unit} are a row of Units.
    private Task<string?> FirstOfAsync(string parameter) =>
        app.InStorageAsync(async storage =>
        {
            var noun = parameter.EndsWith("Id", StringComparison.Ordinal) ? parameter[..^2] : parameter;
            var type = storage
                .Model.GetEntityTypes()
                .FirstOrDefault(entity => entity.ClrType.Name.Equals(noun, StringComparison.OrdinalIgnoreCase));
            if (type?.FindPrimaryKey()?.Properties is not [{ PropertyInfo: { } key }])
                return null;
            var rows =
                (IQueryable<object>)
                    typeof(DbContext)
                        .GetMethod(nameof(DbContext.Set), Type.EmptyTypes)!
                        .MakeGenericMethod(type.ClrType)
                        .Invoke(storage, null)!;
            return await rows.FirstOrDefaultAsync() is { } row ? $"{key.GetValue(row)}" : null;
        });

    private static bool IsWorkshop(string before, string name) => name == "id" && before is "verksted" or "workshops";

    private static bool IsForWhoeverSees(string pattern) =>
        pattern is RemovalLinks.BackRoute or RedactRoutes.ReportRoute or MeTooLinks.OneRoute or MeTooLinks.OneBackRoute;

    private static bool ChangesTemplate(Act act) =>
        act.Name.StartsWith("describe", StringComparison.Ordinal)
        || act.Name.StartsWith("delete", StringComparison.Ordinal);

    private static string ActOf(Act act) =>
        act.Endpoint.RoutePattern.RawText!.Split("^(", 2) is [_, var choices] ? choices.Split('|')[0] : "ukjent";

    private static IEnumerable<(string Before, string Name)> Segments(RoutePattern pattern)
    {
        var before = "";
        foreach (var part in pattern.PathSegments.SelectMany(segment => segment.Parts))
        {
            if (part is RoutePatternLiteralPart literal)
                before = literal.Content;
            else if (part is RoutePatternParameterPart parameter)
                yield return (before, parameter.Name);
        }
    }

    private async Task<TestPerson> WhoAsync(string role) =>
        Who?.Invoke(role) ?? await app.PersonAsync($"{role} {Guid.CreateVersion7():N}", role);

    private string? SheetHash() =>
        Path.GetFileNameWithoutExtension(app.Services.GetRequiredService<CurrentLook>().SheetAddress);

    /// <param name="Id">The workshop.</param>
    /// <param name="Code">Its six digits.</param>
    /// <param name="Token">What the participant's device holds.</param>
    public sealed record Theirs(Guid Id, string Code, string Token);
}
