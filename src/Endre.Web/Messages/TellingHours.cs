using Endre.Domain.ActionItems.Reminding;
using Endre.Web.Texts;

namespace Endre.Web.Messages;

/// <summary>When Endre tells people by itself of what is due.</summary>
internal sealed class TellingHours(Formats formats, TimeProvider clock)
{
    // When people come to work; and not so late that it would be tomorrow's before anybody reads it.
    private static readonly TimeOnly From = new(7, 0);
    private static readonly TimeOnly Until = new(18, 0);

    /// <summary>The day for which messages may be written now; null when none may.</summary>
    public DateOnly? Day
    {
        get
        {
            var now = formats.Local(clock.GetUtcNow()).DateTime;
            var (today, time) = (DateOnly.FromDateTime(now), TimeOnly.FromDateTime(now));
            return ReminderRules.MayRemindOn(today) && time >= From && time < Until ? today : null;
        }
    }
}
