using Endre.Storage.Improvements;
using Endre.Storage.Improvements.Drivers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Improvements;

internal sealed class DriverDiagramConfiguration : IEntityTypeConfiguration<DriverDiagramRow>
{
    public void Configure(EntityTypeBuilder<DriverDiagramRow> builder)
    {
        builder.ToTable("driver_diagrams");
        builder.HasKey(row => row.ImprovementId);
        builder.Property(row => row.ImprovementId).ValueGeneratedNever();
        builder.Property(row => row.Version).HasDefaultValue(1).IsConcurrencyToken();
        builder
            .HasOne<ImprovementRow>()
            .WithOne()
            .HasForeignKey<DriverDiagramRow>(row => row.ImprovementId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
