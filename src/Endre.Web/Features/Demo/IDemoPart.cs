namespace Endre.Web.Features.Demo;

/// <summary>What an area adds to the demo municipality, such as a workshop that is ready to run.</summary>
internal interface IDemoPart
{
    /// <summary>Lower comes first.</summary>
    int Order { get; }

    /// <summary>Makes what is missing; the second start of the same demo makes nothing twice.</summary>
    /// <returns>Lines for the console, such as <c>join code: 482913</c>.</returns>
    Task<IReadOnlyList<string>> PrepareAsync(DemoMunicipality demo, CancellationToken ct);
}
