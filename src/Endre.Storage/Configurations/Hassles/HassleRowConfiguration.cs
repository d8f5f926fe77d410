using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Removals;
using Endre.Storage.Hassles;
using Endre.Storage.Organizations;
using Endre.Storage.People;
using Endre.Storage.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Hassles;

internal sealed class HassleRowConfiguration : IEntityTypeConfiguration<HassleRow>
{
    public void Configure(EntityTypeBuilder<HassleRow> builder)
    {
        builder.ToTable("hassles");
        builder.Property(hassle => hassle.Id).ValueGeneratedNever();
        builder.Property(hassle => hassle.Speaker).HasMaxLength(HassleRow.MaxWordLength);
        builder.Property(hassle => hassle.State).HasMaxLength(HassleRow.MaxWordLength);
        builder.Property(hassle => hassle.Category).HasMaxLength(HassleRow.MaxWordLength);
        builder.Property(hassle => hassle.Fixer).HasMaxLength(HassleRow.MaxWordLength);
        builder.Property(hassle => hassle.Text).HasMaxLength(Hassle.LongestText * 2);
        builder.Property(hassle => hassle.Name).HasMaxLength(Hassle.LongestName * 2);
        builder.Property(hassle => hassle.ClaimHash).HasMaxLength(HassleRow.ClaimHashLength);
        builder.Property(hassle => hassle.Version).HasDefaultValue(1).IsConcurrencyToken();
        builder.Property(hassle => hassle.PromisedWho).HasMaxLength(Promise.LongestWho * 2);
        builder.Property(hassle => hassle.Done).HasMaxLength(Removal.LongestText * 2);
        builder.Property(hassle => hassle.IsOffScreen).HasDefaultValue(false);
        builder.HasIndex(hassle => hassle.ClaimHash).IsUnique();
        builder.HasIndex(hassle => new { hassle.UnitId, hassle.Week });
        builder.HasOne<HassleRow>().WithMany().HasForeignKey(hassle => hassle.MergedIntoId);
        builder
            .HasOne<UnitRow>()
            .WithMany()
            .HasForeignKey(hassle => hassle.MovedToId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PlaceRow>().WithMany().HasForeignKey(hassle => hassle.PlaceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<UnitRow>().WithMany().HasForeignKey(hassle => hassle.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(hassle => hassle.PersonId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Person>().WithMany().HasForeignKey(hassle => hassle.AnswererId).OnDelete(DeleteBehavior.SetNull);
    }
}
