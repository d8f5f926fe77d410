using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Endre.Storage.Privacy;

/// <summary>The rows of one table that point to a person, as they lie there.</summary>
/// <param name="Table">The table's name in the database.</param>
/// <param name="Rows">The rows.</param>
public sealed record PersonTable(string Table, IReadOnlyList<PersonRow> Rows);

/// <summary>One row.</summary>
/// <param name="Fields">The columns that hold something, in the table's order.</param>
public sealed record PersonRow(IReadOnlyList<PersonField> Fields);

/// <summary>One column of a row.</summary>
/// <param name="Column">The column's name in the database.</param>
/// <param name="Value">
/// What stands there: a text, a number, a truth, an instant, a day; null for what is a secret also for the one it belongs
/// to, such as the fingerprint of a password.
/// </param>
public sealed record PersonField(string Column, object? Value);

/// <summary>Everything the tables hold of a person (GDPR article 15).</summary>
public static class PersonRows
{
    // Fingerprints and stamps: they tell nothing, and whoever had them could do harm.
    private static readonly string[] Secret =
    [
        "PasswordHash",
        "SecurityStamp",
        "ConcurrencyStamp",
        "Hash",
        "ClaimHash",
    ];

    // A row that only mentions the person here is about somebody else: no more of it is told than that.
    private static readonly string[] Mentions = ["SuccessorId", "ManagerId", "AnswererId"];

    private static readonly MethodInfo ReadTable = typeof(PersonRows).GetMethod(
        nameof(ReadTableAsync),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    /// <summary>Reads them.</summary>
    /// <param name="database">Where they lie.</param>
    /// <param name="personId">Whose.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The tables that hold something of the person.</returns>
    public static async Task<IReadOnlyList<PersonTable>> ReadPersonRowsAsync(
        this EndreContext database,
        Guid personId,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        var found = new List<PersonTable>();
        foreach (var (table, columns) in PersonColumns.Of(database.Model))
        {
            var read = ReadTable.MakeGenericMethod(table.ClrType);
            var rows = await (Task<IReadOnlyList<PersonRow>>)
                read.Invoke(null, [database, table, columns, personId, ct])!;
            if (rows.Count > 0)
            {
                found.Add(new PersonTable(table.GetTableName()!, rows));
            }
        }
        return found;
    }

    private static async Task<IReadOnlyList<PersonRow>> ReadTableAsync<T>(
        EndreContext database,
        IEntityType table,
        IReadOnlyList<IProperty> columns,
        Guid personId,
        CancellationToken ct
    )
        where T : class
    {
        var row = Expression.Parameter(typeof(T), "row");
        var isOfPerson = columns.Select(column => Holds(row, column, personId)).Aggregate(Expression.OrElse);
        var rows = await database
            .Set<T>()
            .AsNoTracking()
            .Where(Expression.Lambda<Func<T, bool>>(isOfPerson, row))
            .ToListAsync(ct);
        return [.. rows.Select(found => Of(table, found, IsAbout(columns, found, personId)))];
    }

    private static Expression Holds(ParameterExpression row, IProperty column, Guid personId)
    {
        var value = Expression.Property(row, column.PropertyInfo!);
        if (column.ClrType == typeof(string))
        {
            var word = Expression.Constant(personId.ToString("N", CultureInfo.InvariantCulture));
            return Expression.Call(value, nameof(string.Contains), Type.EmptyTypes, word);
        }
        return Expression.Equal(value, Expression.Constant(personId, column.ClrType));
    }

    private static bool IsAbout(IReadOnlyList<IProperty> columns, object row, Guid personId) =>
        columns
            .Where(column => !Mentions.Contains(column.Name))
            .Select(column => column.PropertyInfo!.GetValue(row))
            .Any(value =>
                value is string text
                    ? text.Contains(personId.ToString("N", CultureInfo.InvariantCulture), StringComparison.Ordinal)
                    : Equals(value, personId)
            );

    private static PersonRow Of(IEntityType table, object row, bool isAbout) =>
        new([
            .. table
                .GetProperties()
                .Where(column => column.PropertyInfo is not null)
                .Where(column => isAbout || column.IsPrimaryKey() || Mentions.Contains(column.Name))
                .Select(column => new PersonField(
                    column.GetColumnName(),
                    Secret.Contains(column.Name) || column.ClrType == typeof(byte[])
                        ? null
                        : column.PropertyInfo!.GetValue(row)
                ))
                .Where(field => field.Value is not (null or "") || IsSecret(table, field, row)),
        ]);

    private static bool IsSecret(IEntityType table, PersonField field, object row) =>
        field.Value is null
        && table
            .GetProperties()
            .Single(column => column.PropertyInfo is not null && column.GetColumnName() == field.Column)
            .PropertyInfo!.GetValue(row)
            is not null;
}
