using Endre.Domain.Hassles;
using Endre.Domain.Hassles.MeToos;
using Endre.Storage.Hassles;
using Endre.Storage.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Hassles;

internal sealed class HassleThreadConfiguration
    : IEntityTypeConfiguration<HassleMessageRow>,
        IEntityTypeConfiguration<HassleEventRow>,
        IEntityTypeConfiguration<HasslePhotoRow>,
        IEntityTypeConfiguration<HassleMeTooRow>
{
    public void Configure(EntityTypeBuilder<HassleMessageRow> builder)
    {
        builder.ToTable("hassle_messages");
        builder.HasKey(message => new { message.HassleId, message.Number });
        builder.Property(message => message.Number).ValueGeneratedNever();
        builder.Property(message => message.Text).HasMaxLength(HassleMessage.LongestText * 2);
        builder.Property(message => message.Answer).HasMaxLength(HassleRow.MaxWordLength);
        builder
            .HasOne<HassleRow>()
            .WithMany()
            .HasForeignKey(message => message.HassleId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(message => message.PersonId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<HassleEventRow> builder)
    {
        builder.ToTable("hassle_events");
        builder.HasKey(entry => new { entry.HassleId, entry.Number });
        builder.Property(entry => entry.Number).ValueGeneratedNever();
        builder.Property(entry => entry.What).HasMaxLength(HassleRow.MaxWordLength);
        builder.Property(entry => entry.State).HasMaxLength(HassleRow.MaxWordLength);
        builder.HasOne<HassleRow>().WithMany().HasForeignKey(entry => entry.HassleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(entry => entry.PersonId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<HasslePhotoRow> builder)
    {
        builder.ToTable("hassle_photos");
        builder.HasKey(photo => photo.HassleId);
        builder.Property(photo => photo.HassleId).ValueGeneratedNever();
        builder
            .HasOne<HassleRow>()
            .WithOne()
            .HasForeignKey<HasslePhotoRow>(photo => photo.HassleId)
            .OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<HassleMeTooRow> builder)
    {
        builder.ToTable("hassle_me_toos");
        builder.Property(mark => mark.Id).ValueGeneratedNever();
        builder.Property(mark => mark.DeviceHash).HasMaxLength(DeviceSecret.Length);
        // Once per account, and once per device: the database holds it, whoever comes at the same instant.
        builder.HasIndex(mark => new { mark.HassleId, mark.PersonId }).IsUnique();
        builder.HasIndex(mark => new { mark.HassleId, mark.DeviceHash }).IsUnique();
        builder.HasOne<HassleRow>().WithMany().HasForeignKey(mark => mark.HassleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(mark => mark.PersonId).OnDelete(DeleteBehavior.SetNull);
    }
}
