using Endre.Domain.Meetings.Minutes;
using Endre.Storage.Meetings;
using Endre.Storage.Meetings.Minutes;
using Endre.Storage.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Meetings;

internal sealed class MinutesConfiguration
    : IEntityTypeConfiguration<MinutesRow>,
        IEntityTypeConfiguration<MinutesEntryRow>
{
    public void Configure(EntityTypeBuilder<MinutesRow> builder)
    {
        builder.ToTable("minutes");
        builder.HasKey(minutes => minutes.MeetingId);
        builder.Property(minutes => minutes.MeetingId).ValueGeneratedNever();
        builder.Property(minutes => minutes.LockedByName).HasMaxLength(MinutesRow.MaxNameLength);
        builder
            .HasOne<MeetingRow>()
            .WithOne()
            .HasForeignKey<MinutesRow>(m => m.MeetingId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.LockedById).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<MinutesEntryRow> builder)
    {
        builder.ToTable("minutes_entries");
        builder.HasKey(entry => new { entry.MeetingId, entry.Number });
        builder.Property(entry => entry.Number).ValueGeneratedNever();
        builder.Property(entry => entry.Kind).HasMaxLength(StoredWord.MaxLength);
        builder.Property(entry => entry.Text).HasMaxLength(MinutesEntry.LongestText * 2);
        builder.Property(entry => entry.Ground).HasMaxLength(StoredWord.MaxLength);
        builder.Property(entry => entry.Name).HasMaxLength(MinutesRow.MaxNameLength);
        builder.HasIndex(entry => entry.Id).IsUnique();
        builder.HasOne<MeetingRow>().WithMany().HasForeignKey(e => e.MeetingId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.SetNull);
    }
}
