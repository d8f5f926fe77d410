using System.Data.Common;
using Endre.Storage.EventLog;
using Endre.Storage.Transfers;
using Endre.Storage.Upgrades;

namespace Endre.Web.Hosting;

/// <summary>What keeps the program from starting and is the operator's to repair, in one line; the rest is ours.</summary>
internal static class StartFault
{
    public static string? Explain(Exception fault) =>
        fault switch
        {
            SettingsFault or DatabaseIsNewer or DatabaseInUse or StorageUnavailable or TransferRefused => fault.Message,
            // A taken port, a disk that is full, a folder that may not be written.
            IOException or UnauthorizedAccessException => fault.Message,
            DbException => $"The database cannot be used: {fault.Message}",
            _ => fault.InnerException is { } cause ? Explain(cause) : null,
        };
}
