using Endre.Storage.Access;
using Endre.Storage.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Access;

internal sealed class ApiTokenConfiguration : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.ToTable("api_tokens");
        builder.Property(token => token.Hash).HasMaxLength(32);
        builder.Property(token => token.Name).HasMaxLength(100);
        builder.HasIndex(token => token.Hash).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(token => token.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
