using Endre.Web.Hosting;

namespace Endre.Web.Look;

/// <summary>Reads the look before the first page is shown.</summary>
internal sealed class LookIsRead(CurrentLook look) : IStartupPart
{
    public int Order => 1;

    public Task PrepareAsync(CancellationToken ct) => look.RefreshAsync(ct);
}

/// <summary>Where several nodes share a database, reads what administrators have changed at another node.</summary>
internal sealed partial class LookKeepsUp(
    CurrentLook look,
    Settings settings,
    TimeProvider clock,
    ILogger<LookKeepsUp> logger
) : Rounds(Rest, clock)
{
    internal static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);

    // SQLite has one node, and that one knows what it did.
    protected override bool IsNeeded => !string.IsNullOrWhiteSpace(settings.Database);

    protected override Task RunAsync(CancellationToken ct) => look.RefreshAsync(ct);

    // What is known is good enough until the database is back.
    protected override void Tell(Exception fault) => NotRead(logger, fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The organization's look could not be read anew.")]
    private static partial void NotRead(ILogger logger, Exception fault);
}
