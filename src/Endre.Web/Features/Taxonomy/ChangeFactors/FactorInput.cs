using Endre.Domain.Insights;
using Endre.Domain.Shared;
using Endre.Web.Components.Forms;
using Endre.Web.Texts;

namespace Endre.Web.Features.Taxonomy.ChangeFactors;

/// <summary>What stands in the form of a factor.</summary>
/// <param name="Kind"><see cref="Factor.Driver"/> or <see cref="Factor.Barrier"/>.</param>
/// <param name="Name">As typed.</param>
/// <param name="Description">As typed.</param>
public sealed record FactorInput(string Kind, Wording Name, Wording Description)
{
    private static readonly string[] Fields =
    [
        "nameNb",
        "nameNn",
        "nameEn",
        "descriptionNb",
        "descriptionNn",
        "descriptionEn",
    ];

    public static FactorInput Empty(string kind) => new(kind, new Wording(""), new Wording(""));

    public static FactorInput Of(Factor factor)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return new FactorInput(factor.Kind, factor.Name, factor.Description);
    }

    public static FactorInput Of(IFormCollection form, string kind) =>
        new(kind, Worded(form, "name"), Worded(form, "description"));

    /// <summary>The refusal at its field, or at the first one.</summary>
    public FormFaults FaultsOf(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        var field = Fields.Contains(refusal.Field) ? refusal.Field! : Fields[0];
        return FormFaults.None.Add(field, RefusalTexts.Sentence(refusal));
    }

    private static Wording Worded(IFormCollection form, string field) =>
        new(form.Text($"{field}Nb") ?? "", form.Text($"{field}Nn"), form.Text($"{field}En"));
}

/// <summary>What the page of one factor shows.</summary>
/// <param name="Now">The factor as it is stored.</param>
/// <param name="Input">What stands in the form.</param>
/// <param name="Faults">What is wrong with it.</param>
/// <param name="Entries">Its history, newest first.</param>
/// <param name="IsSaved">Whether it was saved just now.</param>
/// <param name="IsChangedMeanwhile">Whether somebody else changed it while this one wrote.</param>
public sealed record FactorView(
    ListedFactor Now,
    FactorInput Input,
    FormFaults Faults,
    IReadOnlyList<HistoryEntry> Entries,
    bool IsSaved,
    bool IsChangedMeanwhile
)
{
    public static FactorView Of(ListedFactor now, IReadOnlyList<HistoryEntry> entries, bool isSaved)
    {
        ArgumentNullException.ThrowIfNull(now);
        return new FactorView(now, FactorInput.Of(now.Factor), FormFaults.None, entries, isSaved, false);
    }
}
