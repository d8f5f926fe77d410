using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Endre.Storage.Sqlite;

/// <summary>
/// Makes the tables of hassles <c>WITHOUT ROWID</c>. An ordinary table numbers its rows as they come, and the number of
/// an anonymous row between those of two with a known day would tell when it was written. These lie in the order of their
/// ids, which are random.
/// </summary>
internal sealed class TablesWithoutOrder(
    MigrationsSqlGeneratorDependencies dependencies,
    IRelationalAnnotationProvider annotations
) : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    // EF Core changes a table by making a new one under this name first.
    private const string Rebuilt = "ef_temp_";

    private static readonly string[] Tables =
    [
        "hassles",
        "hassle_messages",
        "hassle_events",
        "hassle_photos",
        "hassle_reports",
        "hassle_me_toos",
    ];

    protected override void Generate(
        CreateTableOperation operation,
        IModel? model,
        MigrationCommandListBuilder builder,
        bool terminate = true
    )
    {
        if (!Tables.Contains(operation.Name.Replace(Rebuilt, "", StringComparison.Ordinal), StringComparer.Ordinal))
        {
            base.Generate(operation, model, builder, terminate);
            return;
        }
        base.Generate(operation, model, builder, terminate: false);
        builder.Append(" WITHOUT ROWID");
        if (terminate)
        {
            builder.AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator);
            EndStatement(builder);
        }
    }
}
