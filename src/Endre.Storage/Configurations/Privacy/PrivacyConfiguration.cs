using Endre.Storage.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Privacy;

internal sealed class PrivacyConfiguration
    : IEntityTypeConfiguration<PrivacySetting>,
        IEntityTypeConfiguration<RetentionRun>
{
    public void Configure(EntityTypeBuilder<PrivacySetting> builder)
    {
        builder.ToTable("privacy_settings");
        builder.HasKey(setting => setting.Name);
        builder.Property(setting => setting.Name).HasMaxLength(60);
    }

    public void Configure(EntityTypeBuilder<RetentionRun> builder)
    {
        builder.ToTable("retention_runs");
        builder.HasKey(run => run.Kind);
        builder.Property(run => run.Kind).HasMaxLength(60);
    }
}
