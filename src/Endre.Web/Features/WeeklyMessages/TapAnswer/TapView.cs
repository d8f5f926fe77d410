using Endre.Web.Components.Forms;
using Endre.Web.Weekly;

namespace Endre.Web.Features.WeeklyMessages.TapAnswer;

/// <summary>One answer, before it is given.</summary>
/// <param name="Decision">What is answered.</param>
/// <param name="Choice">How.</param>
/// <param name="Seen">How much of it the person had seen.</param>
/// <param name="Form">Where it is sent.</param>
/// <param name="Address">Where it lies in the app.</param>
public sealed record TapView(WeeklyDecision Decision, WeeklyChoice Choice, int Seen, string Form, string Address)
{
    /// <summary>What was typed, when it could not be used.</summary>
    public string? Text { get; init; }

    public FormFaults Faults { get; init; } = FormFaults.None;

    /// <summary>In whose name, where it is not the one who is signed in.</summary>
    public string? Name { get; init; }

    /// <summary>Why it was not done, where no field is to blame.</summary>
    public string? Refused { get; init; }
}

/// <summary>A link that does nothing (any more).</summary>
/// <param name="State">What has become of it.</param>
/// <param name="Address">Where one goes on; needs a sign-in.</param>
/// <param name="UsedAt">When it was used; null when it was not.</param>
public sealed record TapEnd(TapEndState State, string Address, DateTimeOffset? UsedAt = null);

/// <summary>Why a link does nothing.</summary>
public enum TapEndState
{
    /// <summary>It has been used: what it was for is done.</summary>
    Used,

    /// <summary>It is too old, or the person can use it no more.</summary>
    Expired,

    /// <summary>What it asks has been answered, or is another's to answer now.</summary>
    Settled,
}
