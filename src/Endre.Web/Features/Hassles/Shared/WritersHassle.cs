using Endre.Domain.Hassles;
using Endre.Domain.Shared;
using Endre.Web.Components.Forms;

namespace Endre.Web.Features.Hassles;

/// <summary>A hassle as its writer sees it.</summary>
/// <param name="Hassle">All that the writer may see: everything.</param>
/// <param name="Code">The claim code it was opened with; null for whoever is signed in as the writer.</param>
/// <param name="ReplyAddress">Where a reply is sent.</param>
/// <param name="WithdrawAddress">Where it is taken back.</param>
/// <param name="Refusal">What was tried and refused, or null.</param>
/// <param name="Written">What was written then, so that it is not lost.</param>
/// <param name="Done">What was just done: <c>skrevet</c>, <c>trukket</c>, or null.</param>
public sealed record WritersHassle(
    HassleView Hassle,
    string? Code,
    string ReplyAddress,
    string WithdrawAddress,
    Refusal? Refusal = null,
    string? Written = null,
    string? Done = null
)
{
    /// <summary>The picture itself, as an address, where no address leads to it; else null.</summary>
    public string? Picture { get; init; }

    public bool IsWithdrawn => Hassle.State == HassleState.Withdrawn;

    internal FormFaults Faults =>
        Refusal is null ? FormFaults.None : FormFaults.None.Add("text", Texts.RefusalTexts.Sentence(Refusal));
}
