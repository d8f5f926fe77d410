using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Endre.Web.Hosting.Metrics;

/// <summary>
/// Listens to the instruments of the framework and of Endre. The OpenTelemetry exporter that writes Prometheus text
/// has never left beta; what we need of it is this and <see cref="PrometheusText"/>.
/// </summary>
internal sealed class MetricListener : IHostedService, IDisposable
{
    private static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.AspNetCore.RateLimiting",
        "System.Runtime",
        "Npgsql",
    ];

    private readonly ConcurrentDictionary<Instrument, MetricFamily> _families = [];
    private readonly MeterListener _listener = new();
    private readonly IMeterFactory _factory;
    private readonly Lock _reading = new();

    public MetricListener(IMeterFactory factory)
    {
        _factory = factory;
        _listener.InstrumentPublished = Published;
        _listener.SetMeasurementEventCallback<byte>(Record);
        _listener.SetMeasurementEventCallback<short>(Record);
        _listener.SetMeasurementEventCallback<int>(Record);
        _listener.SetMeasurementEventCallback<long>(Record);
        _listener.SetMeasurementEventCallback<float>(Record);
        _listener.SetMeasurementEventCallback<double>(Record);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listener.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public string Read()
    {
        lock (_reading)
        {
            foreach (var family in _families.Values)
                family.Forget();
            _listener.RecordObservableInstruments();
            return PrometheusText.Write(
                _families.Values.OrderBy(family => family.Instrument.Name, StringComparer.Ordinal)
            );
        }
    }

    public void Dispose() => _listener.Dispose();

    // Another host in the same process (a test) has meters of its own.
    private void Published(Instrument instrument, MeterListener listener)
    {
        var meter = instrument.Meter;
        var isOurs = meter.Scope is null || ReferenceEquals(meter.Scope, _factory);
        var isWanted = Meters.Contains(meter.Name) || meter.Name.StartsWith("Endre", StringComparison.Ordinal);
        if (isOurs && isWanted)
            listener.EnableMeasurementEvents(
                instrument,
                _families.GetOrAdd(instrument, static found => new MetricFamily(found))
            );
    }

    private static void Record<T>(
        Instrument instrument,
        T measurement,
        ReadOnlySpan<KeyValuePair<string, object?>> tags,
        object? state
    )
        where T : struct, IConvertible =>
        (state as MetricFamily)?.Record(measurement.ToDouble(System.Globalization.CultureInfo.InvariantCulture), tags);
}
