using Endre.Web.Hosting;

namespace Endre.Web.Features.Taxonomy;

/// <summary>Where several nodes share a database, reads what administrators have changed at another node.</summary>
internal sealed partial class FactorsKeepUp(
    Factors factors,
    Settings settings,
    TimeProvider clock,
    ILogger<FactorsKeepUp> logger
) : Rounds(Rest, clock)
{
    internal static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);

    // SQLite has one node, and that one knows what it did.
    protected override bool IsNeeded => !string.IsNullOrWhiteSpace(settings.Database);

    protected override Task RunAsync(CancellationToken ct) => factors.RefreshAsync(ct);

    // What is known is good enough until the database is back.
    protected override void Tell(Exception fault) => NotRead(logger, fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The drivers and barriers could not be read anew.")]
    private static partial void NotRead(ILogger logger, Exception fault);
}
