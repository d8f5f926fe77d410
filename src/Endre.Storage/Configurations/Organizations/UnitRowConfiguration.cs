using Endre.Storage.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Organizations;

internal sealed class UnitRowConfiguration : IEntityTypeConfiguration<UnitRow>
{
    public void Configure(EntityTypeBuilder<UnitRow> builder)
    {
        builder.ToTable("units");
        builder.Property(unit => unit.Name).HasMaxLength(UnitRow.MaxNameLength);
        builder.Property(unit => unit.Kind).HasMaxLength(40);
        builder.Property(unit => unit.Code).HasMaxLength(UnitRow.MaxCodeLength);
        builder.Property(unit => unit.Version).HasDefaultValue(1).IsConcurrencyToken();
        builder.HasIndex(unit => unit.Code).IsUnique();
        builder.HasOne<UnitRow>().WithMany().HasForeignKey(unit => unit.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}
