using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Endre.Web.Hosting.Metrics;

internal enum MetricKind
{
    Counter,
    Gauge,
    Histogram,
}

/// <summary>One instrument with all its series.</summary>
internal sealed class MetricFamily
{
    private const int MostSeries = 2_000;

    // Addresses are personal data, and protocols tell an operator nothing that is worth a series each.
    private static readonly string[] Left =
    [
        "server.address",
        "server.port",
        "client.address",
        "network.transport",
        "network.type",
        "network.protocol.name",
        "network.protocol.version",
        "url.scheme",
        "tls.protocol.version",
        "aspnetcore.request.is_unhandled",
        "db.client.connection.pool.name",
    ];

    private static readonly double[] Seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
    private static readonly double[] Others = [1, 5, 10, 25, 50, 100, 250, 500, 1_000, 5_000, 10_000];

    private readonly ConcurrentDictionary<SeriesLabels, MetricSeries> _series = [];
    private readonly bool _isObserved;

    public MetricFamily(Instrument instrument)
    {
        var type = instrument.GetType();
        var open = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        Instrument = instrument;
        _isObserved = instrument.IsObservable;
        Kind =
            open == typeof(Histogram<>) ? MetricKind.Histogram
            : open == typeof(Counter<>) || open == typeof(ObservableCounter<>) ? MetricKind.Counter
            : MetricKind.Gauge;
        IsSum = open == typeof(Counter<>) || open == typeof(UpDownCounter<>);
        Bounds =
            Kind != MetricKind.Histogram ? []
            : instrument.Unit == "s" ? Seconds
            : Others;
    }

    public Instrument Instrument { get; }

    public MetricKind Kind { get; }

    public double[] Bounds { get; }

    private bool IsSum { get; }

    public IEnumerable<KeyValuePair<SeriesLabels, MetricSeries>> Series => _series;

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = Labels(tags);
        if (!_series.TryGetValue(labels, out var series))
        {
            if (_series.Count >= MostSeries)
                return;
            series = _series.GetOrAdd(labels, static (_, bounds) => new MetricSeries(bounds), Bounds);
        }

        if (Kind == MetricKind.Histogram)
            series.Observe(value);
        else if (IsSum)
            series.Add(value);
        else
            series.Set(value);
    }

    /// <summary>What is asked for anew at each reading must not leave old series behind.</summary>
    public void Forget()
    {
        if (_isObserved)
            _series.Clear();
    }

    private static SeriesLabels Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = default(SeriesLabels);
        var count = 0;
        foreach (var (name, value) in tags)
        {
            if (Array.IndexOf(Left, name) >= 0)
                continue;
            labels = count switch
            {
                0 => labels with { Name1 = name, Value1 = value },
                1 => labels with { Name2 = name, Value2 = value },
                2 => labels with { Name3 = name, Value3 = value },
                _ => labels,
            };
            count++;
        }

        return labels;
    }
}
