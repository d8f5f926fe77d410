using Endre.Storage.People;
using Endre.Storage.Privacy;
using Endre.Storage.Workshops;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Workshops;

internal sealed class WorkshopRowConfiguration : IEntityTypeConfiguration<WorkshopRow>
{
    public void Configure(EntityTypeBuilder<WorkshopRow> builder)
    {
        builder.ToTable("workshops");
        builder.Property(workshop => workshop.Id).ValueGeneratedNever();
        builder.Property(workshop => workshop.Code).HasMaxLength(6);
        builder.Property(workshop => workshop.Title).HasMaxLength(200);
        builder.Property(workshop => workshop.State).HasMaxLength(20);
        builder.Property(workshop => workshop.Facilitators).HasDefaultValue("").PointsToPerson();
        builder.Property(workshop => workshop.Language).HasMaxLength(2);
        // Six digits would run out if a closed workshop kept its code for ever.
        builder.HasIndex(workshop => workshop.Code).IsUnique().HasFilter($"state = '{WorkshopRow.Open}'");
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(workshop => workshop.OwnerId)
            .OnDelete(DeleteBehavior.SetNull);
    }
}
