namespace Endre.Web.Messages;

/// <summary>How the line to the mail server is protected.</summary>
internal enum MailSecurity
{
    /// <summary>It begins in the clear and must then be encrypted, or nothing is sent.</summary>
    StartTls,

    /// <summary>It is encrypted from the first byte.</summary>
    Tls,

    /// <summary>Not at all: only to this machine itself.</summary>
    None,
}

/// <summary>How mail is sent.</summary>
internal sealed record MailSettings
{
    /// <summary>The mail server; null for none, and mail becomes files in a folder.</summary>
    public string? Host { get; init; }

    public int Port { get; init; } = 587;

    public MailSecurity Security { get; init; }

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>A file with an access token (XOAUTH2), kept fresh by somebody else and read for each connection.</summary>
    public string? OauthTokenFile { get; init; }

    /// <summary>The address that mail comes from.</summary>
    public string From { get; init; } = "endre@localhost";

    /// <summary>The name that stands there; null for the organization's.</summary>
    public string? FromName { get; init; }

    /// <summary>Who may vouch for the mail server instead of those the machine trusts: the organization itself.</summary>
    public string? CaFile { get; init; }

    public bool IsServer => Host is not null;
}
