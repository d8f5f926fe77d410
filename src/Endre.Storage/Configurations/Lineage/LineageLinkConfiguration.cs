using Endre.Storage.Lineage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Lineage;

internal sealed class LineageLinkConfiguration : IEntityTypeConfiguration<LineageLinkRow>
{
    public void Configure(EntityTypeBuilder<LineageLinkRow> builder)
    {
        builder.ToTable("lineage_links");
        builder.HasKey(link => new
        {
            link.FromKind,
            link.FromId,
            link.ToKind,
            link.ToId,
        });
        builder.Property(link => link.FromKind).HasMaxLength(LineageLinkRow.MaxWordLength);
        builder.Property(link => link.ToKind).HasMaxLength(LineageLinkRow.MaxWordLength);
        builder.HasIndex(link => new { link.ToKind, link.ToId });
        builder.HasIndex(link => link.FromWithin);
    }
}
