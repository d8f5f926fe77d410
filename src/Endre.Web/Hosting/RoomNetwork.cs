using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Endre.Web.Hosting;

/// <summary>An address of this machine, and what is known of the network it belongs to.</summary>
/// <param name="Address">The address.</param>
/// <param name="Kind">What the interface is.</param>
/// <param name="Name">What the system calls the interface: <c>wlan0</c>, <c>docker0</c>.</param>
/// <param name="HasGateway">Whether the network leads anywhere.</param>
internal readonly record struct OwnAddress(IPAddress Address, NetworkInterfaceType Kind, string Name, bool HasGateway);

/// <summary>Which of a machine's addresses the phones in the room are most likely to reach.</summary>
internal static class RoomNetwork
{
    // Networks that exist inside the machine, or that lead to one's workplace and not to the room.
    private static readonly string[] Inside =
    [
        "docker",
        "veth",
        "br-",
        "virbr",
        "vmnet",
        "vbox",
        "vEthernet",
        "tun",
        "tap",
        "utun",
        "wg",
        "tailscale",
        "zt",
        "ppp",
    ];

    /// <summary>
    /// The addresses that can be used at all, the best first: real networks before those inside the machine, networks
    /// with a gateway before those without, and Wi-Fi before cable, since phones have no cable.
    /// </summary>
    public static IEnumerable<IPAddress> InOrder(IEnumerable<OwnAddress> addresses) =>
        addresses
            .Where(own => own.Address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(own.Address))
            .OrderBy(own => IsSelfAssigned(own.Address))
            .ThenBy(own => IsInside(own))
            .ThenBy(own => !own.HasGateway)
            .ThenBy(own => own.Kind != NetworkInterfaceType.Wireless80211)
            .Select(own => own.Address)
            .Distinct();

    private static bool IsInside(OwnAddress own) =>
        own.Kind is NetworkInterfaceType.Tunnel or NetworkInterfaceType.Ppp
        || Array.Exists(Inside, start => own.Name.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    // 169.254.…: the machine found nobody to give it an address.
    private static bool IsSelfAssigned(IPAddress address) => address.GetAddressBytes() is [169, 254, ..];
}
