using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Endre.Web.Hosting;

/// <summary>The address that people can use, known once the server listens.</summary>
internal sealed class ListeningAddress(IServer server, Settings settings)
{
    /// <summary>The best address for somebody on another machine: for links, QR codes and the console.</summary>
    public Uri ForPeople => settings.PublicAddress ?? All[0];

    /// <summary>Every address that the server listens on; "any address" is shown as this machine's own.</summary>
    public IReadOnlyList<Uri> All =>
        [.. (server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []).SelectMany(Reachable).Distinct()];

    private static IEnumerable<Uri> Reachable(string listening)
    {
        var address = BindingAddress.Parse(listening);
        if (address.Host is not ("0.0.0.0" or "[::]" or "*" or "+"))
            return [new Uri(listening)];
        return OwnAddresses()
            .Append(IPAddress.Loopback)
            .Select(own => new UriBuilder(address.Scheme, own.ToString(), address.Port).Uri);
    }

    // The interface with a gateway is the one that the phones in the room share with this machine.
    private static IEnumerable<IPAddress> OwnAddresses() =>
        from network in NetworkInterface.GetAllNetworkInterfaces()
        where
            network
                is { OperationalStatus: OperationalStatus.Up, NetworkInterfaceType: not NetworkInterfaceType.Loopback }
        let properties = network.GetIPProperties()
        orderby properties.GatewayAddresses.Count == 0
        from unicast in properties.UnicastAddresses
        where unicast.Address.AddressFamily == AddressFamily.InterNetwork
        select unicast.Address;
}
