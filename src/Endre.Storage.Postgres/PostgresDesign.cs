using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Endre.Storage.Postgres;

/// <summary>Lets <c>dotnet ef migrations add</c> build the model without a server.</summary>
public sealed class PostgresDesign : IDesignTimeDbContextFactory<EndreContext>
{
    /// <inheritdoc />
    public EndreContext CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<EndreContext>()
                .UseApplicationServiceProvider(IdentitySchema.DesignTimeHost())
                .UseNpgsql("Host=nowhere", npgsql => npgsql.MigrationsAssembly(typeof(PostgresStorage).Assembly))
                .Options
        );
}
