using Endre.Domain.Organizations;
using Endre.Storage.Organizations;
using Endre.Storage.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Organizations;

internal sealed class LookRowConfiguration : IEntityTypeConfiguration<LookRow>
{
    public void Configure(EntityTypeBuilder<LookRow> builder)
    {
        builder.ToTable("organization_looks");
        builder.Property(look => look.Id).ValueGeneratedNever();
        // Whoever stores a change on top of what somebody else has changed meanwhile does it again on top of theirs.
        builder.Property(look => look.Version).IsConcurrencyToken();
        builder.Property(look => look.Name).HasMaxLength(OrganizationLook.LongestName);
        builder.Property(look => look.Language).HasMaxLength(2);
        builder.Property(look => look.MainColor).HasMaxLength(7);
        builder.Property(look => look.SupportColor).HasMaxLength(7);
        builder.Property(look => look.SecondSupportColor).HasMaxLength(7);
        builder.Property(look => look.SheetMaker).HasMaxLength(100);
        builder.HasOne<Logo>().WithMany().HasForeignKey(look => look.LogoId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LogoConfiguration : IEntityTypeConfiguration<Logo>
{
    public void Configure(EntityTypeBuilder<Logo> builder)
    {
        builder.ToTable("logos");
        builder.Property(logo => logo.Id).HasMaxLength(32);
        builder.Property(logo => logo.MediaType).HasMaxLength(40);
    }
}

internal sealed class LookChangeConfiguration : IEntityTypeConfiguration<LookChange>
{
    public void Configure(EntityTypeBuilder<LookChange> builder)
    {
        builder.ToTable("look_changes");
        builder.HasIndex(change => change.At);
        builder.HasOne<Person>().WithMany().HasForeignKey(change => change.PersonId).OnDelete(DeleteBehavior.SetNull);
    }
}
