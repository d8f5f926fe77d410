using Endre.Domain.Improvements;
using Endre.Web.Look;
using Endre.Web.Texts;

namespace Endre.Web.Features.Improvements.Shared;

/// <summary>
/// What the steps of a cycle are called: by the regulation's verbs (planlegge, gjennomføre, evaluere, korrigere), or by
/// those of PDSA where the organization says so.
/// </summary>
internal sealed class CycleWords(CurrentLook look, Texts<CycleTexts> texts)
{
    public string this[CycleStage stage] => texts[$"{Name}_{stage}"];

    /// <summary>The name of a column of the board: of a step, or of how it ended.</summary>
    public string ColumnOf(string key) => texts[key is "Adopted" or "Stopped" ? $"{key}Title" : $"{Name}_{key}"];

    /// <summary>What comes after the name of the size of small tests.</summary>
    public string Means => texts[$"{Name}_Means"];

    private string Name => look.Look.CallsCyclesPdsa ? "Pdsa" : "Pdca";
}
