using System.Globalization;
using Endre.Domain.Organizations;
using Endre.Domain.Organizations.Absences;
using Endre.Storage;
using Endre.Storage.Organizations;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Absences;

/// <summary>
/// <c>/fravar</c>: when one is away, and who answers then. For oneself; an administrator does it for somebody who has fallen
/// ill.
/// </summary>
internal sealed class SetAbsence(EndreContext database, CurrentPerson person, SignInRight right, AuditLog audit)
{
    public static Task<IResult> ShowMineAsync(string? lagret, SetAbsence act, CancellationToken ct) =>
        act.ShowAsync(act.Me, isMine: true, lagret, ct);

    public static Task<IResult> ShowOfAsync(Guid id, string? lagret, SetAbsence act, CancellationToken ct) =>
        act.ShowAsync(id, isMine: false, lagret, ct);

    public static Task<IResult> SetMineAsync(HttpContext context, SetAbsence act) =>
        act.SetAsync(context, act.Me, isMine: true);

    public static Task<IResult> SetOfAsync(HttpContext context, Guid id, SetAbsence act) =>
        act.SetAsync(context, id, isMine: false);

    public static Task<IResult> EndMineAsync(SetAbsence act, CancellationToken ct) =>
        act.EndAsync(act.Me, isMine: true, ct);

    public static Task<IResult> EndOfAsync(Guid id, SetAbsence act, CancellationToken ct) =>
        act.EndAsync(id, isMine: false, ct);

    private Guid Me => person.RequiredId;

    private async Task<IResult> ShowAsync(Guid id, bool isMine, string? saved, CancellationToken ct) =>
        await ViewAsync(id, isMine, ct) is { } view
            ? Page.Of<AbsencePage>(new { View = view with { IsSaved = saved is not null } })
            : ErrorResult.NotFound;

    private async Task<IResult> SetAsync(HttpContext context, Guid id, bool isMine)
    {
        var ct = context.RequestAborted;
        if (await ViewAsync(id, isMine, ct) is not { } view)
            return ErrorResult.NotFound;
        var form = await context.Request.ReadFormAsync(ct);
        var (since, until) = (form.Text("since"), form.Text("until"));
        var decision = Absence.Of(FormReading.Day(since), FormReading.Day(until), right.Today);
        if (decision.Refusal is { } refusal)
        {
            var faults = FormFaults.None.Add(refusal.Field!, RefusalTexts.Sentence(refusal));
            var again = view with { Since = since, Until = until, Faults = faults };
            return Page.Refused<AbsencePage>(new { View = again });
        }
        var absence = decision.Events[0];
        if (await database.Absences.FindAsync([id], ct) is { } row)
            (row.Since, row.Until) = (absence.Since, absence.Until);
        else
            database.Add(
                new AbsenceRow
                {
                    PersonId = id,
                    Since = absence.Since,
                    Until = absence.Until,
                }
            );
        Record(nameof(SetAbsence), id, isMine);
        await database.SaveChangesAsync(ct);
        return Page.SeeOther($"{AddressOf(id, isMine)}?lagret=ja");
    }

    private async Task<IResult> EndAsync(Guid id, bool isMine, CancellationToken ct)
    {
        if (await database.Absences.FindAsync([id], ct) is { } row)
        {
            database.Remove(row);
            Record("EndAbsence", id, isMine);
            await database.SaveChangesAsync(ct);
        }
        else if (!await database.Users.AnyAsync(one => one.Id == id, ct))
        {
            return ErrorResult.NotFound;
        }
        return Page.SeeOther($"{AddressOf(id, isMine)}?lagret=ja");
    }

    // What one does for oneself is nobody's to follow.
    private void Record(string act, Guid id, bool isMine)
    {
        if (!isMine)
            audit.Record(act, "person", id);
    }

    private static string? TextOf(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string AddressOf(Guid id, bool isMine) => isMine ? AbsenceLinks.Mine : AbsenceLinks.Person(id);

    private async Task<AbsenceView?> ViewAsync(Guid id, bool isMine, CancellationToken ct)
    {
        var name = await database
            .Users.Where(one => one.Id == id && one.DeactivatedAt == null)
            .Select(one => one.DisplayName)
            .FirstOrDefaultAsync(ct);
        if (name is null)
            return null;
        var stored = (
            await database.Absences.AsNoTracking().SingleOrDefaultAsync(row => row.PersonId == id, ct)
        )?.ToAbsence();
        var absence = stored?.Until < right.Today ? null : stored;
        return new AbsenceView(
            isMine ? null : name,
            absence,
            await LedByAsync(id, ct),
            AddressOf(id, isMine),
            isMine ? AbsenceLinks.EndMine : AbsenceLinks.EndPerson(id)
        )
        {
            Since = TextOf(absence?.Since),
            Until = TextOf(absence?.Until),
        };
    }

    private async Task<IReadOnlyList<LedUnit>> LedByAsync(Guid id, CancellationToken ct)
    {
        var tree = await database.ReadUnitTreeAsync(ct);
        var places = await database
            .Memberships.HeldOn(right.Today)
            .Where(place => place.Role == UnitRole.Leader || place.Role == UnitRole.Deputy)
            .Join(
                database.Users.Where(one => one.DeactivatedAt == null),
                place => place.PersonId,
                one => one.Id,
                (place, one) =>
                    new
                    {
                        place.PersonId,
                        place.UnitId,
                        place.Role,
                        one.DisplayName,
                    }
            )
            .ToListAsync(ct);
        var units = places.ToLookup(place => tree.Current(place.UnitId)?.Id ?? place.UnitId);
        return
        [
            .. units
                .Where(unit => unit.Any(place => place.PersonId == id && place.Role == UnitRole.Leader))
                .Select(unit => new LedUnit(
                    tree.Find(unit.Key)?.Name ?? "–",
                    [
                        .. unit.Where(place => place.PersonId != id && place.Role == UnitRole.Deputy)
                            .Select(place => place.DisplayName)
                            .Distinct()
                            .Order(StringComparer.CurrentCulture),
                    ]
                ))
                .OrderBy(unit => unit.Name, StringComparer.CurrentCulture),
        ];
    }
}
