using Endre.Storage.Hassles;
using Endre.Web.Hosting;

namespace Endre.Web.Features.Hassles;

/// <summary>Four times a day, wipes what the database leaves lying of what was withdrawn, and of the order in which things came.</summary>
internal sealed partial class HassleUpkeep(ITraces traces, TimeProvider clock, ILogger<HassleUpkeep> logger)
    : Rounds(Rest, clock)
{
    internal static readonly TimeSpan Rest = TimeSpan.FromHours(6);

    protected override Task RunAsync(CancellationToken ct) => traces.WipeAsync(ct);

    // Somebody holds a table; the next round does it.
    protected override void Tell(Exception fault) => NotWiped(logger, fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was erased could not be wiped from the files now.")]
    private static partial void NotWiped(ILogger logger, Exception fault);
}
