using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Provisioning.Scim;

/// <summary>Tells a row that is there already from other faults in what was stored.</summary>
internal static class UniqueFaults
{
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;

    public static bool Is(DbUpdateException fault) =>
        fault.InnerException switch
        {
            SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqliteUnique or SqlitePrimaryKey,
            // unique_violation, in PostgreSQL's appendix A
            DbException other => other.SqlState == "23505",
            _ => false,
        };
}
