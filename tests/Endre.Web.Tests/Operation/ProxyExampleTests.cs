using System.Globalization;
using System.Text.RegularExpressions;
using Endre.Testing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Operation;

public sealed class ProxyExampleTests
{
    [Fact]
    public async Task The_proxy_lets_through_what_the_largest_route_takes_so_that_Endre_says_no_itself()
    {
        await using var app = await AppUnderTest.StartAsync();
        var largest = app
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<RequestSizeLimitAttribute>())
            .OfType<RequestSizeLimitAttribute>()
            .Max(limit =>
                ((Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata)limit).MaxRequestBodySize ?? 0
            );
        var said = Regex.Match(
            await File.ReadAllTextAsync(Path.Combine(Root, "deploy", "nginx", "endre.conf")),
            @"client_max_body_size (?<most>\d+)m;",
            RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)
        );
        var most = long.Parse(said.Groups["most"].Value, CultureInfo.InvariantCulture) * 1024 * 1024;
        most.ShouldBeGreaterThan(largest);
        most.ShouldBeLessThan(largest * 2);
    }

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder!.FullName, "Endre.slnx")))
                folder = folder.Parent;
            return folder.FullName;
        }
    }
}
