using Endre.Domain.Improvements.Measures;
using Endre.Storage.Improvements;
using Endre.Storage.Improvements.Measures;
using Endre.Storage.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Endre.Storage.Configurations.Improvements;

internal sealed class MeasureConfiguration
    : IEntityTypeConfiguration<MeasureRow>,
        IEntityTypeConfiguration<MeasurementRow>,
        IEntityTypeConfiguration<MeasurementChangeRow>,
        IEntityTypeConfiguration<MeasureEventRow>
{
    // Whole ten-thousandths are exact, and compare alike, in both databases.
    private static readonly ValueConverter<decimal, long> Exact = new(
        number => (long)(number * 10_000m),
        stored => stored / 10_000m
    );

    public void Configure(EntityTypeBuilder<MeasureRow> builder)
    {
        builder.ToTable("measures");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Name).HasMaxLength(MeasureWording.LongestName * 2);
        builder.Property(row => row.Kind).HasMaxLength(StoredWord.MaxLength);
        builder.Property(row => row.Type).HasMaxLength(StoredWord.MaxLength);
        builder.Property(row => row.Rhythm).HasMaxLength(StoredWord.MaxLength);
        builder.Property(row => row.Rules).HasMaxLength(StoredWord.MaxLength);
        builder.Property(row => row.Link).HasMaxLength(MeasureRow.MaxLinkLength);
        builder.Property(row => row.Version).HasDefaultValue(1).IsConcurrencyToken();
        builder.HasIndex(row => row.ImprovementId);
        builder.HasIndex(row => row.Link).IsUnique();
        builder
            .HasOne<ImprovementRow>()
            .WithMany()
            .HasForeignKey(row => row.ImprovementId)
            .OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<MeasurementRow> builder)
    {
        builder.ToTable("measurements");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Number).HasConversion(Exact);
        builder.Property(row => row.OutOf).HasConversion(Exact);
        builder.Property(row => row.Version).HasDefaultValue(1).IsConcurrencyToken();
        builder.HasIndex(row => new { row.MeasureId, row.OnDay });
        builder.HasOne<MeasureRow>().WithMany().HasForeignKey(row => row.MeasureId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<MeasurementChangeRow> builder)
    {
        builder.ToTable("measurement_changes");
        builder.HasKey(row => new { row.MeasurementId, row.Number });
        builder.Property(row => row.Number).ValueGeneratedNever();
        builder.Property(row => row.Role).HasMaxLength(StoredWord.MaxLength);
        builder.Property(row => row.NumberBefore).HasConversion(Exact);
        builder.Property(row => row.OutOfBefore).HasConversion(Exact);
        builder.Property(row => row.NumberAfter).HasConversion(Exact);
        builder.Property(row => row.OutOfAfter).HasConversion(Exact);
        builder
            .HasOne<MeasurementRow>()
            .WithMany()
            .HasForeignKey(row => row.MeasurementId)
            .OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<MeasureEventRow> builder)
    {
        builder.ToTable("measure_events");
        builder.HasKey(entry => new { entry.MeasureId, entry.Number });
        builder.Property(entry => entry.Number).ValueGeneratedNever();
        builder.Property(entry => entry.What).HasMaxLength(MeasureEventRow.MaxWordLength);
        builder
            .HasOne<MeasureRow>()
            .WithMany()
            .HasForeignKey(entry => entry.MeasureId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(entry => entry.PersonId).OnDelete(DeleteBehavior.SetNull);
    }
}
