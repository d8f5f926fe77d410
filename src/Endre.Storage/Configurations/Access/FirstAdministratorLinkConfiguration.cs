using Endre.Storage.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Access;

internal sealed class FirstAdministratorLinkConfiguration : IEntityTypeConfiguration<FirstAdministratorLink>
{
    public void Configure(EntityTypeBuilder<FirstAdministratorLink> builder)
    {
        builder.ToTable("first_administrator_links");
        builder.HasKey(link => link.Hash);
        builder.Property(link => link.Hash).HasMaxLength(32);
        builder.Property(link => link.UsedAt).IsConcurrencyToken();
    }
}
