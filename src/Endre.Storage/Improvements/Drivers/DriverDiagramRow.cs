using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Endre.Domain.Improvements.Drivers;
using Endre.Storage.Privacy;

namespace Endre.Storage.Improvements.Drivers;

/// <summary>The driver diagram of an improvement.</summary>
public sealed class DriverDiagramRow
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Which improvement.</summary>
    public required Guid ImprovementId { get; init; }

    /// <summary>Drivers and ideas, as JSON.</summary>
    public required string Nodes { get; set; }

    /// <summary>One more at each change: what was decided on must still be what is stored.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The row of a diagram.</summary>
    /// <param name="diagram">The diagram.</param>
    public static DriverDiagramRow Of(DriverDiagram diagram)
    {
        ArgumentNullException.ThrowIfNull(diagram);
        return new DriverDiagramRow { ImprovementId = diagram.ImprovementId, Nodes = Write(diagram.Nodes) };
    }

    /// <summary>Takes over what stands in it.</summary>
    /// <param name="diagram">The same diagram, as it is now.</param>
    public void Take(DriverDiagram diagram)
    {
        ArgumentNullException.ThrowIfNull(diagram);
        Nodes = Write(diagram.Nodes);
        Version++;
    }

    /// <summary>The diagram of the row.</summary>
    public DriverDiagram ToDiagram() =>
        new(ImprovementId, JsonSerializer.Deserialize<ImmutableList<DriverNode>>(Nodes, Json) ?? []);

    /// <summary>Takes the name of somebody who is erased out of what was written.</summary>
    /// <param name="name">The whole name, as the person had it.</param>
    public void EraseName(string name) =>
        Take(
            new DriverDiagram(
                ImprovementId,
                [
                    .. ToDiagram()
                        .Nodes.Select(node =>
                            node with
                            {
                                Text = EventNames.Without(node.Text, name),
                                Measure = EventNames.Without(node.Measure, name),
                            }
                        ),
                ]
            )
        );

    private static string Write(ImmutableList<DriverNode> nodes) => JsonSerializer.Serialize(nodes, Json);
}
