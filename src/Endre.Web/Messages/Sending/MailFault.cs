using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Endre.Web.Messages.Sending;

/// <summary>Why mail did not get through.</summary>
/// <param name="Word">The class, for the page and the log. What a server says is not kept: it often holds an address.</param>
/// <param name="IsFinal">Whether trying again would get the same answer.</param>
/// <param name="BreaksLine">Whether the line cannot be used any more.</param>
internal sealed record MailFault(string Word, bool IsFinal = false, bool BreaksLine = false)
{
    public static readonly MailFault NoReader = new("no-reader", IsFinal: true);

    /// <summary>All words there are, for the texts.</summary>
    public static readonly IReadOnlyList<string> Words =
    [
        "no-reader",
        "address-invalid",
        "recipient-refused",
        "message-refused",
        "sender-refused",
        "server-refused",
        "server-busy",
        "sign-in-refused",
        "certificate",
        "no-encryption",
        "token-file",
        "folder",
        "network",
        "unknown",
    ];

    /// <param name="fault">What was thrown.</param>
    /// <param name="isFolder">Whether mail goes into a folder.</param>
    public static MailFault Of(Exception fault, bool isFolder) =>
        fault switch
        {
            SmtpCommandException command => Of(command),
            ParseException => new MailFault("address-invalid", IsFinal: true),
            AuthenticationException or SaslException => new MailFault("sign-in-refused", BreaksLine: true),
            SslHandshakeException => new MailFault("certificate", BreaksLine: true),
            NotSupportedException when fault.Message.Contains("SMTPUTF8", StringComparison.Ordinal) => new MailFault(
                "address-invalid",
                IsFinal: true
            ),
            NotSupportedException => new MailFault("no-encryption", BreaksLine: true),
            IOException or UnauthorizedAccessException when isFolder => new MailFault("folder", BreaksLine: true),
            FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException => new MailFault(
                "token-file",
                BreaksLine: true
            ),
            IOException
            or SocketException
            or TimeoutException
            or ProtocolException
            or OperationCanceledException
            or ServiceNotConnectedException
            or ServiceNotAuthenticatedException => new MailFault("network", BreaksLine: true),
            _ => new MailFault("unknown", BreaksLine: true),
        };

    // A 5xx about the message is an answer. One about who we are is a fault of the installation, which somebody mends.
    private static MailFault Of(SmtpCommandException command) =>
        (int)command.StatusCode switch
        {
            530 or 534 or 535 or 538 => new MailFault("sign-in-refused", BreaksLine: true),
            421 => new MailFault("server-busy", BreaksLine: true),
            < 500 => new MailFault("server-busy"),
            _ => command.ErrorCode switch
            {
                SmtpErrorCode.RecipientNotAccepted => new MailFault("recipient-refused", IsFinal: true),
                SmtpErrorCode.SenderNotAccepted => new MailFault("sender-refused"),
                SmtpErrorCode.MessageNotAccepted => new MailFault("message-refused", IsFinal: true),
                _ => new MailFault("server-refused", IsFinal: true),
            },
        };
}
