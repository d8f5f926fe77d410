using Endre.Domain.Meetings;
using Endre.Storage.Lineage;
using Endre.Storage.Meetings;
using Endre.Storage.Meetings.Series;
using Endre.Storage.Organizations;
using Endre.Storage.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Meetings;

internal sealed class MeetingConfiguration
    : IEntityTypeConfiguration<MeetingRow>,
        IEntityTypeConfiguration<MeetingEventRow>
{
    public void Configure(EntityTypeBuilder<MeetingRow> builder)
    {
        builder.ToTable("meetings");
        builder.Property(meeting => meeting.Id).ValueGeneratedNever();
        builder.Property(meeting => meeting.Title).HasMaxLength(Meeting.LongestTitle * 2);
        builder.Property(meeting => meeting.Place).HasMaxLength(Meeting.LongestPlace * 2);
        builder.Property(meeting => meeting.VideoLink).HasMaxLength(Meeting.LongestVideoLink * 2);
        builder.Property(meeting => meeting.CanceledBecause).HasMaxLength(Meeting.LongestReason * 2);
        builder.Property(meeting => meeting.State).HasMaxLength(StoredWord.MaxLength);
        builder.Property(meeting => meeting.Version).HasDefaultValue(1).IsConcurrencyToken();
        builder.HasIndex(meeting => new { meeting.UnitId, meeting.StartsAt });
        builder.HasIndex(meeting => new { meeting.SeriesId, meeting.SlotAt }).IsUnique();
        builder.HasOne<UnitRow>().WithMany().HasForeignKey(row => row.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<MeetingSeriesRow>().WithMany().HasForeignKey(m => m.SeriesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.ChairId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<MeetingEventRow> builder)
    {
        builder.ToTable("meeting_events");
        builder.HasKey(entry => new { entry.MeetingId, entry.Number });
        builder.Property(entry => entry.Number).ValueGeneratedNever();
        builder.Property(entry => entry.What).HasMaxLength(MeetingEventRow.MaxWordLength);
        builder.HasOne<MeetingRow>().WithMany().HasForeignKey(e => e.MeetingId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class MeetingPartsConfiguration
    : IEntityTypeConfiguration<MatterRow>,
        IEntityTypeConfiguration<MeetingDecisionRow>,
        IEntityTypeConfiguration<AttendanceRow>
{
    public void Configure(EntityTypeBuilder<MatterRow> builder)
    {
        builder.ToTable("matters");
        builder.Property(matter => matter.Id).ValueGeneratedNever();
        builder.Property(matter => matter.Kind).HasMaxLength(StoredWord.MaxLength);
        builder.Property(matter => matter.Title).HasMaxLength(Matter.LongestTitle * 2);
        builder.Property(matter => matter.SubjectKind).HasMaxLength(LineageLinkRow.MaxWordLength);
        builder.Property(matter => matter.Text).HasMaxLength(Matter.LongestText * 2);
        builder.Property(matter => matter.AccessGround).HasMaxLength(StoredWord.MaxLength);
        builder.HasIndex(matter => matter.MeetingId);
        builder.HasIndex(matter => matter.SubjectId);
        builder.HasOne<MeetingRow>().WithMany().HasForeignKey(m => m.MeetingId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.AskedById).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<MeetingDecisionRow> builder)
    {
        builder.ToTable("meeting_decisions");
        builder.Property(decision => decision.Id).ValueGeneratedNever();
        builder.Property(decision => decision.Text).HasMaxLength(MeetingDecision.LongestText * 2);
        builder.HasIndex(decision => decision.MeetingId);
        builder.HasOne<MeetingRow>().WithMany().HasForeignKey(d => d.MeetingId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<AttendanceRow> builder)
    {
        builder.ToTable("attendances");
        builder.Property(place => place.Id).ValueGeneratedNever();
        builder.Property(place => place.Name).HasMaxLength(Attendance.LongestName * 2);
        builder.Property(place => place.Email).HasMaxLength(Attendance.LongestEmail);
        builder.Property(place => place.Role).HasMaxLength(StoredWord.MaxLength);
        builder.Property(place => place.Presence).HasMaxLength(StoredWord.MaxLength);
        builder.HasIndex(place => new { place.MeetingId, place.PersonId });
        builder.HasIndex(place => place.PersonId);
        builder.HasOne<MeetingRow>().WithMany().HasForeignKey(p => p.MeetingId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.SetNull);
    }
}
