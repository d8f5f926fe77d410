namespace Endre.Web.Features.Improvements.Shared;

/// <summary>A part of an improvement's page, in the folder of what it is about. The page asks all of them and knows none.</summary>
internal interface IImprovementPart
{
    /// <summary>Its place on the page: the smallest stands first.</summary>
    int Order { get; }

    /// <summary>What it shows of an improvement; null when it has nothing to show.</summary>
    Task<ImprovementPart?> ReadAsync(ImprovementView view, CancellationToken ct);
}

/// <summary>A component with its parameters.</summary>
/// <param name="Component">The component.</param>
/// <param name="Parameters">Its parameters, by name.</param>
public sealed record ImprovementPart(Type Component, IDictionary<string, object> Parameters)
{
    /// <summary>A component that takes nothing but the view, as <c>View</c>.</summary>
    /// <typeparam name="T">The component.</typeparam>
    /// <param name="view">The improvement.</param>
    public static ImprovementPart Of<T>(ImprovementView view) =>
        new(typeof(T), new Dictionary<string, object> { ["View"] = view });
}
