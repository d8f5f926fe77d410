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
        builder.HasKey(membership => new
        {
            membership.PersonId,
            membership.UnitId,
            membership.Role,
        });
        builder.Property(membership => membership.Role).HasMaxLength(40);
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(membership => membership.PersonId)
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne<Unit>()
            .WithMany()
            .HasForeignKey(membership => membership.UnitId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
