namespace Endre.Web.Hosting;

/// <summary>Where this Endre is for the other machines in the room: for QR codes and for what people type.</summary>
internal sealed class RoomAddress(ListeningAddress listening, Settings settings, IHttpContextAccessor accessor)
{
    /// <summary>
    /// The address as it is set, else as the browser came here, else, when that browser is on this very machine, the
    /// machine's own address on the network.
    /// </summary>
    public Uri Root
    {
        get
        {
            var request = accessor.HttpContext?.Request;
            return settings.PublicAddress is not null || request is null || HostNames.IsThisMachine(request.Host.Host)
                ? listening.ForPeople
                : new Uri($"{request.Scheme}://{request.Host}/");
        }
    }

    /// <summary>A path as people type it: <c>endre.fjordvik.no/bli-med</c>.</summary>
    /// <param name="path">From the root.</param>
    public string Typed(string path)
    {
        var uri = new Uri(Root, path);
        return $"{uri.Authority}{uri.AbsolutePath}";
    }
}
