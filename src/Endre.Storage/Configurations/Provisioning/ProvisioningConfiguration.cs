using Endre.Storage.Organizations;
using Endre.Storage.People;
using Endre.Storage.Provisioning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Provisioning;

internal sealed class ProvisioningConfiguration
    : IEntityTypeConfiguration<ProvisioningClient>,
        IEntityTypeConfiguration<ProvisionedPerson>,
        IEntityTypeConfiguration<ProvisionedGroup>,
        IEntityTypeConfiguration<ProvisionedGroupMember>,
        IEntityTypeConfiguration<ProvisionedGrant>,
        IEntityTypeConfiguration<ImportPreview>
{
    public void Configure(EntityTypeBuilder<ProvisioningClient> builder)
    {
        builder.ToTable("provisioning_clients");
        builder.Property(client => client.Name).HasMaxLength(ProvisioningClient.MaxNameLength);
        builder.Property(client => client.Hash).HasMaxLength(32);
        builder.HasIndex(client => client.Hash).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ProvisionedPerson> builder)
    {
        builder.ToTable("provisioned_people");
        builder.HasKey(person => person.PersonId);
        builder.Property(person => person.GivenName).HasMaxLength(ProvisionedPerson.MaxLength);
        builder.Property(person => person.FamilyName).HasMaxLength(ProvisionedPerson.MaxLength);
        builder.Property(person => person.Title).HasMaxLength(ProvisionedPerson.MaxLength);
        builder.Property(person => person.EmployeeNumber).HasMaxLength(ProvisionedPerson.MaxLength);
        builder.Property(person => person.Department).HasMaxLength(ProvisionedPerson.MaxLength);
        builder.Property(person => person.Division).HasMaxLength(ProvisionedPerson.MaxLength);
        builder.Property(person => person.Organization).HasMaxLength(ProvisionedPerson.MaxLength);
        builder
            .HasOne<Person>()
            .WithOne()
            .HasForeignKey<ProvisionedPerson>(person => person.PersonId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(person => person.ManagerId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<ProvisionedGroup> builder)
    {
        builder.ToTable("provisioned_groups");
        builder.Property(group => group.DisplayName).HasMaxLength(ProvisionedGroup.MaxNameLength);
        builder.Property(group => group.NormalizedName).HasMaxLength(ProvisionedGroup.MaxNameLength);
        builder.Property(group => group.ExternalId).HasMaxLength(Person.MaxExternalIdLength);
        builder.Property(group => group.Role).HasMaxLength(40);
        builder.Property(group => group.UnitRole).HasMaxLength(40);
        builder.Property(group => group.Version).HasDefaultValue(1).IsConcurrencyToken();
        builder.HasIndex(group => group.NormalizedName).IsUnique();
        builder.HasOne<UnitRow>().WithMany().HasForeignKey(group => group.UnitId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<ProvisionedGroupMember> builder)
    {
        builder.ToTable("provisioned_group_members");
        builder.HasKey(member => new { member.GroupId, member.PersonId });
        builder.HasIndex(member => member.PersonId);
        builder
            .HasOne<ProvisionedGroup>()
            .WithMany()
            .HasForeignKey(member => member.GroupId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(member => member.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ProvisionedGrant> builder)
    {
        builder.ToTable("provisioned_grants");
        builder.Property(grant => grant.Role).HasMaxLength(40);
        builder.HasIndex(grant => grant.GroupId);
        builder
            .HasOne<ProvisionedGroup>()
            .WithMany()
            .HasForeignKey(grant => grant.GroupId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(grant => grant.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ImportPreview> builder)
    {
        builder.ToTable("import_previews");
        builder.Property(preview => preview.FileName).HasMaxLength(ImportPreview.MaxFileNameLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(preview => preview.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
