using Endre.Web.Components.Forms;

namespace Endre.Web.Features.WeeklyMessages.ShowWeekly;

/// <summary>The week's message as it would be now, and when one wants it.</summary>
/// <param name="Waiting">What waits.</param>
/// <param name="Day">The day of the week that is chosen, from 1; or what was typed.</param>
/// <param name="Hour">The hour that is chosen.</param>
/// <param name="IsOff">Whether one does without it.</param>
/// <param name="Leads">Whether the reader decides for some unit today, and so gets it.</param>
public sealed record WeeklyView(WaitingDecisions Waiting, string Day, string Hour, bool IsOff, bool Leads)
{
    /// <summary>What was just done, as a word; or null.</summary>
    public string? Done { get; init; }

    public FormFaults Faults { get; init; } = FormFaults.None;
}
