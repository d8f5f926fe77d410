using Endre.Domain.ActionItems;
using Endre.Storage.ActionItems;
using Endre.Storage.Organizations;
using Endre.Storage.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.ActionItems;

internal sealed class ActionItemConfiguration
    : IEntityTypeConfiguration<ActionItemRow>,
        IEntityTypeConfiguration<ActionItemEventRow>
{
    public void Configure(EntityTypeBuilder<ActionItemRow> builder)
    {
        builder.ToTable("action_items");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.What).HasMaxLength(ActionItem.LongestWhat * 2);
        builder.Property(item => item.FirstStep).HasMaxLength(ActionItem.LongestStep * 2);
        builder.Property(item => item.State).HasMaxLength(ActionItemRow.MaxWordLength);
        builder.Property(item => item.Ending).HasMaxLength(ActionItemEnding.LongestText * 2);
        builder.Property(item => item.Effect).HasMaxLength(ActionItemRow.MaxWordLength);
        builder.Property(item => item.Seen).HasMaxLength(EffectCheck.LongestSeen * 2);
        builder.Property(item => item.Version).HasDefaultValue(1).IsConcurrencyToken();
        builder.HasIndex(item => new { item.UnitId, item.State });
        builder.HasIndex(item => new { item.OwnerId, item.State });
        builder.HasOne<UnitRow>().WithMany().HasForeignKey(item => item.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(item => item.OwnerId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<ActionItemEventRow> builder)
    {
        builder.ToTable("action_item_events");
        builder.HasKey(entry => new { entry.ActionItemId, entry.Number });
        builder.Property(entry => entry.Number).ValueGeneratedNever();
        builder.Property(entry => entry.What).HasMaxLength(ActionItemEventRow.MaxWordLength);
        builder.Property(entry => entry.Text).HasMaxLength(ActionItemEnding.LongestText * 2);
        builder.Property(entry => entry.Effect).HasMaxLength(ActionItemRow.MaxWordLength);
        builder
            .HasOne<ActionItemRow>()
            .WithMany()
            .HasForeignKey(entry => entry.ActionItemId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(entry => entry.OwnerId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Person>().WithMany().HasForeignKey(entry => entry.PersonId).OnDelete(DeleteBehavior.SetNull);
    }
}
