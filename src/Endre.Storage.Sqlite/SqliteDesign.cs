using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Endre.Storage.Sqlite;

/// <summary>Lets <c>dotnet ef migrations add</c> build the model without a running host.</summary>
public sealed class SqliteDesign : IDesignTimeDbContextFactory<EndreContext>
{
    /// <inheritdoc />
    public EndreContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<EndreContext>();
        builder.UseApplicationServiceProvider(IdentitySchema.DesignTimeHost());
        SqliteStorage.Use(builder, "Data Source=:memory:");
        return new EndreContext(builder.Options);
    }
}
