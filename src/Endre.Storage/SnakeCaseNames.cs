using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Endre.Storage;

/// <summary>
/// Gives every table, column, key and index a snake_case name, so SQL by hand needs no quotes on either database.
/// </summary>
internal static partial class SnakeCaseNames
{
    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes().Where(entity => !entity.IsMappedToJson()))
        {
            entity.SetTableName(Of(entity.GetTableName()));
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Of(property.GetColumnName()));
            }
        }
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (entity.IsMappedToJson())
            {
                entity.SetContainerColumnName(Of(entity.GetContainerColumnName()));
                continue;
            }
            NameKeys(entity);
        }
    }

    private static void NameKeys(IMutableEntityType entity)
    {
        foreach (var key in entity.GetKeys())
        {
            key.SetName(Of(key.GetDefaultName()));
        }
        foreach (var foreignKey in entity.GetForeignKeys())
        {
            foreignKey.SetConstraintName(Of(foreignKey.GetDefaultName()));
        }
        foreach (var index in entity.GetIndexes())
        {
            index.SetDatabaseName(Of(index.GetDefaultDatabaseName()));
        }
    }

    private static string? Of(string? name) => name is null ? null : WordStart().Replace(name, "_").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordStart();
}
