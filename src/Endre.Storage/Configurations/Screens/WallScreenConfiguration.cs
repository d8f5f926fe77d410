using Endre.Storage.Organizations;
using Endre.Storage.People;
using Endre.Storage.Screens;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Screens;

internal sealed class WallScreenConfiguration : IEntityTypeConfiguration<WallScreen>
{
    public void Configure(EntityTypeBuilder<WallScreen> builder)
    {
        builder.ToTable("wall_screens");
        builder.Property(screen => screen.Id).ValueGeneratedNever();
        builder.Property(screen => screen.Name).HasMaxLength(WallScreen.MaxNameLength * 2);
        builder.Property(screen => screen.Hash).HasMaxLength(32);
        builder.HasIndex(screen => screen.Hash).IsUnique();
        builder.HasIndex(screen => screen.UnitId);
        builder.HasOne<UnitRow>().WithMany().HasForeignKey(screen => screen.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(screen => screen.MadeById).OnDelete(DeleteBehavior.SetNull);
    }
}
