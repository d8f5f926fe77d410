using System.Globalization;
using System.Text;

namespace Endre.Web.Hosting.Metrics;

/// <summary>Writes measurements in Prometheus' text format, version 0.0.4.</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Write(IEnumerable<MetricFamily> families)
    {
        var text = new StringBuilder();
        foreach (var family in families.Where(family => family.Series.Any()))
        {
            var name = NameOf(family);
            if (family.Instrument.Description is { Length: > 0 } description)
                text.Append("# HELP ")
                    .Append(name)
                    .Append(' ')
                    .Append(description.ReplaceLineEndings(" "))
                    .Append('\n');
            text.Append("# TYPE ")
                .Append(name)
                .Append(' ')
                .Append(family.Kind.ToString().ToLowerInvariant())
                .Append('\n');
            foreach (var (labels, series) in family.Series)
                WriteSeries(text, name, family, LabelsOf(labels), series);
        }

        return text.ToString();
    }

    private static void WriteSeries(
        StringBuilder text,
        string name,
        MetricFamily family,
        string labels,
        MetricSeries series
    )
    {
        var (sum, count, buckets) = series.Read();
        if (family.Kind != MetricKind.Histogram)
        {
            Line(text, name, labels, sum);
            return;
        }

        var below = 0L;
        for (var i = 0; i < buckets.Length; i++)
        {
            below += buckets[i];
            var bound = i < family.Bounds.Length ? Number(family.Bounds[i]) : "+Inf";
            Line(text, $"{name}_bucket", labels.Length == 0 ? $"le=\"{bound}\"" : $"{labels},le=\"{bound}\"", below);
        }

        Line(text, $"{name}_sum", labels, sum);
        Line(text, $"{name}_count", labels, count);
    }

    private static void Line(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
            text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string NameOf(MetricFamily family)
    {
        var name = Identifier(family.Instrument.Name);
        var unit = family.Instrument.Unit switch
        {
            "s" => "_seconds",
            "ms" => "_milliseconds",
            "By" => "_bytes",
            _ => "",
        };
        if (!name.EndsWith(unit, StringComparison.Ordinal))
            name += unit;
        return family.Kind == MetricKind.Counter && !name.EndsWith("_total", StringComparison.Ordinal)
            ? $"{name}_total"
            : name;
    }

    private static string LabelsOf(SeriesLabels labels) =>
        string.Join(',', labels.All.Select(label => $"{Identifier(label.Name)}=\"{Escape(label.Value)}\""));

    private static string Escape(object? value) =>
        (Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Identifier(string name) =>
        string.Create(
            name.Length,
            name,
            (letters, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                    letters[i] = char.IsAsciiLetterOrDigit(source[i]) ? source[i] : '_';
            }
        );

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
