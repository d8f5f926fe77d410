using System.Diagnostics;
using System.Text;
using Endre.Bench.Load;
using Endre.Bench.Servers;

namespace Endre.Bench.Rows;

/// <summary>A page of 50 rows with sign-in, data and layout, beside Kestrel's plaintext.</summary>
internal static class PageRow
{
    public static async Task<IEnumerable<Measured>> RunAsync(Size size)
    {
        var row = new Measured("page of 50 rows", "requests/s", "≥ 0.10 of plaintext");
        for (var i = 0; i < size.Pairs; i++)
        {
            double endre;
            await using (var server = await ServerProcess.StartEndreAsync())
            {
                var token = server.Said("token facilitator");
                using var maker = await new Poster(server.Address).ConnectAsync();
                for (var made = 0; made < 50; made++)
                {
                    await maker.PostAsync(
                        "/api/v1/workshops",
                        $$"""{"template":"mdi","title":"Verksted {{made}}"}""",
                        token
                    );
                }
                await GetAsync(server.Address, "/verksteder", token, size.Of(500));
                endre = await GetAsync(server.Address, "/verksteder", token, size.Of(3000));
            }
            await using var bare = await ServerProcess.StartBareAsync();
            await GetAsync(bare.Address, "/plaintext", token: null, size.Of(5000));
            row.Add(endre, await GetAsync(bare.Address, "/plaintext", token: null, size.Of(50_000)));
        }
        return [row];
    }

    private static async Task<double> GetAsync(Uri address, string path, string? token, int requests)
    {
        var bearer = token is null ? "" : $"Authorization: Bearer {token}\r\n";
        var request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\n{bearer}\r\n");
        var posters = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => new Poster(address).ConnectAsync()));
        var left = requests;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            posters.Select(async poster =>
            {
                while (Interlocked.Decrement(ref left) >= 0)
                {
                    var status = await poster.PostAsync(request);
                    if (status != 200)
                    {
                        throw new InvalidOperationException($"{path} was answered {status}.");
                    }
                }
            })
        );
        var perSecond = requests / Stopwatch.GetElapsedTime(start).TotalSeconds;
        Array.ForEach(posters, p => p.Dispose());
        return perSecond;
    }
}
