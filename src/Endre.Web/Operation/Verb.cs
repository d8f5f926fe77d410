using Endre.Web.Hosting;

namespace Endre.Web.Operation;

/// <summary>Something an operator has the program do instead of serving people: <c>endre backup …</c>.</summary>
internal abstract record Verb(string Name, string Usage, string Summary)
{
    /// <summary>What the argument after the verb is, in a word; null when it takes none.</summary>
    public string? Target { get; init; }

    /// <summary>Its own options, and what each is for.</summary>
    public IReadOnlyList<VerbOption> Options { get; init; } = [];

    /// <summary>What an operator should know before using it.</summary>
    public required string About { get; init; }

    public abstract Task RunAsync(VerbCall call, CancellationToken ct);
}

/// <summary>An option of a verb; without a value it is a flag.</summary>
internal sealed record VerbOption(string Name, string? Value, string About);

/// <summary>What was asked for.</summary>
/// <param name="Settings">The settings, as the server has them.</param>
/// <param name="Target">The argument after the verb.</param>
/// <param name="Options">The options that were given, each with its value.</param>
/// <param name="Console">Where the answer goes.</param>
internal sealed record VerbCall(
    Settings Settings,
    string Target,
    IReadOnlyDictionary<string, string> Options,
    TextWriter Console
);
