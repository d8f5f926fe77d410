using Endre.Testing;

namespace Endre.Storage.Tests;

public sealed class MissingPostgresTests
{
    [Theory]
    [InlineData(null, null, true)]
    [InlineData(null, "false", true)]
    [InlineData(null, "true", false)]
    [InlineData("/usr/lib/postgresql/17/bin", null, false)]
    [InlineData("/usr/lib/postgresql/17/bin", "true", false)]
    public void A_missing_database_is_seen_to_be_skipped_and_fails_in_ci(
        string? programs,
        string? ci,
        bool isSkipped
    ) => PostgresServer.MayBeSkipped(programs, ci).ShouldBe(isSkipped);
}
