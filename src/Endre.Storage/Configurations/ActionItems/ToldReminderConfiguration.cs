using Endre.Storage.ActionItems;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.ActionItems;

internal sealed class ToldReminderConfiguration : IEntityTypeConfiguration<ToldReminderRow>
{
    public void Configure(EntityTypeBuilder<ToldReminderRow> builder)
    {
        builder.ToTable("told_reminders");
        // Two nodes that tell the same at the same instant: the second cannot store it, and its message goes with it.
        builder.HasKey(told => new
        {
            told.ActionItemId,
            told.Kind,
            told.AboutOn,
            told.Number,
        });
        builder.Property(told => told.Kind).HasMaxLength(ActionItemRow.MaxWordLength);
        builder.Property(told => told.Number).ValueGeneratedNever();
        builder
            .HasOne<ActionItemRow>()
            .WithMany()
            .HasForeignKey(told => told.ActionItemId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
