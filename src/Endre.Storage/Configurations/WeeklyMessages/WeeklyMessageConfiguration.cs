using Endre.Storage.Messages;
using Endre.Storage.People;
using Endre.Storage.WeeklyMessages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.WeeklyMessages;

internal sealed class WeeklyMessageConfiguration
    : IEntityTypeConfiguration<WeeklyTimeRow>,
        IEntityTypeConfiguration<WeeklyRoundRow>,
        IEntityTypeConfiguration<DecisionLinkRow>
{
    private const int HashLength = 32;

    public void Configure(EntityTypeBuilder<WeeklyTimeRow> builder)
    {
        builder.ToTable("weekly_times");
        builder.HasKey(time => time.PersonId);
        builder
            .HasOne<Person>()
            .WithOne()
            .HasForeignKey<WeeklyTimeRow>(time => time.PersonId)
            .OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<WeeklyRoundRow> builder)
    {
        builder.ToTable("weekly_rounds");
        builder.HasKey(round => new { round.PersonId, round.Week });
        builder.HasOne<Person>().WithMany().HasForeignKey(round => round.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<DecisionLinkRow> builder)
    {
        builder.ToTable("decision_links");
        builder.HasKey(link => link.Hash);
        builder.Property(link => link.Hash).HasMaxLength(HashLength);
        builder.Property(link => link.Area).HasMaxLength(DecisionLinkRow.MaxWordLength);
        builder.Property(link => link.Choice).HasMaxLength(DecisionLinkRow.MaxWordLength);
        builder.HasIndex(link => link.PersonId);
        builder.HasOne<MessageRow>().WithMany().HasForeignKey(link => link.MessageId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(link => link.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
