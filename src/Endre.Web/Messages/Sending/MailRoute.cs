using MimeKit;

namespace Endre.Web.Messages.Sending;

/// <summary>How mail leaves: by a mail server, or into a folder.</summary>
internal interface IMailRoute
{
    /// <summary>The state of mail that has left this way.</summary>
    string Done { get; }

    /// <summary>Opens a line for a few messages.</summary>
    Task<IMailLine> OpenAsync(CancellationToken ct);
}

/// <summary>An open line.</summary>
internal interface IMailLine : IAsyncDisposable
{
    /// <summary>Returns when the other side has taken the message, and throws when it has not.</summary>
    Task SendAsync(MimeMessage mail, CancellationToken ct);
}
