using Endre.Domain.Improvements.Measures;
using Endre.Domain.Improvements.RunCharts;
using Endre.Domain.Meetings.Series;
using Endre.Domain.Organizations.Provisioning;
using Endre.Domain.Workshops.Paper;
using Endre.Testing;
using Endre.Web.Features.Provisioning.Scim;
using Endre.Web.Hosting;
using Microsoft.AspNetCore.Http;
using SkiaSharp;

namespace Endre.Fuzz.Tests;

/// <summary>What stands around those that read no single text.</summary>
internal static partial class Parsers
{
    private const string Patch =
        """{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"replace","path":"emails[type eq \"work\"].value","value":"kari@x.no"},{"op":"remove","path":"title"}]}""";

    // Some of them ask two numbers of each row.
    private static readonly Measure Proportion = new(
        Guid.Empty,
        Guid.Empty,
        new MeasureWording("Andel", "", "", Target: null, ""),
        MeasureKind.Outcome,
        MeasureType.Proportion,
        MeasureRhythm.Weekly,
        IsUpBetter: true,
        RunChartRules.Anhoej,
        Baseline: null,
        [],
        "",
        IsInUse: true
    );

    // As the door takes it: what passes there is what those behind it read.
    private static void Scim(byte[] json)
    {
        var request = new DefaultHttpContext().Request;
        (request.ContentType, request.Body) = ("application/scim+json", new MemoryStream(json));
        var (body, _) = ScimRequest.ReadAsync(request).GetAwaiter().GetResult();
        if (body is not null)
            ScimPatch.Read(body);
    }

    private static void Rule(string text)
    {
        if (MeetingRule.Read(text, out var rule) is null)
            RhythmRule.Read(rule, new DateOnly(2026, 3, 2));
    }

    private static void Measurements(string text)
    {
        var rows = text.Split('\n').Select((line, at) => new ListedRow(at + 1, line.Split(';')));
        MeasurementList.Read(Proportion, [.. rows], [], new DateOnly(2026, 3, 2), new DateOnly(2026, 9, 1));
    }

    private static byte[] Picture(SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(16, 9);
        bitmap.Erase(SKColors.SeaGreen);
        using var data = bitmap.Encode(format, 80);
        return data.ToArray();
    }

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
