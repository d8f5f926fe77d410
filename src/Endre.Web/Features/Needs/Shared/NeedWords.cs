using Endre.Domain.Needs;
using Endre.Web.Components.Charts;
using Endre.Web.Texts;

namespace Endre.Web.Features.Needs.Shared;

/// <summary>How a need and its parts are said.</summary>
internal static class NeedWords
{
    private static readonly Texts<NeedTexts> T = new();

    /// <summary>«Nattevaktene trenger å finne løfteheisen med en gang».</summary>
    public static string Of(Statement statement) => T["Sentence", statement.Who, statement.What];

    public static string Of(CauseCategory category) => category.Name ?? T[$"Category_{category.Id}"];

    public static string Of(NeedView view, Cause cause) =>
        cause.HassleId is { } id ? Of(view.HassleOf(id)) : cause.Text;

    public static string Of(NeedHassle hassle) =>
        hassle.Text ?? T[hassle.IsWithdrawn ? "HassleWithdrawn" : "HassleUnseen"];

    /// <summary>The round and what is open, in a few words.</summary>
    public static string Of(BltState blt) =>
        blt.Open is { } open ? T["RoundOpen", blt.Round, T[$"Diamond_{open}"].ToLowerInvariant()] : T["Works"];

    /// <summary>The three diamonds for a drawing.</summary>
    public static IReadOnlyList<(string, string, string)> Diamonds(BltState blt) =>
        [
            .. Enum.GetValues<Diamond>()
                .Select(diamond =>
                    (T[$"Diamond_{diamond}"], T[$"Stage_{blt.StageOf(diamond)}"], $"{blt.StageOf(diamond)}")
                ),
        ];

    /// <summary>The same in a sentence: «Behov: ferdig. Løsning: åpen. Test: senere.»</summary>
    public static string InWords(BltState blt) =>
        string.Join(" ", Diamonds(blt).Select(diamond => $"{diamond.Item1}: {diamond.Item2}."));

    /// <summary>The why tree for a drawing.</summary>
    public static TreeLayout Tree(NeedView view) =>
        TreeLayout.Of(
            Of(view.Need.Statement),
            [
                .. view.Need.Causes.Select(cause => new TreeNode(
                    $"{cause.Id}",
                    cause.ParentId is { } parent ? $"{parent}" : null,
                    Of(view, cause),
                    string.Join(
                        ' ',
                        new[]
                        {
                            cause.Influence is Influence.Yes or Influence.Partly ? "act" : null,
                            cause.IsChecked || cause.HassleId is not null ? null : "unchecked",
                        }.OfType<string>()
                    ),
                    Foot(cause)
                )),
            ]
        );

    /// <summary>The fishbone for a drawing.</summary>
    public static FishboneLayout Fishbone(NeedView view) =>
        FishboneLayout.Of(
            Of(view.Need.Statement),
            [
                .. view.Need.Categories.Select(category => new FishBone(
                    Of(category),
                    [
                        .. view
                            .Need.Causes.Where(cause => cause.CategoryId == category.Id)
                            .Select(cause => Of(view, cause)),
                    ]
                )),
            ]
        );

    /// <summary>How far down a cause stands, written as chapters are: 1, 1.2, 1.2.1.</summary>
    public static IEnumerable<(string Number, int Depth, Cause Cause)> Numbered(
        Need need,
        Guid? parent = null,
        string before = "",
        int depth = 1
    )
    {
        foreach (var (cause, i) in need.Under(parent).Select((one, i) => (one, i)))
        {
            var number = $"{before}{i + 1}";
            yield return (number, depth, cause);
            foreach (var under in Numbered(need, cause.Id, $"{number}.", depth + 1))
            {
                yield return under;
            }
        }
    }

    private static string? Foot(Cause cause) =>
        cause.HassleId is not null ? T["LeafHassle"]
        : cause.Influence == Influence.Unsaid ? T[cause.IsChecked ? "Checked" : "NotChecked"]
        : $"{T[$"Act_{cause.Influence}"]} · {T[cause.IsChecked ? "Checked" : "NotChecked"]}";
}
