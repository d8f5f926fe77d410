using Endre.Storage.Messages;
using Endre.Storage.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Endre.Storage.Configurations.Messages;

internal sealed class MessageConfiguration
    : IEntityTypeConfiguration<MessageRow>,
        IEntityTypeConfiguration<MessageAttachmentRow>,
        IEntityTypeConfiguration<MessageChoiceRow>,
        IEntityTypeConfiguration<DeclinedMailRow>,
        IEntityTypeConfiguration<QuietHoursRow>
{
    public void Configure(EntityTypeBuilder<MessageRow> builder)
    {
        builder.ToTable("messages");
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.Property(message => message.Address).HasMaxLength(MessageRow.MaxAddressLength);
        builder.Property(message => message.AddressName).HasMaxLength(Person.MaxDisplayNameLength);
        builder.Property(message => message.Kind).HasMaxLength(MessageRow.MaxWordLength);
        builder.Property(message => message.Key).HasMaxLength(MessageRow.MaxKeyLength);
        builder.Property(message => message.Language).HasMaxLength(2);
        builder.Property(message => message.Subject).HasMaxLength(MessageRow.MaxSubjectLength);
        builder.Property(message => message.Parts).HasMaxLength(MessageRow.MaxPartsLength);
        builder.Property(message => message.Path).HasMaxLength(MessageRow.MaxKeyLength);
        builder.Property(message => message.Mail).HasMaxLength(MessageRow.MaxWordLength);
        builder.Property(message => message.LastError).HasMaxLength(MessageRow.MaxWordLength);
        // The same message is stored once, whichever node comes first.
        builder.HasIndex(message => message.Key).IsUnique();
        builder.HasIndex(message => new { message.PersonId, message.ReadAt });
        builder.HasIndex(message => new { message.Mail, message.NextTryAt });
        builder.HasIndex(message => message.LeaseId);
        builder.HasIndex(message => message.AboutId);
        builder.HasIndex(message => message.CreatedAt);
        // Whoever is erased takes the messages along.
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(message => message.PersonId)
            .OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<MessageAttachmentRow> builder)
    {
        builder.ToTable("message_attachments");
        builder.HasKey(file => new { file.MessageId, file.Number });
        builder.Property(file => file.Number).ValueGeneratedNever();
        builder.Property(file => file.Name).HasMaxLength(MessageAttachmentRow.MaxNameLength);
        builder.Property(file => file.ContentType).HasMaxLength(MessageAttachmentRow.MaxContentTypeLength);
        builder.HasOne<MessageRow>().WithMany().HasForeignKey(file => file.MessageId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<MessageChoiceRow> builder)
    {
        builder.ToTable("message_choices");
        builder.HasKey(choice => new { choice.PersonId, choice.Kind });
        builder.Property(choice => choice.Kind).HasMaxLength(MessageRow.MaxWordLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(choice => choice.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<DeclinedMailRow> builder)
    {
        builder.ToTable("declined_mails");
        builder.HasKey(row => new { row.AboutId, row.AddressHash });
        builder.Property(row => row.AddressHash).HasMaxLength(32);
    }

    public void Configure(EntityTypeBuilder<QuietHoursRow> builder)
    {
        builder.ToTable("quiet_hours");
        builder.HasKey(hours => hours.PersonId);
        builder
            .HasOne<Person>()
            .WithOne()
            .HasForeignKey<QuietHoursRow>(hours => hours.PersonId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
