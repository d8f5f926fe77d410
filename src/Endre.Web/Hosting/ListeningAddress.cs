using System.Net;
using System.Net.NetworkInformation;
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

    /// <summary>Whether other machines in the room can come here by this machine's own address.</summary>
    public bool IsForTheRoom => settings.PublicAddress is null && !ForPeople.IsLoopback;

    private static IEnumerable<Uri> Reachable(string listening)
    {
        var address = BindingAddress.Parse(listening);
        if (address.Host is not ("0.0.0.0" or "[::]" or "*" or "+"))
            return [new Uri(listening)];
        return OwnAddresses()
            .Append(IPAddress.Loopback)
            .Select(own => new UriBuilder(address.Scheme, own.ToString(), address.Port).Uri);
    }

    private static IEnumerable<IPAddress> OwnAddresses() =>
        RoomNetwork.InOrder(
            from network in NetworkInterface.GetAllNetworkInterfaces()
            where network.OperationalStatus == OperationalStatus.Up
            let properties = network.GetIPProperties()
            let hasGateway = properties.GatewayAddresses.Any(gateway => !gateway.Address.Equals(IPAddress.Any))
            from unicast in properties.UnicastAddresses
            select new OwnAddress(unicast.Address, network.NetworkInterfaceType, network.Name, hasGateway)
        );
}
