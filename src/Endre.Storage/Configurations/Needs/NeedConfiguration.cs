using Endre.Domain.Needs;
using Endre.Storage.Needs;
using Endre.Storage.Organizations;
using Endre.Storage.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Needs;

internal sealed class NeedConfiguration : IEntityTypeConfiguration<NeedRow>, IEntityTypeConfiguration<NeedEventRow>
{
    public void Configure(EntityTypeBuilder<NeedRow> builder)
    {
        builder.ToTable("needs");
        builder.Property(need => need.Id).ValueGeneratedNever();
        builder.Property(need => need.Who).HasMaxLength(Statement.LongestWho * 2);
        builder.Property(need => need.What).HasMaxLength(Statement.LongestPart * 2);
        builder.Property(need => need.Why).HasMaxLength(Statement.LongestPart * 2);
        builder.Property(need => need.OpenDiamond).HasMaxLength(NeedRow.MaxWordLength);
        builder.Property(need => need.Version).HasDefaultValue(1).IsConcurrencyToken();
        builder.HasIndex(need => need.UnitId);
        builder.HasOne<UnitRow>().WithMany().HasForeignKey(need => need.UnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<NeedEventRow> builder)
    {
        builder.ToTable("need_events");
        builder.HasKey(entry => new { entry.NeedId, entry.Number });
        builder.Property(entry => entry.Number).ValueGeneratedNever();
        builder.Property(entry => entry.What).HasMaxLength(NeedEventRow.MaxWordLength);
        builder.Property(entry => entry.Diamond).HasMaxLength(NeedRow.MaxWordLength);
        builder.HasOne<NeedRow>().WithMany().HasForeignKey(entry => entry.NeedId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(entry => entry.PersonId).OnDelete(DeleteBehavior.SetNull);
    }
}
