using Endre.Storage.Improvements;
using Endre.Storage.Improvements.Voices;
using Endre.Storage.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Improvements;

internal sealed class ConsultationConfiguration
    : IEntityTypeConfiguration<ConsultationRow>,
        IEntityTypeConfiguration<VoiceRow>
{
    public void Configure(EntityTypeBuilder<ConsultationRow> builder)
    {
        builder.ToTable("improvement_consultations");
        builder.HasKey(row => row.ImprovementId);
        builder.Property(row => row.ImprovementId).ValueGeneratedNever();
        builder.Property(row => row.Effect).HasMaxLength(StoredWord.MaxLength);
        builder.Property(row => row.Version).HasDefaultValue(1).IsConcurrencyToken();
        builder
            .HasOne<ImprovementRow>()
            .WithOne()
            .HasForeignKey<ConsultationRow>(row => row.ImprovementId)
            .OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<VoiceRow> builder)
    {
        builder.ToTable("improvement_voices");
        builder.Property(voice => voice.Id).ValueGeneratedNever();
        builder.Property(voice => voice.Role).HasMaxLength(StoredWord.MaxLength);
        builder.HasIndex(voice => new { voice.ImprovementId, voice.Number }).IsUnique();
        builder.HasIndex(voice => voice.PersonId);
        builder
            .HasOne<ImprovementRow>()
            .WithMany()
            .HasForeignKey(voice => voice.ImprovementId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(voice => voice.PersonId).OnDelete(DeleteBehavior.SetNull);
    }
}
