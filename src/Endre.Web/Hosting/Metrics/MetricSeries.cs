namespace Endre.Web.Hosting.Metrics;

/// <summary>The label values of one series. At most three: more would be a series per person or per workshop.</summary>
internal readonly record struct SeriesLabels(
    string? Name1,
    object? Value1,
    string? Name2 = null,
    object? Value2 = null,
    string? Name3 = null,
    object? Value3 = null
)
{
    public IEnumerable<(string Name, object? Value)> All
    {
        get
        {
            if (Name1 is not null)
                yield return (Name1, Value1);
            if (Name2 is not null)
                yield return (Name2, Value2);
            if (Name3 is not null)
                yield return (Name3, Value3);
        }
    }
}

/// <summary>What has been measured for one set of labels.</summary>
internal sealed class MetricSeries(double[] bounds)
{
    private readonly long[] _buckets = new long[bounds.Length + 1];
    private readonly Lock _lock = new();
    private double _sum;
    private long _count;

    public void Add(double value)
    {
        lock (_lock)
        {
            _sum += value;
        }
    }

    public void Set(double value)
    {
        lock (_lock)
        {
            _sum = value;
        }
    }

    public void Observe(double value)
    {
        var bucket = Array.BinarySearch(bounds, value);
        lock (_lock)
        {
            _buckets[bucket < 0 ? ~bucket : bucket]++;
            _sum += value;
            _count++;
        }
    }

    public (double Sum, long Count, long[] Buckets) Read()
    {
        lock (_lock)
        {
            return (_sum, _count, [.. _buckets]);
        }
    }
}
