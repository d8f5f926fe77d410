using Endre.Domain.Insights;
using Endre.Storage.Factors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Factors;

internal sealed class FactorRowConfiguration : IEntityTypeConfiguration<FactorRow>
{
    public void Configure(EntityTypeBuilder<FactorRow> builder)
    {
        builder.ToTable("factors");
        builder.Property(factor => factor.Id).HasMaxLength(Factor.LongestId);
        builder.Property(factor => factor.Kind).HasMaxLength(20);
        builder.Property(factor => factor.Nb).HasMaxLength(Factor.LongestName);
        builder.Property(factor => factor.Nn).HasMaxLength(Factor.LongestName);
        builder.Property(factor => factor.En).HasMaxLength(Factor.LongestName);
        builder.Property(factor => factor.DescriptionNb).HasMaxLength(Factor.LongestDescription);
        builder.Property(factor => factor.DescriptionNn).HasMaxLength(Factor.LongestDescription);
        builder.Property(factor => factor.DescriptionEn).HasMaxLength(Factor.LongestDescription);
        // Whoever stores a change on top of what somebody else has changed meanwhile is told, and decides again.
        builder.Property(factor => factor.Version).HasDefaultValue(1).IsConcurrencyToken();
        builder.Property(factor => factor.Position).IsConcurrencyToken();
        // Not unique: two factors change places in one save.
        builder.HasIndex(factor => new { factor.Kind, factor.Position });
    }
}
