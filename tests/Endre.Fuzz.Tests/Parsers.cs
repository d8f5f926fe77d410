using System.Text;
using Endre.Documents.Csv;
using Endre.Documents.Tables;
using Endre.Documents.Workbooks;
using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Channels;
using Endre.Domain.Hassles.MeToos;
using Endre.Domain.Hassles.Places;
using Endre.Domain.Improvements.Measures;
using Endre.Domain.Improvements.RunCharts;
using Endre.Domain.Organizations;
using Endre.Domain.Organizations.Provisioning;
using Endre.Domain.Shared;
using Endre.Domain.Workshops.Paper;
using Endre.Testing;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Features.Hassles.Photos;
using Endre.Web.Features.Workshops.JoinWorkshop;
using Endre.Web.Features.Workshops.Report;
using Endre.Web.Hosting;
using Endre.Web.Lineage;
using Endre.Web.Look.Logos;
using Endre.Web.Texts;
using SkiaSharp;

namespace Endre.Fuzz.Tests;

/// <summary>
/// Everything in the program that reads what comes from outside, a line each. Whoever writes a new one adds its line.
/// </summary>
internal static partial class Parsers
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
        Parser.OfBytes("SCIM change", Scim, Encoding.UTF8.GetBytes(Patch)),
        Parser.OfText("claim code", text => ClaimCode.Read(text), "7K3M-9QXA-2VTE-4HZP", "oil-1"),
        Parser.OfText("code at a door", text => PlaceCode.Read(text), "3f7k2m9q", "3F7K-2M9Q"),
        Parser.OfText("secret of a device", text => DeviceSecret.Read(text), new string('A', DeviceSecret.Length)),
        Parser.OfText("places", text => PlaceList.Read(text, []), "Rom 1\nRom 2; Vekt\n\nRom 3\tDekontaminator"),
        Parser.OfText(
            "channel",
            text => ReportingChannel.Read(ChannelKind.Whistleblowing, text, out _),
            "https://fjordvik.no/varsel?a=b",
            "ring 73 00 00 00"
        ),
        Parser.OfBytes(
            "photo",
            bytes => PhotoFile.Read(bytes),
            Picture(SKEncodedImageFormat.Jpeg),
            Picture(SKEncodedImageFormat.Png)
        ),
        Parser.OfText("colors", text => LookColors.Read(text, text, text, out _), "#1a5d7e", "1A5"),
        Parser.OfText(
            "rule of a series",
            text => Rule(text),
            "RRULE:FREQ=MONTHLY;BYDAY=1TU;INTERVAL=2",
            "freq=weekly;byday=mo,we;until=20261224T090000Z"
        ),
        Parser.OfText("number", text => TypedNumber.Read(text, "number", out _), "1 234,5", "−3.25"),
        Parser.OfText("day", text => TypedDay.Read(text, out _, out _), "24.12.2026", "2026-12-24T09:30"),
        Parser.OfText("values of a run chart", text => TypedValues.Read(text, out _), "3; 4,5; -; 7\n8", "1 2 3"),
        Parser.OfText("measurements", Measurements, "Dag;Antall;Av\n2.3.2026;3;10\n9.3.2026;4;10", "3;10\n4;10"),
        Parser.OfText(
            "record",
            text => RecordAddress.Read(text),
            "note.0199c0de00007000800000000000000a.0199c0de00007000800000000000000b",
            "need.0199c0de00007000800000000000000a"
        ),
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
}
