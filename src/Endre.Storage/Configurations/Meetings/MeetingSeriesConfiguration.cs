using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Series;
using Endre.Storage.Meetings;
using Endre.Storage.Meetings.Series;
using Endre.Storage.Organizations;
using Endre.Storage.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Meetings;

internal sealed class MeetingSeriesConfiguration
    : IEntityTypeConfiguration<MeetingSeriesRow>,
        IEntityTypeConfiguration<SeriesGuestRow>,
        IEntityTypeConfiguration<SeriesEventRow>,
        IEntityTypeConfiguration<CalendarLink>
{
    public void Configure(EntityTypeBuilder<MeetingSeriesRow> builder)
    {
        builder.ToTable("meeting_series");
        builder.Property(series => series.Id).ValueGeneratedNever();
        builder.Property(series => series.Title).HasMaxLength(Meeting.LongestTitle * 2);
        builder.Property(series => series.Rule).HasMaxLength(MeetingRule.LongestRule);
        builder.Property(series => series.Place).HasMaxLength(Meeting.LongestPlace * 2);
        builder.Property(series => series.VideoLink).HasMaxLength(Meeting.LongestVideoLink * 2);
        builder.Property(series => series.Version).HasDefaultValue(1).IsConcurrencyToken();
        builder.HasIndex(series => series.UnitId);
        builder.HasOne<UnitRow>().WithMany().HasForeignKey(row => row.UnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SeriesGuestRow> builder)
    {
        builder.ToTable("series_guests");
        builder.Property(guest => guest.Id).ValueGeneratedNever();
        builder.Property(guest => guest.Name).HasMaxLength(Attendance.LongestName * 2);
        builder.Property(guest => guest.Email).HasMaxLength(Attendance.LongestEmail);
        builder.HasIndex(guest => guest.SeriesId);
        builder.HasOne<MeetingSeriesRow>().WithMany().HasForeignKey(g => g.SeriesId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(g => g.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SeriesEventRow> builder)
    {
        builder.ToTable("meeting_series_events");
        builder.HasKey(entry => new { entry.SeriesId, entry.Number });
        builder.Property(entry => entry.Number).ValueGeneratedNever();
        builder.Property(entry => entry.What).HasMaxLength(MeetingEventRow.MaxWordLength);
        builder.HasOne<MeetingSeriesRow>().WithMany().HasForeignKey(e => e.SeriesId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<CalendarLink> builder)
    {
        builder.ToTable("calendar_links");
        builder.HasKey(link => link.PersonId);
        builder.Property(link => link.PersonId).ValueGeneratedNever();
        builder.Property(link => link.Hash).HasMaxLength(32);
        builder.HasIndex(link => link.Hash).IsUnique();
        builder
            .HasOne<Person>()
            .WithOne()
            .HasForeignKey<CalendarLink>(l => l.PersonId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
