using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Endre.Domain.Organizations;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Units.Reorganize;

/// <summary>Merges, splits and closes. What follows is shown first; nothing happens before it is confirmed.</summary>
internal sealed class Reorganize(
    ChangeOrganization change,
    ChangeUnit.ChangeUnit late,
    Forecast forecast,
    EndreContext database
)
{
    public Guid NewId() => Guid.CreateVersion7(change.Now.At);

    public async Task<IResult> ShowAsync<TPage>(Guid id, CancellationToken ct)
        where TPage : IComponent
    {
        var draft = await change.ReadAsync(ct);
        if (draft.Tree.Find(id) is not { IsOpen: true } unit)
            return ErrorResult.NotFound;
        var part = new PartInput(NewId(), null, null, unit.Kind, null, unit.ParentId, null);
        var input = new ReorganizeInput(
            id,
            unit.Version,
            [],
            null,
            null,
            [part, part with { NewId = NewId() }],
            Heir: null,
            ImmutableDictionary<Guid, int>.Empty,
            Rest: null
        );
        return Page.Of<TPage>(new { View = await ViewAsync(draft, unit, input, FormFaults.None, ct) });
    }

    /// <summary>Shows the form again, for one more part.</summary>
    public async Task<IResult> AgainAsync<TPage>(ReorganizeInput input, CancellationToken ct)
        where TPage : IComponent
    {
        var draft = await change.ReadAsync(ct);
        return draft.Tree.Find(input.Id) is { IsOpen: true } unit
            ? Page.Of<TPage>(new { View = await ViewAsync(draft, unit, input, FormFaults.None, ct) })
            : ErrorResult.NotFound;
    }

    /// <param name="input">What stands in the form.</param>
    /// <param name="command">The command, from the organization as it is now.</param>
    /// <param name="seen">The print of what was shown to follow, when it is confirmed; null when it is asked for.</param>
    /// <param name="field">Where a refusal stands that names no field.</param>
    public async Task<IResult> HandleAsync<TPage>(
        ReorganizeInput input,
        Func<OrganizationDraft, UnitCommand> command,
        string? seen,
        string field,
        CancellationToken ct
    )
        where TPage : IComponent
    {
        var draft = await change.ReadAsync(ct);
        var wanted = command(draft);
        var refusal = draft.Try(wanted);
        var lines = refusal is null ? await forecast.OfAsync(draft, ct) : [];
        // What is confirmed is what was shown: if the form or the people are others by now, it is shown anew.
        if (refusal is null && seen == PrintOf(lines))
        {
            refusal = await change.HandleAsync(wanted, ct);
            if (refusal is null)
                return Page.SeeOther(UnitLinks.Done(input.Id));
        }
        var stored = await change.ReadAsync(ct);
        if (stored.Tree.Find(input.Id) is not { } unit)
            return ErrorResult.NotFound;
        // The same form once more: it is done already.
        if (!unit.IsOpen && refusal is { Reason: "UnitIsClosed" or "UnitChangedMeanwhile" })
            return Page.SeeOther(UnitLinks.One(unit.Id));
        if (refusal is null)
        {
            var view = await ViewAsync(stored, unit, input, FormFaults.None, ct);
            return Page.Of<TPage>(new { View = view with { Forecast = lines } });
        }
        var isLate = refusal.Reason == "UnitChangedMeanwhile";
        var place = input.FieldOf(refusal.Field ?? field);
        var faults = isLate ? FormFaults.None : ChangeUnit.ChangeUnit.FaultsOf(refusal with { Field = place }, field);
        var again = await ViewAsync(stored, unit, Seen(stored.Tree, unit, input), faults, ct);
        return Page.Of<TPage>(
            new { View = again with { Meanwhile = isLate ? await LateAsync(unit, refusal, ct) : null } },
            isLate ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity
        );
    }

    /// <summary>What tells one forecast from another.</summary>
    public static string PrintOf(IReadOnlyList<string> lines) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));

    private Task<string> LateAsync(Unit unit, Refusal refusal, CancellationToken ct) =>
        late.LateAsync(unit, refusal, ct);

    // What has been told may be confirmed: the next try is on what is stored now.
    private static ReorganizeInput Seen(UnitTree tree, Unit unit, ReorganizeInput input) =>
        input with
        {
            Version = unit.Version,
            With =
            [
                .. input
                    .With.Select(one => tree.Find(one.Id))
                    .OfType<Unit>()
                    .Where(other => other.IsOpen)
                    .Select(other => new SeenUnit(other.Id, other.Version)),
            ],
        };

    private async Task<ReorganizeView> ViewAsync(
        OrganizationDraft draft,
        Unit unit,
        ReorganizeInput input,
        FormFaults faults,
        CancellationToken ct
    )
    {
        var ending = input.With.Select(other => other.Id).Append(unit.Id).ToHashSet();
        var places = draft
            .Positions.Where(place => ending.Contains(place.UnitId) && !place.HasEndedBy(draft.Moment.Today))
            .ToList();
        HashSet<Guid> ids = [.. places.Select(place => place.PersonId)];
        var names = await database
            .Users.Where(person => ids.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.DisplayName, ct);
        var others = UnitChoices.Of(
            draft.Tree,
            other => other.Id != unit.Id && !draft.Tree.LiesUnder(other.Id, unit.Id)
        );
        return new ReorganizeView(
            unit,
            draft.Tree,
            input,
            others,
            [
                .. places
                    .Select(place => new PlacedPerson(
                        place.Id,
                        place.PersonId,
                        names.GetValueOrDefault(place.PersonId, ""),
                        place.Role,
                        place.Title
                    ))
                    .OrderBy(place => place.Name, StringComparer.CurrentCulture),
            ],
            faults,
            Meanwhile: null,
            Forecast: null
        );
    }
}
