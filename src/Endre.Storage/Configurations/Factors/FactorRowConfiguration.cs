using Endre.Storage.Factors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Factors;

internal sealed class FactorRowConfiguration : IEntityTypeConfiguration<FactorRow>
{
    public void Configure(EntityTypeBuilder<FactorRow> builder)
    {
        builder.ToTable("factors");
        builder.Property(factor => factor.Kind).HasMaxLength(20);
        builder.Property(factor => factor.Nb).HasMaxLength(300);
        builder.Property(factor => factor.Nn).HasMaxLength(300);
        builder.Property(factor => factor.En).HasMaxLength(300);
        // Not unique: two factors change places in one save.
        builder.HasIndex(factor => new { factor.Kind, factor.Position });
    }
}
