using System.Net;
using System.Net.NetworkInformation;
using Endre.Testing;
using Endre.Web.Hosting;
using QRCoder;

namespace Endre.Web.Tests.Hosting;

/// <summary>A laptop that serves a gym hall: which of its addresses it shows, and how.</summary>
public sealed class RoomNetworkTests
{
    private const NetworkInterfaceType Cable = NetworkInterfaceType.Ethernet;
    private const NetworkInterfaceType WiFi = NetworkInterfaceType.Wireless80211;

    [Fact]
    public void Wi_fi_comes_before_cable_because_phones_have_no_cable() =>
        Ordered(Own("10.0.0.5", Cable, "eth0", true), Own("192.168.1.7", WiFi, "wlan0", true))
            .ShouldBe(["192.168.1.7", "10.0.0.5"]);

    [Fact]
    public void A_network_that_leads_somewhere_comes_before_one_that_does_not() =>
        Ordered(Own("192.168.56.1", Cable, "eth1", false), Own("10.0.0.5", Cable, "eth0", true))
            .ShouldBe(["10.0.0.5", "192.168.56.1"]);

    [Theory]
    [InlineData("docker0")]
    [InlineData("br-4f1a")]
    [InlineData("vEthernet (WSL)")]
    [InlineData("utun3")]
    [InlineData("tailscale0")]
    public void What_lies_inside_the_machine_or_leads_to_the_workplace_comes_last(string name) =>
        Ordered(Own("172.17.0.1", Cable, name, true), Own("192.168.1.7", WiFi, "wlp2s0", false))
            .ShouldBe(["192.168.1.7", "172.17.0.1"]);

    [Fact]
    public void An_address_that_nobody_gave_it_is_the_last_resort() =>
        Ordered(Own("169.254.3.4", WiFi, "wlan0", false), Own("172.17.0.1", Cable, "docker0", false))
            .ShouldBe(["172.17.0.1", "169.254.3.4"]);

    [Fact]
    public void The_machine_itself_and_addresses_nobody_can_type_are_left_out() =>
        Ordered(
                Own("127.0.0.1", NetworkInterfaceType.Loopback, "lo", false),
                Own("fe80::1", WiFi, "wlan0", true),
                Own("2001:db8::1", WiFi, "wlan0", true),
                Own("192.168.1.7", WiFi, "wlan0", true),
                Own("192.168.1.7", WiFi, "wlan0", true)
            )
            .ShouldBe(["192.168.1.7"]);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_drawn_code_is_the_code(bool isInk)
    {
        const string address = "http://192.168.1.7:5080";
        using var code = new QRCodeGenerator().CreateQrCode(address, QRCodeGenerator.ECCLevel.L);
        var lines = TerminalQr.Draw(address, isInk).ToList();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < code.ModuleMatrix.Count; x++)
            {
                var isDrawn = lines[y / 2][x] is '█' || lines[y / 2][x] == (y % 2 == 0 ? '▀' : '▄');
                isDrawn.ShouldBe(code.ModuleMatrix[y][x] == isInk, $"{x}, {y}");
            }
        }
    }

    [Fact]
    public async Task It_is_drawn_at_start_for_a_room_and_after_every_line_that_programs_read()
    {
        await using var app = await AppUnderTest.StartAsync("--urls", "http://0.0.0.0:0", "--demo");
        var address = app.Address.ToString().TrimEnd('/');
        var lines = app.Console.ReplaceLineEndings("\n").Split('\n');
        var scan = Array.FindIndex(lines, line => line.Contains($"scan this ({address})", StringComparison.Ordinal));
        scan.ShouldBeGreaterThan(0);
        lines.Skip(scan + 1).ShouldAllBe(line => !line.Contains(':'));
        lines.Take(scan - 1).ShouldAllBe(line => line.Contains(": ", StringComparison.Ordinal));
        string.Join('\n', lines.Skip(scan + 1)).Trim('\n').ShouldBe(string.Join('\n', TerminalQr.Draw(address, false)));
    }

    [Theory]
    [InlineData("--urls", "http://127.0.0.1:0")]
    [InlineData("--public-address", "https://endre.fjordvik.no")]
    public async Task It_is_not_drawn_where_nobody_in_a_room_needs_it(string setting, string value)
    {
        await using var app = await AppUnderTest.StartAsync(setting, value);
        app.Console.ShouldNotContain("▀");
    }

    private static string[] Ordered(params OwnAddress[] addresses) =>
        [.. RoomNetwork.InOrder(addresses).Select(address => address.ToString())];

    private static OwnAddress Own(string address, NetworkInterfaceType kind, string name, bool hasGateway) =>
        new(IPAddress.Parse(address), kind, name, hasGateway);
}
