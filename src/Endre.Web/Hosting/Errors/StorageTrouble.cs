using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;

namespace Endre.Web.Hosting.Errors;

/// <summary>Tells a storage that is away, busy or full from a fault in what we asked it.</summary>
internal static class StorageTrouble
{
    // https://sqlite.org/rescode.html: busy, locked, read-only, I/O error, corrupt, full, cannot open, not a database.
    private static readonly int[] SqliteCodes = [5, 6, 8, 10, 11, 13, 14, 26];

    public static bool Is(Exception problem)
    {
        for (var cause = problem; cause is not null; cause = cause.InnerException)
        {
            var isTrouble = cause switch
            {
                SqliteException sqlite => SqliteCodes.Contains(sqlite.SqliteErrorCode),
                DbException { IsTransient: true } or SocketException => true,
                // 53: out of disk, memory or connections; 57P: shutting down.
                DbException { SqlState: { } state } => state.StartsWith("53", StringComparison.Ordinal)
                    || state.StartsWith("57P", StringComparison.Ordinal),
                _ => false,
            };
            if (isTrouble)
                return true;
        }

        return false;
    }
}
