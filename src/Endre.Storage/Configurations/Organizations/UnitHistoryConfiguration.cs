using Endre.Storage.Organizations;
using Endre.Storage.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Organizations;

internal sealed class UnitHistoryConfiguration
    : IEntityTypeConfiguration<UnitSuccessor>,
        IEntityTypeConfiguration<UnitChange>
{
    public void Configure(EntityTypeBuilder<UnitSuccessor> builder)
    {
        builder.ToTable("unit_successors");
        builder.HasKey(successor => new { successor.UnitId, successor.SuccessorId });
        builder
            .HasOne<UnitRow>()
            .WithMany()
            .HasForeignKey(successor => successor.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<UnitRow>()
            .WithMany()
            .HasForeignKey(successor => successor.SuccessorId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<UnitChange> builder)
    {
        builder.ToTable("unit_changes");
        builder.Property(change => change.What).HasMaxLength(40);
        builder.HasIndex(change => new { change.UnitId, change.At });
        builder.HasOne<UnitRow>().WithMany().HasForeignKey(change => change.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(change => change.PersonId).OnDelete(DeleteBehavior.SetNull);
    }
}
