using Endre.Domain.Hassles.Channels;
using Endre.Storage.Hassles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Hassles;

internal sealed class ReportingChannelConfiguration : IEntityTypeConfiguration<ReportingChannelRow>
{
    public void Configure(EntityTypeBuilder<ReportingChannelRow> builder)
    {
        builder.ToTable("reporting_channels");
        builder.HasKey(channel => channel.Kind);
        builder.Property(channel => channel.Kind).HasMaxLength(HassleRow.MaxWordLength);
        builder.Property(channel => channel.Address).HasMaxLength(ReportingChannel.LongestAddress * 2);
    }
}
