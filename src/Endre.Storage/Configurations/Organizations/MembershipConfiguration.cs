using Endre.Storage.Organizations;
using Endre.Storage.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Organizations;

internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("memberships");
        builder.Property(membership => membership.Role).HasMaxLength(40);
        builder.Property(membership => membership.Title).HasMaxLength(Membership.MaxTitleLength);
        builder.HasIndex(membership => new { membership.UnitId, membership.Role });
        builder.HasIndex(membership => membership.PersonId);
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(membership => membership.PersonId)
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne<UnitRow>()
            .WithMany()
            .HasForeignKey(membership => membership.UnitId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
