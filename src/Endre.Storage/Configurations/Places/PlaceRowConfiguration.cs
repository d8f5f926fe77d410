using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Places;
using Endre.Storage.Organizations;
using Endre.Storage.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Places;

internal sealed class PlaceRowConfiguration : IEntityTypeConfiguration<PlaceRow>
{
    public void Configure(EntityTypeBuilder<PlaceRow> builder)
    {
        builder.ToTable("places");
        builder.Property(place => place.Id).ValueGeneratedNever();
        builder.Property(place => place.Code).HasMaxLength(PlaceCode.Length);
        builder.Property(place => place.Name).HasMaxLength(Place.LongestName * 2);
        builder.Property(place => place.Equipment).HasMaxLength(Place.LongestName * 2);
        builder.Property(place => place.Version).HasDefaultValue(1).IsConcurrencyToken();
        builder.HasIndex(place => place.Code).IsUnique();
        builder.HasIndex(place => place.UnitId);
        builder.HasOne<UnitRow>().WithMany().HasForeignKey(place => place.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
