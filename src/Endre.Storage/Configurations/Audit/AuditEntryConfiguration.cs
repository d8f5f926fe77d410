using Endre.Storage.Audit;
using Endre.Storage.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Audit;

// No foreign keys: an entry outlives what it tells of, and a person's erasure leaves an id that leads nowhere.
internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entries");
        builder.Property(entry => entry.ActorId).PointsToPerson();
        builder.Property(entry => entry.SubjectId).PointsToPerson();
        builder.Property(entry => entry.Program).HasMaxLength(40);
        builder.Property(entry => entry.Act).HasMaxLength(100);
        builder.Property(entry => entry.Subject).HasMaxLength(40);
        builder.Property(entry => entry.Details).HasMaxLength(AuditEntry.MaxDetailsLength);
        builder.HasIndex(entry => entry.At);
    }
}
