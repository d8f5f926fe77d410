using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Endre.Web.Hosting;

/// <summary>Believes the addresses that a proxy forwards, when it is a proxy that the settings name (or this machine).</summary>
internal static class ForwardedAddresses
{
    public static IServiceCollection AddForwardedAddresses(this IServiceCollection services, Settings settings) =>
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders =
                ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.ForwardLimit = null;
            foreach (var proxy in settings.Proxies)
            {
                if (IPAddress.TryParse(proxy, out var address))
                    options.KnownProxies.Add(address);
                else
                    options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        });
}
