using Microsoft.EntityFrameworkCore.Migrations;

namespace Endre.Storage.Postgres.Migrations;

/// <summary>What makes the audit log append-only.</summary>
internal static class AuditGuards
{
    public static void Add(MigrationBuilder migration)
    {
        migration.Sql(
            """
            CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN
                -- A restore puts a whole database in the place of another.
                IF TG_OP = 'TRUNCATE' AND current_setting('endre.restoring', true) = 'yes' THEN RETURN NULL; END IF;
                RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
            END $$;
            """
        );
        foreach (var table in new[] { "audit_entries", "audit_seals" })
        {
            migration.Sql(
                $"""
                CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
                FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
                """
            );
        }
    }

    public static void Remove(MigrationBuilder migration)
    {
        foreach (var table in new[] { "audit_entries", "audit_seals" })
        {
            migration.Sql($"DROP TRIGGER {table}_append_only ON {table};");
        }
        migration.Sql("DROP FUNCTION refuse_audit_change();");
    }
}
