using Endre.Domain.Hassles.Pulses;
using Endre.Storage.Organizations;
using Endre.Storage.People;
using Endre.Storage.Pulses;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Pulses;

internal sealed class PulseConfiguration : IEntityTypeConfiguration<PulseRow>, IEntityTypeConfiguration<PulseRoundRow>
{
    public void Configure(EntityTypeBuilder<PulseRow> builder)
    {
        builder.ToTable("pulses");
        builder.HasKey(pulse => pulse.UnitId);
        builder.Property(pulse => pulse.UnitId).ValueGeneratedNever();
        builder.Property(pulse => pulse.Rhythm).HasMaxLength(PulseRow.MaxWordLength);
        builder.Property(pulse => pulse.Question).HasMaxLength(PulseRow.MaxWordLength);
        builder.HasOne<UnitRow>().WithMany().HasForeignKey(pulse => pulse.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(pulse => pulse.ChosenById).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<PulseRoundRow> builder)
    {
        builder.ToTable("pulse_rounds");
        builder.Property(round => round.Id).ValueGeneratedNever();
        builder.Property(round => round.Question).HasMaxLength(PulseRow.MaxWordLength);
        builder.Property(round => round.Word).HasMaxLength(PulseRound.LongestWord * 2);
        // Two nodes that open the same round at once open one.
        builder.HasIndex(round => new { round.UnitId, round.OpenedOn }).IsUnique();
        builder.HasOne<UnitRow>().WithMany().HasForeignKey(round => round.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(round => round.WordById).OnDelete(DeleteBehavior.SetNull);
    }
}
