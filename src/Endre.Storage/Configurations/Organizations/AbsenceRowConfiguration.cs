using Endre.Storage.Organizations;
using Endre.Storage.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Organizations;

internal sealed class AbsenceRowConfiguration : IEntityTypeConfiguration<AbsenceRow>
{
    public void Configure(EntityTypeBuilder<AbsenceRow> builder)
    {
        builder.ToTable("absences");
        builder.HasKey(absence => absence.PersonId);
        builder
            .HasOne<Person>()
            .WithOne()
            .HasForeignKey<AbsenceRow>(absence => absence.PersonId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
