using System.Globalization;
using Endre.Storage.Messages;
using Endre.Web.Features.Messages;
using Endre.Web.Hosting;
using Endre.Web.Look;
using Endre.Web.Texts;
using MimeKit;

namespace Endre.Web.Messages.Writing;

/// <summary>Makes mail of a message: always the same of the same message, by the same Message-ID.</summary>
internal sealed class MailComposer(
    IEnumerable<MessageKind> kinds,
    Texts<LetterTexts> texts,
    UnsubscribeTokens tokens,
    ListeningAddress address,
    CurrentLook look,
    Settings settings
)
{
    private const string Calendar = "calendar";

    public bool IsSecret(string kind) => kinds.Any(known => known.Word == kind && known.IsSecret);

    /// <param name="row">What is said.</param>
    /// <param name="to">To which address.</param>
    /// <param name="name">Whose it is.</param>
    /// <param name="files">What goes along.</param>
    /// <exception cref="ParseException">The address can be no mail address.</exception>
    public MimeMessage Compose(MessageRow row, string to, string? name, IReadOnlyList<MessageAttachmentRow> files)
    {
        var (before, formats) = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
        try
        {
            (Language.Find(row.Language) ?? look.Language).Use();
            return Write(row, Mailbox(name, to), files);
        }
        finally
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (before, formats);
        }
    }

    /// <summary>The Message-ID of a message, however often and from whichever node it is sent.</summary>
    public static string MessageId(Guid id, string from) =>
        $"{id:N}@{from[(from.LastIndexOf('@') + 1)..].ToLowerInvariant()}";

    private MimeMessage Write(MessageRow row, MailboxAddress to, IReadOnlyList<MessageAttachmentRow> files)
    {
        var from = settings.Mail.From;
        var unsubscribe = MayBeTurnedOff(row.Kind) ? TokenOf(row) : null;
        var letter = new Letter(row.Subject, LetterJson.Read(row.Parts));
        var frame = Frame(row, unsubscribe);
        var mail = new MimeMessage
        {
            MessageId = MessageId(row.Id, from),
            Date = TimeZoneInfo.ConvertTime(row.NotBefore, settings.TimeZone),
            Subject = row.Subject,
            Body = Body(LetterText.Of(letter, frame), LetterHtml.Of(letter, frame), files),
        };
        mail.From.Add(new MailboxAddress(Outgoing.OneLine(settings.Mail.FromName ?? look.Name ?? "Endre", 100), from));
        mail.To.Add(to);
        // RFC 3834, and what Exchange knows: nobody's absence is to answer this.
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        mail.Headers.Add("X-Auto-Response-Suppress", "OOF, AutoReply");
        if (unsubscribe is not null)
        {
            // RFC 8058: the mail program's own button, which posts.
            mail.Headers.Add(HeaderId.ListUnsubscribe, $"<{frame.Whole(MessageLinks.ApiUnsubscribe(unsubscribe))}>");
            mail.Headers.Add(HeaderId.ListUnsubscribePost, MessageLinks.OneClick);
        }
        // Seven bits pass every server, and a file says how it is to be read.
        mail.Prepare(EncodingConstraint.SevenBit);
        return mail;
    }

    private LetterFrame Frame(MessageRow row, string? unsubscribe)
    {
        var organization = look.Name;
        var why = row.PersonId is null
            ? organization is null
                ? texts["WhyGuest"]
                : texts["WhyGuestOf", organization]
            : organization is null
                ? texts["Why"]
                : texts["WhyOf", organization];
        var bare = new LetterFrame(row.Language, address.ForPeople, why, []);
        List<(string, string)> links = [];
        if (unsubscribe is not null)
        {
            var label = row.PersonId is null ? "TurnOffGuest" : "TurnOff";
            links.Add((texts[label], bare.Whole(MessageLinks.Unsubscribe(unsubscribe))));
        }
        if (unsubscribe is not null && row.PersonId is not null)
        {
            links.Add((texts["Choose"], bare.Whole(MessageLinks.Choices)));
        }
        return bare with { Links = links };
    }

    private string? TokenOf(MessageRow row) =>
        row switch
        {
            { PersonId: { } person } => tokens.Make(person, row.Kind),
            { AboutId: { } about, Address: { } to } => tokens.MakeForGuest(about, to),
            _ => null,
        };

    private bool MayBeTurnedOff(string kind) => kinds.Any(known => known.Word == kind && known.MayBeTurnedOff);

    private static MimeEntity Body(string text, string html, IReadOnlyList<MessageAttachmentRow> files)
    {
        var body = new MultipartAlternative
        {
            new TextPart("plain") { Text = text },
            new TextPart("html") { Text = html },
        };
        // Calendars look for an invitation among the forms of the same message, people among its files.
        foreach (var file in files.Where(IsInvitation))
        {
            body.Add(Part(file, ContentDisposition.Inline));
        }
        if (files.Count == 0)
        {
            return body;
        }
        var mixed = new Multipart("mixed") { body };
        foreach (var file in files)
        {
            mixed.Add(Part(file, ContentDisposition.Attachment));
        }
        return mixed;
    }

    private static bool IsInvitation(MessageAttachmentRow file) =>
        ContentType.TryParse(file.ContentType, out var type)
        && type.IsMimeType("text", Calendar)
        && type.Parameters.Contains("method");

    private static MimePart Part(MessageAttachmentRow file, string disposition)
    {
        var type = ContentType.TryParse(file.ContentType, out var known)
            ? known
            : new ContentType("application", "octet-stream");
        var isFile = disposition == ContentDisposition.Attachment;
        var part = new MimePart(type)
        {
            Content = new MimeContent(new MemoryStream(file.Content)),
            ContentTransferEncoding = ContentEncoding.Base64,
        };
        if (isFile)
        {
            part.ContentDisposition = new ContentDisposition(disposition);
            part.FileName = file.Name;
        }
        return part;
    }

    private static MailboxAddress Mailbox(string? name, string address) =>
        MailboxAddress.TryParse(ParserOptions.Default, address, out var box) && box.Address == address
            ? new MailboxAddress(name is null ? null : Outgoing.OneLine(name, 100), address)
            : throw new ParseException("That is no mail address.", 0, 0);
}
