using Endre.Storage.Access;
using Endre.Storage.Factors;
using Endre.Storage.Organizations;
using Endre.Storage.People;
using Endre.Storage.Workshops;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage;

/// <summary>Everything Endre keeps, on SQLite or PostgreSQL. The events of live boards are written by the event log.</summary>
/// <param name="options">Which database, from <c>AddSqliteStorage</c> or <c>AddPostgresStorage</c>.</param>
public sealed class EndreContext(DbContextOptions<EndreContext> options)
    : IdentityDbContext<Person, IdentityRole<Guid>, Guid>(options),
        IDataProtectionKeyContext
{
    /// <summary>Bearer tokens of people.</summary>
    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    /// <summary>One-time links to make the first administrator.</summary>
    public DbSet<FirstAdministratorLink> FirstAdministratorLinks => Set<FirstAdministratorLink>();

    /// <summary>The parts of the organization.</summary>
    public DbSet<Unit> Units => Set<Unit>();

    /// <summary>Who is what, where.</summary>
    public DbSet<Membership> Memberships => Set<Membership>();

    /// <summary>Workshops as lists and the join page see them.</summary>
    public DbSet<WorkshopRow> Workshops => Set<WorkshopRow>();

    /// <summary>Workshop templates that people saved.</summary>
    public DbSet<TemplateRow> Templates => Set<TemplateRow>();

    /// <summary>Drivers and barriers.</summary>
    public DbSet<FactorRow> Factors => Set<FactorRow>();

    /// <summary>The history of the drivers and barriers.</summary>
    public DbSet<FactorChange> FactorChanges => Set<FactorChange>();

    /// <summary>The keys that protect cookies and antiforgery tokens, shared by all nodes.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMillisecondsConverter>();
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        if (SchemaVersion != IdentitySchema.Version)
        {
            throw new InvalidOperationException("Register the context with AddIdentitySchema: passkeys need it.");
        }
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(EndreContext).Assembly);
        SnakeCaseNames.Apply(builder);
    }
}
