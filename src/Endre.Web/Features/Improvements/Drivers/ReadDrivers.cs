using Endre.Domain.Improvements;
using Endre.Domain.Improvements.Drivers;
using Endre.Storage;
using Endre.Storage.Improvements.Drivers;
using Endre.Web.Components;
using Endre.Web.Components.Charts;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Improvements.Measures;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;

namespace Endre.Web.Features.Improvements.Drivers;

/// <summary><c>/forbedringer/{id}/drivere</c>: the diagram, drawn and as a list one works in.</summary>
internal sealed class ReadDrivers(
    EndreContext database,
    ImprovementSight sight,
    LastPoints points,
    Texts<DriverTexts> texts,
    Formats formats
)
{
    public static async Task<IResult> ShowAsync(Guid id, ReadDrivers drivers, CancellationToken ct) =>
        await drivers.FindAsync(id, attempt: null, ct) is { } view
            ? Page.Of<DriversPage>(new { View = view })
            : ErrorResult.NotFound;

    /// <summary>The diagram as the reader sees it; null when the improvement is out of sight.</summary>
    public async Task<DriversView?> FindAsync(Guid id, Attempt? attempt, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        if (await scope.SeeAsync(database, id, ct) is not { } improvement)
        {
            return null;
        }
        var diagram = await database.ReadDriversAsync(id, ct);
        return new DriversView(
            improvement,
            scope.UnitOf(improvement.UnitId),
            diagram,
            scope.MayWork(improvement),
            AimOf(improvement),
            await points.OfMeasuresAsync(id, ct),
            attempt
        );
    }

    private string AimOf(Improvement improvement) =>
        improvement.Aim switch
        {
            { HowGood.Length: > 0, By: { } by } aim => texts["AimBy", aim.HowGood, formats.Date(by)],
            { HowGood.Length: > 0 } aim => aim.HowGood,
            _ => improvement.Trying,
        };
}

/// <summary>A driver diagram as one reader sees it.</summary>
/// <param name="Improvement">The improvement.</param>
/// <param name="Unit">The unit's name.</param>
/// <param name="Diagram">The diagram.</param>
/// <param name="MayDraw">Whether the reader draws in it.</param>
/// <param name="Aim">What it begins with.</param>
/// <param name="Measures">The measures that a driver may be seen by.</param>
/// <param name="Attempt">What was tried and refused, or null.</param>
public sealed record DriversView(
    Improvement Improvement,
    string Unit,
    DriverDiagram Diagram,
    bool MayDraw,
    string Aim,
    IReadOnlyList<CountedMeasure> Measures,
    Attempt? Attempt
)
{
    private static readonly Texts<DriverTexts> T = new();

    public string Title => T["PageTitle", Improvement.Trying];

    /// <summary>What the drawing says, for whoever does not see it.</summary>
    public string Description =>
        T[
            "Description",
            Diagram.Nodes.Count(node => node.Kind == DriverKind.Primary),
            Diagram.Nodes.Count(node => node.Kind == DriverKind.Secondary),
            Diagram.Nodes.Count(node => node.Kind == DriverKind.Idea)
        ];

    /// <summary>The measure that a driver is seen by; null when it is none of the improvement's.</summary>
    public CountedMeasure? MeasureOf(DriverNode node) =>
        Measures.FirstOrDefault(counted => counted.Measure.Id == node.MeasureId);

    /// <summary>What a driver is seen by, in words: the measure with its last number, and what was written beside it.</summary>
    public string? SeenBy(DriverNode node)
    {
        var words = new List<string>();
        if (MeasureOf(node) is { } counted)
        {
            words.Add(
                counted.Last is { } last
                    ? T["LastNumber", counted.Measure.Wording.Name, last.Value, last.Day]
                    : counted.Measure.Wording.Name
            );
        }
        if (node.Measure.Length > 0)
        {
            words.Add(node.Measure);
        }
        return words.Count == 0 ? null : T["SeenBy", string.Join("; ", words)];
    }

    /// <summary>The drawing. An idea stands under the first driver it serves, with a line to each other.</summary>
    internal DriverLayout Layout =>
        DriverLayout.Of(
            Aim,
            [
                .. Diagram.Nodes.Select(node => new TreeNode(
                    $"{node.Id}",
                    node.Under.IsEmpty ? null : $"{node.Under[0]}",
                    SeenBy(node) is { } seen ? $"{node.Text} ({seen})" : node.Text,
                    StoredMark(node.Kind)
                )),
            ],
            [.. Diagram.Nodes.SelectMany(node => node.Under.Skip(1).Select(other => ($"{other}", $"{node.Id}")))],
            [T["Aim"], T["Kind_Primary"], T["Kind_Secondary"], T["Kind_Idea"]]
        );

    private static string StoredMark(DriverKind kind) => kind == DriverKind.Idea ? "idea" : "driver";
}
