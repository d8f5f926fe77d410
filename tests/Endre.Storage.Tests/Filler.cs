using System.Data.Common;
using System.Globalization;
using Endre.Storage.Transfers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Endre.Storage.Tests;

/// <summary>
/// Puts odd rows into every table that a database has at some version, whatever tables those are: Norwegian and Sámi
/// letters, emoji, nothing, bytes, and the first and the last instants there are. A new table is filled by itself.
/// </summary>
internal static class Filler
{
    private static readonly string[] Texts =
    [
        "Blåbærsyltetøy på Ærøy – «ikkje sant?»",
        "Čáhppe guovža, eallju ja ŋ",
        "👩🏽‍⚕️🧑‍🚒 løftet i lag 🇳🇴",
        "linje\nny linje\ttabulator \"anførsel\" \\ ' ; --",
        "\u00a0 e\u0301 \u202e ﷽ \uFFFD \u007f",
        "",
    ];

    /// <summary>Fills every table of the model; row <paramref name="rows"/>[n] of one refers to row n of the other.</summary>
    public static async Task FillAsync(EndreContext context, IRelationalModel model, int rows, CancellationToken ct)
    {
        var connection = context.Database.GetDbConnection();
        await context.Database.OpenConnectionAsync(ct);
        foreach (var table in InOrder([.. model.Tables.Where(table => !table.IsExcludedFromMigrations)]))
        {
            for (var row = 0; row < rows; row++)
            {
                await using var command = connection.CreateCommand();
                var columns = table.Columns.Where(column => column.ComputedColumnSql is null).ToList();
                command.CommandText =
                    $"INSERT INTO {TransferTable.Quote(table.Name)} ({string.Join(", ", columns.Select(column => TransferTable.Quote(column.Name)))}) "
                    + $"VALUES ({string.Join(", ", columns.Select((column, i) => Placeholder(column, i)))})";
                foreach (var (i, column) in columns.Index())
                {
                    Add(command, i, Value(column, row));
                }
                await command.ExecuteNonQueryAsync(ct);
            }
        }
    }

    /// <summary>The model of today.</summary>
    public static IRelationalModel ModelOf(EndreContext context) =>
        context.GetService<IDesignTimeModel>().Model.GetRelationalModel();

    /// <summary>The model that a database had after a migration.</summary>
    public static IRelationalModel ModelAt(EndreContext context, string migration)
    {
        var migrations = context.GetService<IMigrationsAssembly>();
        var type = migrations.Migrations.Single(m => m.Key.EndsWith("_" + migration, StringComparison.Ordinal)).Value;
        var model = migrations.CreateMigration(type, context.Database.ProviderName!).TargetModel;
        return context.GetService<IModelRuntimeInitializer>().Initialize(model).GetRelationalModel();
    }

    private static string Placeholder(IColumn column, int index)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"@p{index}");
        return column.StoreType == "jsonb" ? $"CAST({name} AS jsonb)" : name;
    }

    private static void Add(DbCommand command, int index, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{index}");
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
    }

    private static object? Value(IColumn column, int row)
    {
        var reference = column.Table.ForeignKeyConstraints.FirstOrDefault(key => key.Columns.Contains(column));
        if (reference is not null)
        {
            var principal = reference.PrincipalColumns[reference.Columns.ToList().IndexOf(column)];
            // The first of a tree refers to nothing.
            return reference.PrincipalTable == column.Table ? (row == 0 ? null : Own(principal, row - 1))
                : column.IsNullable && row % 3 == 2 ? null
                : Value(principal, row);
        }
        return Own(column, row);
    }

    private static object? Own(IColumn column, int row)
    {
        if (!column.PropertyMappings.Any())
        {
            return $$"""{"Name":"Nøkkel {{row}} 🔑","Z":[1,2.50,null],"A":{"b":true} }""";
        }
        if (column.IsNullable && row % 3 == 1)
        {
            return null;
        }
        var mapping = column.PropertyMappings[0].TypeMapping;
        var type = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        var longest = column.PropertyMappings[0].Property.GetMaxLength();
        var isAlone = IsUnique(column);
        return Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) switch
        {
            TypeCode.String => Text(row, longest ?? 2000, isAlone),
            TypeCode.Boolean => row % 2 == 0,
            TypeCode.Byte or TypeCode.Int16 or TypeCode.Int32 => row + 1,
            TypeCode.Int64 or TypeCode.UInt32 => isAlone ? row + 1L
            : row % 3 == 0 ? DateTimeOffset.MinValue.ToUnixTimeMilliseconds()
            : DateTimeOffset.MaxValue.ToUnixTimeMilliseconds(),
            TypeCode.Single or TypeCode.Double => row + 0.1,
            TypeCode.Decimal => row + 0.10m,
            _ when type == typeof(Guid) => Id(row),
            _ when type == typeof(DateOnly) => row % 2 == 0 ? DateOnly.MaxValue : new DateOnly(2026, 3, 2),
            _ when type == typeof(TimeOnly) => new TimeOnly(23, 59, 59, 999),
            _ when type == typeof(byte[]) => Bytes(row, longest ?? 1000),
            _ => throw new InvalidOperationException($"Teach the filler {type} for {column.Table.Name}.{column.Name}."),
        };
    }

    private static bool IsUnique(IColumn column) =>
        column.Table.PrimaryKey!.Columns.Contains(column)
        || column.Table.UniqueConstraints.Any(key => key.Columns.Contains(column))
        || column.Table.Indexes.Any(index => index.IsUnique && index.Columns.Contains(column));

    private static string Text(int row, int longest, bool isAlone)
    {
        var text = isAlone
            ? string.Create(CultureInfo.InvariantCulture, $"{row}{Texts[row % Texts.Length]}")
            : Texts[row % Texts.Length];
        if (text.Length > longest)
        {
            text = text[..longest];
        }
        // A letter of two halves is not cut between them.
        return text.Length > 0 && char.IsHighSurrogate(text[^1]) ? text[..^1] : text;
    }

    private static Guid Id(int row) =>
        row == 0 ? new Guid("00000000-0000-0000-0000-0000000000ff") : new Guid($"FFEEDDCC-BBAA-7988-8776-{row:D12}");

    private static byte[] Bytes(int row, int longest) =>
        [.. Enumerable.Range(0, Math.Min(longest, 256)).Select(i => (byte)(i + row))];

    private static IEnumerable<ITable> InOrder(List<ITable> tables)
    {
        while (tables.Count > 0)
        {
            var next = tables.First(table =>
                table.ForeignKeyConstraints.All(key =>
                    key.PrincipalTable == table || !tables.Contains(key.PrincipalTable)
                )
            );
            tables.Remove(next);
            yield return next;
        }
    }
}
