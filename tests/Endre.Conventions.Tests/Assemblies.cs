using System.Reflection;
using System.Runtime.CompilerServices;
using Endre.Storage;
using Endre.Storage.Postgres;
using Endre.Storage.Sqlite;

namespace Endre.Conventions.Tests;

/// <summary>The product's assemblies and the types that people wrote in them.</summary>
internal static class Assemblies
{
    public static readonly Assembly Domain = Assembly.Load("Endre.Domain");
    public static readonly Assembly Language = Assembly.Load("Endre.Language");
    public static readonly Assembly Documents = Assembly.Load("Endre.Documents");
    public static readonly Assembly Storage = typeof(EndreContext).Assembly;
    public static readonly Assembly Sqlite = typeof(SqliteStorage).Assembly;
    public static readonly Assembly Postgres = typeof(PostgresStorage).Assembly;
    public static readonly Assembly Web = typeof(Web.Program).Assembly;

    public static readonly IReadOnlyList<Assembly> All = [Domain, Language, Documents, Storage, Sqlite, Postgres, Web];

    public static IEnumerable<Type> Types(params IEnumerable<Assembly> assemblies) =>
        assemblies.SelectMany(assembly => assembly.GetTypes()).Where(IsWritten);

    public static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$") is not null || (type.IsValueType && Prints(type));

    private static bool Prints(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null;

    private static bool IsWritten(Type type)
    {
        for (var outer = type; outer is not null; outer = outer.DeclaringType)
        {
            if (outer.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || outer.Name.StartsWith('<'))
                return false;
        }

        var space = type.Namespace ?? "";
        return space.StartsWith("Endre", StringComparison.Ordinal)
            && !space.Contains("Migrations", StringComparison.Ordinal);
    }
}
