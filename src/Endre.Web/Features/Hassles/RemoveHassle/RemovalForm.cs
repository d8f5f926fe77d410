using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Removals;
using Endre.Domain.Shared;
using Endre.Web.Components.Forms;
using Endre.Web.Texts;

namespace Endre.Web.Features.Hassles.RemoveHassle;

/// <summary>What stands in the form that something is gone, or is not.</summary>
public sealed record RemovalForm
{
    public string? Done { get; init; }

    public string? Minutes { get; init; }

    public string? TimesPerWeek { get; init; }

    public string? People { get; init; }

    public string? Reason { get; init; }

    public int After { get; init; }

    internal static RemovalForm New(Hassle hassle) => new() { After = hassle.Thread.Count };

    internal static RemovalForm Read(IFormCollection form) =>
        new()
        {
            Done = form.Text("done"),
            Minutes = form.Text("minutes"),
            TimesPerWeek = form.Text("timesPerWeek"),
            People = form.Text("people"),
            Reason = form.Text("reason"),
            After = form.Number("after") ?? -1,
        };

    internal Domain.Hassles.Removals.RemoveHassle ToRemove(Witness by, Guid? personId) =>
        new(
            by,
            personId,
            Done,
            new Effort(
                (int?)FormReading.Amount(Minutes),
                FormReading.Amount(TimesPerWeek),
                (int?)FormReading.Amount(People)
            ),
            After
        );

    internal ReturnHassle ToReturn(Witness by, Guid? personId) => new(by, personId, Reason, After);

    internal static FormFaults FaultsOf(Refusal? refusal, string otherwise) =>
        refusal is null
            ? FormFaults.None
            : FormFaults.None.Add(
                refusal.Field is { } field and ("done" or "minutes" or "timesPerWeek" or "people" or "reason")
                    ? field
                    : otherwise,
                RefusalTexts.Sentence(refusal)
            );
}

/// <summary>Which way somebody came to the form: where it is sent, and where one goes back to.</summary>
/// <param name="Gone">Where it is sent that it is gone.</param>
/// <param name="Back">Where it is sent that it is not.</param>
/// <param name="Cancel">The page one came from.</param>
/// <param name="Code">The claim code one came with, or null.</param>
/// <param name="IsUnnamed">Whether nothing of who sends it is stored.</param>
public sealed record RemovalDoor(string Gone, string Back, string Cancel, string? Code = null, bool IsUnnamed = false);
