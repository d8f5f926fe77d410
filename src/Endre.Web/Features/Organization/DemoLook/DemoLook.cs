using System.Reflection;
using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Web.Features.Demo;
using Endre.Web.Look;
using Endre.Web.Look.Logos;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Organization.DemoLook;

/// <summary>Fjordvik's invented coat of arms and its colors.</summary>
internal sealed class DemoLook(EndreContext context, StoreLook store, TimeProvider clock) : IDemoPart
{
    // The blue of the fjord, the yellow of a buoy.
    private const string Fjord = "#0f5f8c";
    private const string Buoy = "#e0a100";

    public int Order => 0;

    public async Task<IReadOnlyList<string>> PrepareAsync(DemoMunicipality demo, CancellationToken ct)
    {
        // Whoever tries things out in the demo meets them again after a new start.
        if (await context.Looks.AnyAsync(ct))
        {
            return [];
        }
        var (logo, _) = LogoFile.Read(Read("fjordvik.svg"), clock.GetUtcNow());
        logo!.Picture = LogoFile.Picture(Read("fjordvik.png"));
        var look = OrganizationLook.Plain with
        {
            Name = DemoUnits.Municipality,
            Colors = new LookColors(HexColor.Find(Fjord), HexColor.Find(Buoy)),
            LogoId = logo.Id,
        };
        await store.HandleAsync(_ => look, personId: null, logo, ct);
        return [];
    }

    private static byte[] Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"demo/{file}")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
