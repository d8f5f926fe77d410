using Endre.Storage.Organizations;
using Endre.Storage.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Organizations;

internal sealed class ChangeTeamConfiguration
    : IEntityTypeConfiguration<ChangeTeam>,
        IEntityTypeConfiguration<ChangeTeamMember>
{
    public void Configure(EntityTypeBuilder<ChangeTeam> builder)
    {
        builder.ToTable("change_teams");
        builder.Property(team => team.Name).HasMaxLength(ChangeTeam.MaxNameLength);
        builder.Property(team => team.Mandate).HasMaxLength(ChangeTeam.MaxMandateLength);
        builder.Property(team => team.Version).HasDefaultValue(1).IsConcurrencyToken();
        builder.HasOne<UnitRow>().WithMany().HasForeignKey(team => team.UnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ChangeTeamMember> builder)
    {
        builder.ToTable("change_team_members");
        builder.HasKey(member => new { member.TeamId, member.PersonId });
        builder.HasOne<ChangeTeam>().WithMany().HasForeignKey(member => member.TeamId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(member => member.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
