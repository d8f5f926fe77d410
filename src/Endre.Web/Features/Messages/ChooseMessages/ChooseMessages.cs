using System.Globalization;
using Endre.Domain.Messages;
using Endre.Storage;
using Endre.Storage.Messages;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Messages;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Messages.ChooseMessages;

/// <summary><c>/meldinger/valg</c>: what one wants as mail too, and when not.</summary>
internal sealed class ChooseMessages(EndreContext database, CurrentPerson person, IEnumerable<MessageKind> kinds)
{
    internal const string Standard = "standard";
    internal const string Own = "own";
    internal const string Never = "never";

    public static async Task<IResult> ShowAsync(string? lagret, ChooseMessages choose, CancellationToken ct) =>
        Page.Of<ChooseMessagesPage>(new { View = (await choose.ReadAsync(ct)) with { IsSaved = lagret == "ja" } });

    public static async Task<IResult> HandleAsync(HttpContext context, ChooseMessages choose) =>
        await choose.SaveAsync(await context.Request.ReadFormAsync(context.RequestAborted), context.RequestAborted);

    private async Task<ChooseMessagesView> ReadAsync(CancellationToken ct)
    {
        var me = person.RequiredId;
        var chosen = await database
            .MessageChoices.AsNoTracking()
            .Where(choice => choice.PersonId == me)
            .ToDictionaryAsync(choice => choice.Kind, choice => choice.AsMail, StringComparer.Ordinal, ct);
        var row = await database.QuietHours.AsNoTracking().SingleOrDefaultAsync(hours => hours.PersonId == me, ct);
        var quiet = row?.ToHours() ?? QuietHours.Standard;
        var shown = quiet.HasHours ? quiet : QuietHours.Standard;
        return new ChooseMessagesView(
            [
                .. Choosable.Select(kind => new KindChoice(
                    kind.Word,
                    kind.About(),
                    chosen.GetValueOrDefault(kind.Word, kind.IsMailByDefault)
                )),
            ],
            quiet == QuietHours.Standard ? Standard
                : quiet.HasHours ? Own
                : Never,
            Time(shown.From),
            Time(shown.Until),
            shown.AlsoDaysOff,
            await database.Users.Where(user => user.Id == me).Select(user => user.Email).SingleOrDefaultAsync(ct)
        );
    }

    private async Task<IResult> SaveAsync(IFormCollection form, CancellationToken ct)
    {
        var ticked = form["kind"].OfType<string>().ToHashSet(StringComparer.Ordinal);
        var hours = QuietHours.Standard;
        var quiet = form.Text("quiet");
        if (quiet == Never)
        {
            hours = QuietHours.Never;
        }
        else if (quiet == Own)
        {
            var refusal = QuietHours.Choose(
                TimeOf(form.Text("from")),
                TimeOf(form.Text("until")),
                form.Text("daysOff") == "true",
                out hours
            );
            if (refusal is not null)
            {
                var typed = await ReadAsync(ct) with
                {
                    Quiet = Own,
                    From = form.Text("from") ?? "",
                    Until = form.Text("until") ?? "",
                    AlsoDaysOff = form.Text("daysOff") == "true",
                    Faults = FormFaults.None.Add(refusal.Field!, RefusalTexts.Sentence(refusal)),
                };
                return Page.Refused<ChooseMessagesPage>(
                    new
                    {
                        View = typed with
                        {
                            Kinds = [.. typed.Kinds.Select(kind => kind with { IsOn = ticked.Contains(kind.Word) })],
                        },
                    }
                );
            }
        }
        await database.ChooseMessagesAsync(
            person.RequiredId,
            Choosable.ToDictionary(kind => kind.Word, kind => ticked.Contains(kind.Word), StringComparer.Ordinal),
            hours,
            ct
        );
        return Page.SeeOther(MessageLinks.ChoicesSaved);
    }

    private IEnumerable<MessageKind> Choosable => kinds.Where(kind => kind.MayBeTurnedOff);

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    // As browsers send it, or as it is written where there is no field for times.
    private static TimeOnly? TimeOf(string? typed) =>
        TimeOnly.TryParseExact(
            typed?.Trim().Replace('.', ':'),
            ["H:mm", "HH:mm", "HH:mm:ss", "%H"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        )
            ? time
            : null;
}

/// <summary>What one has chosen.</summary>
/// <param name="Kinds">What may be turned off.</param>
/// <param name="Quiet">Which of the three sorts of quiet hours.</param>
/// <param name="From">When it becomes quiet, as typed.</param>
/// <param name="Until">When it ends, as typed.</param>
/// <param name="AlsoDaysOff">Whether days off are quiet too.</param>
/// <param name="Email">Where mail goes; null when no address is known.</param>
public sealed record ChooseMessagesView(
    IReadOnlyList<KindChoice> Kinds,
    string Quiet,
    string From,
    string Until,
    bool AlsoDaysOff,
    string? Email
)
{
    public bool IsSaved { get; init; }

    public FormFaults Faults { get; init; } = FormFaults.None;
}

/// <summary>One kind of messages.</summary>
/// <param name="Word">Its word.</param>
/// <param name="About">What they are.</param>
/// <param name="IsOn">Whether they come as mail.</param>
public sealed record KindChoice(string Word, string About, bool IsOn);
