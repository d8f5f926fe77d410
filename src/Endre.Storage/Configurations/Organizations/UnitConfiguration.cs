using Endre.Storage.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Organizations;

internal sealed class UnitConfiguration : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.ToTable("units");
        builder.Property(unit => unit.Name).HasMaxLength(200);
        builder.Property(unit => unit.Kind).HasMaxLength(40);
        builder.HasOne<Unit>().WithMany().HasForeignKey(unit => unit.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}
