using Endre.Domain.Meetings.Routines;
using Endre.Storage.Meetings;
using Endre.Storage.Meetings.Routines;
using Endre.Storage.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Meetings;

internal sealed class RoutineConfiguration
    : IEntityTypeConfiguration<RoutineRow>,
        IEntityTypeConfiguration<RoutineEventRow>
{
    public void Configure(EntityTypeBuilder<RoutineRow> builder)
    {
        builder.ToTable("routines");
        builder.Property(routine => routine.Id).ValueGeneratedNever();
        builder.Property(routine => routine.Text).HasMaxLength(Routine.LongestText * 2);
        builder.Property(routine => routine.Version).HasDefaultValue(1).IsConcurrencyToken();
        builder.HasIndex(routine => routine.UnitId);
        builder.HasOne<UnitRow>().WithMany().HasForeignKey(row => row.UnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RoutineEventRow> builder)
    {
        builder.ToTable("routine_events");
        builder.HasKey(entry => new { entry.RoutineId, entry.Number });
        builder.Property(entry => entry.Number).ValueGeneratedNever();
        builder.Property(entry => entry.What).HasMaxLength(StoredWord.MaxLength);
        builder.Property(entry => entry.Text).HasMaxLength(Routine.LongestText * 2);
        builder.HasIndex(entry => entry.MeetingId);
        builder.HasOne<RoutineRow>().WithMany().HasForeignKey(e => e.RoutineId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<MeetingRow>().WithMany().HasForeignKey(e => e.MeetingId).OnDelete(DeleteBehavior.Cascade);
    }
}
