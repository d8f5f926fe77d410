using Endre.Storage.Factors;
using Endre.Storage.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Factors;

internal sealed class FactorChangeConfiguration : IEntityTypeConfiguration<FactorChange>
{
    public void Configure(EntityTypeBuilder<FactorChange> builder)
    {
        builder.ToTable("factor_changes");
        builder.Property(change => change.What).HasMaxLength(40);
        builder.HasIndex(change => new { change.FactorId, change.At });
        builder
            .HasOne<FactorRow>()
            .WithMany()
            .HasForeignKey(change => change.FactorId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(change => change.PersonId).OnDelete(DeleteBehavior.SetNull);
    }
}
