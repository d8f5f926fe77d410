using Microsoft.EntityFrameworkCore.Migrations;

namespace Endre.Storage.Sqlite.Migrations;

/// <summary>What makes the audit log append-only. A rebuilt table loses its triggers: call this after such a migration.</summary>
internal static class AuditGuards
{
    public static void Add(MigrationBuilder migration)
    {
        foreach (var table in new[] { "audit_entries", "audit_seals" })
        {
            foreach (var act in new[] { "UPDATE", "DELETE" })
            {
                migration.Sql(
                    $"""
                    CREATE TRIGGER IF NOT EXISTS {table}_no_{act.ToLowerInvariant()} BEFORE {act} ON {table}
                    BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;
                    """
                );
            }
        }
    }
}
