using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Endre.Storage.Transfers;

/// <summary>
/// Everything that is carried: each table of the model, so that a new one comes along by itself, and the event log's.
/// The keys that protect cookies come along too: without them everybody would be signed out, and those who took part in
/// a workshop would lose their way back in. So the file is as secret as the database, which also holds them.
/// </summary>
public static class TransferSchema
{
    // Names are the same on both databases; the types are PostgreSQL's, which is the one that asks for them.
    private static readonly TransferTable[] EventLog =
    [
        new(
            TransferTable.Streams,
            [new("id", ColumnKind.Id, false, "uuid"), new("last_sequence", ColumnKind.Integer, false, "bigint")],
            ["id"]
        ),
        new(
            TransferTable.Events,
            [
                new("stream_id", ColumnKind.Id, false, "uuid"),
                new("sequence", ColumnKind.Integer, false, "bigint"),
                new("at", ColumnKind.Integer, false, "bigint"),
                new("kind", ColumnKind.Text, false, "text"),
                new("audience", ColumnKind.Text, false, "text"),
                new("command_id", ColumnKind.Id, true, "uuid"),
                new("payload", ColumnKind.Bytes, false, "bytea"),
            ],
            ["stream_id", "sequence"]
        ),
    ];

    /// <summary>The tables of a database at this program's version, by name.</summary>
    /// <exception cref="InvalidOperationException">The model has a column or table that cannot be carried.</exception>
    public static IReadOnlyList<TransferTable> Of(EndreContext context) =>
        [
            .. context
                .GetService<IDesignTimeModel>()
                .Model.GetRelationalModel()
                .Tables.Where(table => !table.IsExcludedFromMigrations)
                .Select(Table)
                .Concat(EventLog)
                .OrderBy(table => table.Name, StringComparer.Ordinal),
        ];

    /// <summary>What a migration is called on both databases: its name without the instant it was made.</summary>
    public static string MigrationName(string migration) => migration[(migration.IndexOf('_') + 1)..];

    private static TransferTable Table(ITable table) =>
        new(
            table.Name,
            [
                .. table
                    .Columns.Where(column => column.ComputedColumnSql is null)
                    .Select(Column)
                    .OrderBy(column => column.Name, StringComparer.Ordinal),
            ],
            [
                .. (
                    table.PrimaryKey ?? throw new InvalidOperationException($"The table {table.Name} has no key.")
                ).Columns.Select(column => column.Name),
            ]
        );

    private static TransferColumn Column(IColumn column) =>
        new(column.Name, KindOf(column), column.IsNullable, column.StoreType.Split('(')[0]);

    private static ColumnKind KindOf(IColumn column)
    {
        // A column that holds owned entities as JSON stands for no single property.
        if (!column.PropertyMappings.Any())
        {
            return ColumnKind.Json;
        }
        var mapping = column.PropertyMappings[0].TypeMapping;
        var type = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        return KindOf(Nullable.GetUnderlyingType(type) ?? type)
            ?? throw new InvalidOperationException(
                $"{column.Table.Name}.{column.Name} holds {type.Name}, which cannot be carried between databases."
            );
    }

    private static ColumnKind? KindOf(Type type) =>
        Type.GetTypeCode(type) switch
        {
            TypeCode.String => ColumnKind.Text,
            TypeCode.Boolean => ColumnKind.Boolean,
            TypeCode.Byte or TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64 or TypeCode.UInt32 =>
                ColumnKind.Integer,
            TypeCode.Single or TypeCode.Double => ColumnKind.Number,
            TypeCode.Decimal => ColumnKind.Decimal,
            _ when type == typeof(Guid) => ColumnKind.Id,
            _ when type == typeof(DateOnly) => ColumnKind.Date,
            _ when type == typeof(TimeOnly) => ColumnKind.Time,
            _ when type == typeof(byte[]) => ColumnKind.Bytes,
            _ => null,
        };
}
