namespace Endre.Web.Hosting;

/// <summary>A setting that Endre knows.</summary>
/// <param name="Name">As on the command line, without the hyphens in front.</param>
/// <param name="Value">What the value looks like; empty for a flag.</param>
/// <param name="About">What it is for, in a line.</param>
internal sealed record KnownSetting(string Name, string Value, string About)
{
    /// <summary>A secret is never shown, and may lie in a file of its own: <c>ENDRE_DATABASE_FILE</c>.</summary>
    public bool IsSecret { get; init; }

    /// <summary>What stands between the values when there may be several; in the file they may be a list.</summary>
    public char? Separator { get; init; }

    public bool IsFlag => Value.Length == 0;

    public string InEnvironment => SettingsSource.EnvironmentPrefix + Name.Replace('-', '_').ToUpperInvariant();

    public string InFile
    {
        get
        {
            var words = Name.Split('-');
            return words[0] + string.Concat(words[1..].Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        }
    }

    /// <summary>The name as somebody writes who gave another one in that place.</summary>
    public string SpelledLike(GivenSetting given) =>
        given.IsFromEnvironment ? InEnvironment
        : given.Where.StartsWith("--", StringComparison.Ordinal) ? $"--{Name}"
        : InFile;
}

/// <summary>Every setting: for the help, and to tell what somebody meant who wrote another word.</summary>
internal static class KnownSettings
{
    public static IReadOnlyList<KnownSetting> All { get; } =
    [
        new("port", "5080", "The port on this machine."),
        new("urls", "http://0.0.0.0:5080", "Where to listen, instead of the port; several with ;") { Separator = ';' },
        new("data", "data", "The folder with the SQLite database and its backups."),
        new("database", "Host=…;Database=…", "A PostgreSQL connection string; without it, SQLite.") { IsSecret = true },
        new("public-address", "https://endre.kommune.no", "The address people use, when a proxy stands in front."),
        new("proxies", "10.0.0.5,10.1.0.0/16", "Proxies on other machines whose forwarded addresses are believed.")
        {
            Separator = ',',
        },
        new("allowed-hosts", "endre.kommune.no", "Other names that Endre may be asked under; several with ,")
        {
            Separator = ',',
        },
        new("signin-providers", "entra,feide", "Where people sign in beside here; docs/sign-in.md.")
        {
            Separator = ',',
        },
        new("signin-local", "shown", "Whether the password form is shown or hidden."),
        new("session-idle-minutes", "240", "How long a session lasts without a click."),
        new("session-hours", "12", "How long a session lasts at most."),
        new("mail-host", "smtp.kommune.no", "The mail server; without it, mail becomes files in the data folder."),
        new("mail-port", "587", "Its port; 465 with tls."),
        new("mail-security", "starttls", "starttls, tls, or none to this machine itself."),
        new("mail-user", "endre@kommune.no", "As whom to sign in there, where that is needed."),
        new("mail-password", "…", "The password there.") { IsSecret = true },
        new(
            "mail-oauth-token-file",
            "/run/endre/token",
            "A file with an access token instead; read for each connection."
        ),
        new("mail-ca-file", "ca.pem", "Who vouches for the mail server, when it is the organization itself."),
        new("mail-from", "endre@kommune.no", "The address that mail comes from."),
        new("mail-from-name", "Endre", "The name there; else the organization's."),
        new("organization", "Fjordvik kommune", "The name in the header."),
        new("metrics-token", "16 characters or more", "Opens /metrics for others than this machine.")
        {
            IsSecret = true,
        },
        new("time-zone", "Europe/Oslo", "The time that people are shown."),
        new("drain-seconds", "0", "How long a stopping node answers \"not ready\" before it lets its streams go."),
        new("log-level", "Information", "Trace, Debug, Information, Warning, Error, Critical or None."),
        new("demo", "", "Fills the database with Fjordvik kommune, to try Endre."),
    ];

    public static KnownSetting? Find(string name) =>
        All.FirstOrDefault(known => SettingsSource.Name(known.Name) == name);

    /// <summary>The setting that somebody most likely meant, or null when none is near.</summary>
    public static KnownSetting? Nearest(string name)
    {
        var (nearest, distance) = All.Select(known => (known, Distance(SettingsSource.Name(known.Name), name)))
            .MinBy(pair => pair.Item2);
        return distance <= Math.Max(2, name.Length / 3) ? nearest : null;
    }

    // How many letters to change, add, leave out or swap with the next.
    private static int Distance(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        for (var j = 0; j <= other.Length; j++)
        {
            if (i == 0 || j == 0)
            {
                table[i, j] = i + j;
                continue;
            }
            var change = table[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
            table[i, j] = Math.Min(change, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
        }
        return table[one.Length, other.Length];
    }
}
