using Endre.Storage.Hassles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Hassles;

internal sealed class ContentReportConfiguration : IEntityTypeConfiguration<ContentReportRow>
{
    public void Configure(EntityTypeBuilder<ContentReportRow> builder)
    {
        builder.ToTable("hassle_reports");
        builder.HasKey(report => new { report.HassleId, report.Kind });
        builder.Property(report => report.Kind).HasMaxLength(HassleRow.MaxWordLength);
        builder
            .HasOne<HassleRow>()
            .WithMany()
            .HasForeignKey(report => report.HassleId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
