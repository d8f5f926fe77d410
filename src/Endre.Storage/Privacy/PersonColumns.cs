using Endre.Storage.People;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Privacy;

/// <summary>
/// Which columns of the database point to a person. Read from the model, so that a new table tells of itself: a foreign
/// key is enough, and a column without one says so in its configuration.
/// </summary>
public static class PersonColumns
{
    private const string Annotation = "endre:points-to-person";

    /// <summary>Says that a column without a foreign key holds a person's id.</summary>
    /// <typeparam name="T">The column's type: an id, or a text with ids without hyphens.</typeparam>
    /// <param name="property">The column.</param>
    public static PropertyBuilder<T> PointsToPerson<T>(this PropertyBuilder<T> property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return property.HasAnnotation(Annotation, true);
    }

    /// <summary>The columns by table; a table that has none of a person's is left out.</summary>
    /// <param name="model">The model of <see cref="EndreContext"/>.</param>
    public static IEnumerable<(IEntityType Table, IReadOnlyList<IProperty> Columns)> Of(IModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        foreach (var table in model.GetEntityTypes().Where(type => !type.IsOwned()).OrderBy(type => type.Name))
        {
            var columns = table.GetProperties().Where(column => IsOfPerson(table, column)).ToList();
            if (columns.Count > 0)
            {
                yield return (table, columns);
            }
        }
    }

    private static bool IsOfPerson(IEntityType table, IProperty column) =>
        table.ClrType == typeof(Person)
            ? column.Name is nameof(Person.Id) or nameof(Person.SuccessorId)
            : column.FindAnnotation(Annotation) is not null
                || column
                    .GetContainingForeignKeys()
                    .Any(key => key.PrincipalEntityType.ClrType == typeof(Person) && key.Properties.Count == 1);
}
