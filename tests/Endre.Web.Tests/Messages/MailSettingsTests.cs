using System.Collections;
using Endre.Testing;
using Endre.Web.Hosting;
using Endre.Web.Messages;

namespace Endre.Web.Tests.Messages;

public sealed class MailSettingsTests : IDisposable
{
    private static readonly string[] Least =
    [
        "--mail-host",
        "smtp.fjord.example",
        "--mail-from",
        "endre@fjord.example",
        "--public-address",
        "https://endre.fjord.example",
    ];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Starttls_is_what_one_gets()
    {
        var mail = Read(Least).Mail;
        (mail.Port, mail.Security, mail.IsServer).ShouldBe((587, MailSecurity.StartTls, true));
        Read([.. Least, "--mail-security", "tls"]).Mail.Port.ShouldBe(465);
    }

    [Fact]
    public void A_password_may_lie_in_a_file_and_is_not_shown()
    {
        File.WriteAllText(Path.Combine(folder.Path, "passord"), "blåbær\n");
        var settings = Read([.. Least, "--mail-user", "endre", "--mail-password-file", "passord"]);
        settings.Mail.Password.ShouldBe("blåbær");
        settings.Given.ShouldNotContain(line => line.Contains("blåbær", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--mail-port must stand beside mail-host: without it, mail becomes files.", "--mail-port", "25")]
    [InlineData("--mail-host needs mail-from, the address that mail comes from.", "--mail-host", "a.example")]
    [InlineData("--mail-host needs public-address, so that links in mail lead here.", "--mail-host", "a.example")]
    [InlineData("--mail-from must be an address such as endre@kommune.no, not \"Endre\".", "--mail-from", "Endre")]
    public void What_is_missing_is_said(string line, params string[] args) => FaultsOf(args).ShouldContain(line);

    [Theory]
    [InlineData("--mail-security must be starttls, tls or none, not \"ssl\".", "--mail-security", "ssl")]
    [InlineData(
        "--mail-security can be none only when mail-host is this machine itself, such as localhost.",
        "--mail-security",
        "none"
    )]
    [InlineData("--mail-port must be a whole number from 1 to 65535, not \"0\".", "--mail-port", "0")]
    [InlineData("--mail-user needs mail-password, or mail-oauth-token-file.", "--mail-user", "endre")]
    [InlineData("--mail-password needs mail-user.", "--mail-password", "x")]
    public void What_does_not_fit_is_said(string line, params string[] args) =>
        FaultsOf([.. Least, .. args]).ShouldContain(line);

    [Fact]
    public void Files_that_cannot_be_used_are_said()
    {
        var bad = Path.Combine(folder.Path, "ca.pem");
        File.WriteAllText(bad, "ikke et sertifikat");
        var lines = FaultsOf([
            .. Least,
            "--mail-ca-file",
            bad,
            "--mail-user",
            "endre",
            "--mail-oauth-token-file",
            "/finnes/ikke",
        ]);
        lines.ShouldContain("--mail-ca-file must be a file of certificates in PEM form.");
        lines.ShouldContain(line =>
            line.StartsWith("--mail-oauth-token-file must be a file that can be read", StringComparison.Ordinal)
        );
    }

    private IReadOnlyList<string> FaultsOf(string[] args) =>
        new Action(() => Read(args)).ShouldThrow<SettingsFault>().Lines;

    private Settings Read(string[] args) => SettingsReader.Read(args, new Hashtable(), folder.Path);
}
