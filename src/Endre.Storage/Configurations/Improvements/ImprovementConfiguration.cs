using Endre.Domain.Improvements;
using Endre.Storage.Improvements;
using Endre.Storage.Organizations;
using Endre.Storage.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Improvements;

internal sealed class ImprovementConfiguration
    : IEntityTypeConfiguration<ImprovementRow>,
        IEntityTypeConfiguration<ImprovementEventRow>
{
    public void Configure(EntityTypeBuilder<ImprovementRow> builder)
    {
        builder.ToTable("improvements");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Trying).HasMaxLength(Improvement.LongestTrying * 2);
        builder.Property(row => row.Size).HasMaxLength(StoredWord.MaxLength);
        builder.Property(row => row.State).HasMaxLength(StoredWord.MaxLength);
        builder.Property(row => row.Stage).HasMaxLength(StoredWord.MaxLength);
        builder.Property(row => row.Version).HasDefaultValue(1).IsConcurrencyToken();
        builder.HasIndex(row => new { row.UnitId, row.State });
        builder.HasIndex(row => new { row.OwnerId, row.State });
        builder.HasOne<UnitRow>().WithMany().HasForeignKey(row => row.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.OwnerId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<ImprovementEventRow> builder)
    {
        builder.ToTable("improvement_events");
        builder.HasKey(entry => new { entry.ImprovementId, entry.Number });
        builder.Property(entry => entry.Number).ValueGeneratedNever();
        builder.Property(entry => entry.What).HasMaxLength(ImprovementEventRow.MaxWordLength);
        builder
            .HasOne<ImprovementRow>()
            .WithMany()
            .HasForeignKey(entry => entry.ImprovementId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(entry => entry.OwnerId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Person>().WithMany().HasForeignKey(entry => entry.PersonId).OnDelete(DeleteBehavior.SetNull);
    }
}
