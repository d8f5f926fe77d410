using Endre.Documents.Csv;
using Endre.Documents.Tables;
using Endre.Documents.Workbooks;
using Endre.Domain.Hassles;
using Endre.Domain.Organizations.Provisioning;
using Endre.Domain.Shared;
using Endre.Domain.Workshops.Paper;
using Endre.Testing;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Features.Workshops.JoinWorkshop;
using Endre.Web.Features.Workshops.Report;
using Endre.Web.Hosting;
using Endre.Web.Look.Logos;
using Endre.Web.Texts;

namespace Endre.Fuzz.Tests;

/// <summary>
/// Everything in the program that reads what comes from outside, a line each. Whoever writes a new one adds its line.
/// </summary>
internal static class Parsers
{
    private static readonly Dictionary<string, string> NoEnvironment = [];
    private static readonly TemporaryFolder Folder = new();

    public static readonly IReadOnlyList<Parser> All =
    [
        Parser.OfBytes("report as JSON", json => ReportJson.Read(json), Sample("held-workshop.json"), "{}"u8.ToArray()),
        Parser.OfText(
            "free text",
            text => FreeText.Require(text, 500, "text", out _),
            "Skriveren står i veien 🖨️",
            "Å\u030A\u200Db\u202E"
        ),
        Parser.OfText(
            "national identity number",
            text => NationalIdentityNumber.StandsIn(text),
            "ring 130972 48022 i dag",
            "13097248022"
        ),
        Parser.OfText("sheet code", text => SheetCode.Read(text, out _, out _), "2-1A", "482913 2-1 b", "OlI"),
        Parser.OfText("lines from paper", text => Lines(text), "en\nto\r\n\r\n- tre", "1. en\n2. to"),
        Parser.OfText("join code", text => WorkshopCodes.Read(text), "482913", "482 913", "482-913"),
        Parser.OfText(
            "accept-language",
            text => Language.Choose(person: null, cookie: null, text, Language.Bokmål, isFormForAll: true),
            "nn-NO,nb;q=0.8,en;q=0.5,*;q=0.1"
        ),
        Parser.OfText(
            "language cookie",
            text => Language.Choose(text, text, text, Language.Bokmål, isFormForAll: false),
            "nn",
            "en"
        ),
        Parser.OfText("return address", text => ReturnAddress.Local(text), "/min-side?a=b#c", "//evil.example"),
        Parser.OfText(
            "password",
            text => CommonPasswords.Contains(text[..Math.Min(128, text.Length)], "Kari Nordmann", text),
            "Sommer2026!",
            "fjorden er blå i mars"
        ),
        Parser.OfText(
            "host name",
            text => HostNames.IsKnown(new Settings { AllowedHosts = ["*.kommune.no"] }, text),
            "endre.kommune.no",
            "[::1]"
        ),
        Parser.OfText("host name pattern", text => HostNames.IsPattern(text), "*.kommune.no", "10.0.0.7"),
        Parser
            .OfBytes("CSV", bytes => CsvReader.Read(bytes), "navn;e-post\nKari;k@x.no\n\"a;\"\"b\";c\n"u8.ToArray())
            .Refusing<CsvFormatException>(),
        Parser
            .OfBytes(
                "import file",
                bytes => TableFile.Read(bytes, new TableLimits()),
                "E-post;Navn;Enhet;Rolle\nkari@x.no;Kari Ærfugl;Helse / Team nord;leder\n"u8.ToArray(),
                XlsxWriter.Write(
                    new Workbook
                    {
                        Title = "Personer",
                        CreatedAt = DateTimeOffset.UnixEpoch,
                        Sheets =
                        [
                            new Sheet(
                                "Personer",
                                [new SheetColumn("E-post")],
                                [
                                    ["kari@x.no"],
                                ]
                            ),
                        ],
                    }
                )
            )
            .Refusing<TableFormatException>(),
        Parser.OfText(
            "SCIM filter",
            text => ScimParser.ReadFilter(text),
            "userName eq \"kari@x.no\" and (emails[type eq \"work\"].value co \"x\" or not (active pr))",
            "meta.lastModified gt \"2026-03-02T09:00:00Z\""
        ),
        Parser.OfText(
            "SCIM path",
            text => ScimParser.ReadPath(text),
            "members[value eq \"2819c223\"]",
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager"
        ),
        Parser.OfText("claim code", text => ClaimCode.Read(text), "7K3M-9QXA-2VTE-4HZP", "oil-1"),
        Parser.OfBytes(
            "logo",
            bytes => LogoFile.Read(bytes, DateTimeOffset.UnixEpoch),
            Sample("fjordvik.svg"),
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\" fill=\"#123\"/></svg>"u8.ToArray()
        ),
        Parser
            .OfBytes(
                "settings file",
                SettingsFile,
                """{"port": 5080, "database": "Host=x;Password=y", "demo": true, "timeZone": "Europe/Oslo", "proxies": "10.0.0.0/8", "urls": "http://0.0.0.0:80", "data": "d", "publicAddress": "https://a.no/", "allowedHosts": "*.a.no"}"""u8.ToArray()
            )
            .Refusing<SettingsFault>(),
        Parser
            .OfText(
                "command line",
                text => SettingsReader.Read(text.Split(' '), NoEnvironment, Folder.Path),
                "--port 80 --data d --demo --urls http://[::]:80 --proxies 10.0.0.1,10.0.0.0/8 --time-zone Europe/Oslo",
                "--public-address=https://a.no --log-level Debug"
            )
            .Refusing<SettingsFault>(),
        Parser
            .OfText(
                "environment",
                Environment,
                "ENDRE_PORT=80\nENDRE_DATABASE=Host=x",
                "ENDRE_METRICS_TOKEN=0123456789abcdef"
            )
            .Refusing<SettingsFault>(),
    ];

    private static void Lines(string text)
    {
        foreach (var line in TypedLine.Read(Guid.Empty, text))
            _ = line.Fault;
    }

    private static void SettingsFile(byte[] json)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(Path.Combine(folder.Path, "endre.json"), json);
        SettingsReader.Read([], NoEnvironment, folder.Path);
    }

    private static void Environment(string text)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n'))
            variables[line.Split('=')[0]] = line.Split('=', 2)[^1];
        SettingsReader.Read([], variables, Folder.Path);
    }

    private static byte[] Sample(string resource)
    {
        using var stream = typeof(Web.Program).Assembly.GetManifestResourceStream($"demo/{resource}")!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
