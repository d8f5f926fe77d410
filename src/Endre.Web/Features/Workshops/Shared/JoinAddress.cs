using System.Net;
using Endre.Web.Hosting;

namespace Endre.Web.Features.Workshops;

/// <summary>The address that people in the room type, and that the QR code holds.</summary>
internal sealed class JoinAddress(ListeningAddress listening, Settings settings, IHttpContextAccessor accessor)
{
    /// <summary>
    /// Where this Endre is for other machines: as it is set, else as the facilitator's browser came here, else, when that
    /// is this very machine, the machine's own address on the network.
    /// </summary>
    public Uri Root
    {
        get
        {
            var request = accessor.HttpContext?.Request;
            return settings.PublicAddress is not null || request is null || IsThisMachine(request.Host.Host)
                ? listening.ForPeople
                : new Uri($"{request.Scheme}://{request.Host}/");
        }
    }

    /// <summary>What people type: <c>endre.fjordvik.no/bli-med</c>.</summary>
    public string Typed => Short(new Uri(Root, WorkshopLinks.Join));

    /// <summary>What the QR code of a workshop holds.</summary>
    public string Of(string code) => new Uri(Root, WorkshopLinks.JoinWith(code)).ToString();

    private static string Short(Uri uri) => $"{uri.Authority}{uri.AbsolutePath}";

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
