using Endre.Web.Components.Forms;

namespace Endre.Web.Features.Hassles.SortHassle;

/// <summary>What one who answers may do with a hassle besides answering it.</summary>
/// <param name="Id">Which hassle.</param>
/// <param name="Units">The units it may be moved to; none when it may not be moved.</param>
/// <param name="Same">What it may be merged into.</param>
/// <param name="Merged">What has been merged into it.</param>
/// <param name="Into">What it has been merged into, or null.</param>
public sealed record SortHassleView(
    Guid Id,
    IReadOnlyList<Choice> Units,
    IReadOnlyList<Choice> Same,
    IReadOnlyList<MergedHassle> Merged,
    MergedHassle? Into
)
{
    public FormFaults Faults { get; init; } = FormFaults.None;
}

/// <summary>Something that is answered as one with another.</summary>
/// <param name="Id">Which hassle.</param>
/// <param name="Text">What was said.</param>
/// <param name="WaitsForMore">Whether its writer has written something that nobody has answered.</param>
public sealed record MergedHassle(Guid Id, string Text, bool WaitsForMore);
