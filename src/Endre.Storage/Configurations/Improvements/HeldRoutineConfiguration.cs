using Endre.Domain.Improvements.Holding;
using Endre.Storage.Improvements;
using Endre.Storage.Improvements.Holding;
using Endre.Storage.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Improvements;

internal sealed class HeldRoutineConfiguration : IEntityTypeConfiguration<HeldRoutineRow>
{
    public void Configure(EntityTypeBuilder<HeldRoutineRow> builder)
    {
        builder.ToTable("held_routines");
        builder.HasKey(row => row.ImprovementId);
        builder.Property(row => row.ImprovementId).ValueGeneratedNever();
        builder.Property(row => row.Routine).HasMaxLength(HeldRoutine.LongestRoutine * 2);
        builder.Property(row => row.Trained).HasMaxLength(HeldRoutine.LongestTrained * 2);
        builder.Property(row => row.Version).HasDefaultValue(1).IsConcurrencyToken();
        builder.HasIndex(row => row.LineOwnerId);
        builder
            .HasOne<ImprovementRow>()
            .WithOne()
            .HasForeignKey<HeldRoutineRow>(row => row.ImprovementId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.LineOwnerId).OnDelete(DeleteBehavior.SetNull);
    }
}
