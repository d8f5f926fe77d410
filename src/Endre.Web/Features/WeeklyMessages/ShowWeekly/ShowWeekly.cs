using System.Globalization;
using Endre.Domain.WeeklyMessages;
using Endre.Storage;
using Endre.Storage.WeeklyMessages;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.WeeklyMessages.ShowWeekly;

/// <summary><c>/ukens-melding</c>: how the message would look now, for whoever has no mail too, and when it comes.</summary>
internal sealed class ShowWeekly(EndreContext database, CurrentPerson person, Decisions decisions, LeadersToday leaders)
{
    public static async Task<IResult> HandleAsync(string? lagret, string? vis, ShowWeekly show, CancellationToken ct)
    {
        var view = await show.ReadAsync(vis == "alle", ct);
        return Page.Of<WeeklyPage>(new { View = view with { Done = lagret is "svar" or "tid" ? lagret : null } });
    }

    public static async Task<IResult> SaveAsync(HttpContext context, ShowWeekly show)
    {
        var ct = context.RequestAborted;
        var form = await context.Request.ReadFormAsync(ct);
        var decision = WeeklyTime.Of(form.Number("day"), form.Number("hour"));
        var isOff = form.Text("off") == "true";
        if (decision.Refusal is { } refusal)
        {
            var view = await show.ReadAsync(isAll: false, ct) with
            {
                Day = form.Text("day") ?? "",
                Hour = form.Text("hour") ?? "",
                IsOff = isOff,
                Faults = FormFaults.None.Add(refusal.Field!, RefusalTexts.Sentence(refusal)),
            };
            return Page.Refused<WeeklyPage>(new { View = view });
        }
        await show.StoreAsync(decision.Events[0], isOff, ct);
        return Page.SeeOther(WeeklyLinks.Saved);
    }

    private async Task StoreAsync(WeeklyTime time, bool isOff, CancellationToken ct)
    {
        var day = DayOf(time);
        if (await database.WeeklyTimes.FindAsync([person.RequiredId], ct) is { } row)
            (row.Day, row.Hour, row.IsOff) = (day, time.Hour, isOff);
        else
            database.Add(
                new WeeklyTimeRow
                {
                    PersonId = person.RequiredId,
                    Day = day,
                    Hour = time.Hour,
                    IsOff = isOff,
                }
            );
        await database.SaveChangesAsync(ct);
    }

    private async Task<WeeklyView> ReadAsync(bool isAll, CancellationToken ct)
    {
        var id = person.RequiredId;
        var row = await database.WeeklyTimes.AsNoTracking().SingleOrDefaultAsync(one => one.PersonId == id, ct);
        var time = row?.ToTime() ?? WeeklyTime.Default;
        return new WeeklyView(
            await decisions.ReadAsync(isAll, ct),
            Text(DayOf(time)),
            Text(time.Hour),
            row?.IsOff ?? false,
            (await leaders.ReadAsync(ct)).Seats.Any(seat => seat.PersonId == id)
        );
    }

    private static int DayOf(WeeklyTime time) => WeeklyTime.Days.ToList().IndexOf(time.Day) + 1;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
