using Endre.Storage.People;
using Endre.Storage.Workshops;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Workshops;

internal sealed class TemplateRowConfiguration : IEntityTypeConfiguration<TemplateRow>
{
    public void Configure(EntityTypeBuilder<TemplateRow> builder)
    {
        builder.ToTable("templates");
        builder.Property(template => template.Key).HasMaxLength(60);
        builder.HasIndex(template => template.Key).IsUnique();
        builder.Property(template => template.Version).HasDefaultValue(1).IsConcurrencyToken();
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(template => template.OwnerId)
            .OnDelete(DeleteBehavior.SetNull);
    }
}
