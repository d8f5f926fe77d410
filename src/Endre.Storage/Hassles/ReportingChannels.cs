using Endre.Domain.Hassles.Channels;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Hassles;

/// <summary>The organization's channels for what is no hassle.</summary>
public static class ReportingChannels
{
    /// <summary>Reads them; a kind that has none is not there.</summary>
    /// <param name="database">Where they lie.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<IReadOnlyDictionary<ChannelKind, ReportingChannel>> ReadChannelsAsync(
        this EndreContext database,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        var rows = await database
            .ReportingChannels.AsNoTracking()
            .ToDictionaryAsync(row => row.Kind, row => row.Address, ct);
        return Enum.GetValues<ChannelKind>()
            .Where(kind => rows.ContainsKey(ReportingChannel.WordOf(kind)))
            .ToDictionary(kind => kind, kind => new ReportingChannel(kind, rows[ReportingChannel.WordOf(kind)]));
    }

    /// <summary>Sets one, or takes it away; the caller stores.</summary>
    /// <param name="database">Where it lies.</param>
    /// <param name="kind">What it is for.</param>
    /// <param name="channel">The channel from now on, or null for none.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task SetChannelAsync(
        this EndreContext database,
        ChannelKind kind,
        ReportingChannel? channel,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        var word = ReportingChannel.WordOf(kind);
        var found = await database.ReportingChannels.FindAsync([word], ct);
        if (channel is null)
        {
            if (found is not null)
            {
                database.ReportingChannels.Remove(found);
            }
        }
        else if (found is not null)
        {
            found.Address = channel.Address;
        }
        else
        {
            database.ReportingChannels.Add(new ReportingChannelRow { Kind = word, Address = channel.Address });
        }
    }
}
