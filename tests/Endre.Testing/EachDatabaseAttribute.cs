using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Endre.Testing;

/// <summary>
/// Runs a theory once on each database: <c>[Theory, EachDatabase]</c> on a method that takes a <see cref="DatabaseKind"/>.
/// Without PostgreSQL on the machine its half is skipped where one sees it; with <c>CI=true</c> it fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachDatabaseAttribute : DataAttribute
{
    public override bool SupportsDiscoveryEnumeration() => true;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    ) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([
            new TheoryDataRow<DatabaseKind>(DatabaseKind.Sqlite),
            new TheoryDataRow<DatabaseKind>(DatabaseKind.Postgres) { Skip = PostgresServer.ReasonToSkip },
        ]);
}

/// <summary>A fact that needs PostgreSQL; skipped without it, except with <c>CI=true</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresServer.ReasonToSkip;
}
