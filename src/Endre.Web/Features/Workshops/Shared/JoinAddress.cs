using Endre.Web.Hosting;

namespace Endre.Web.Features.Workshops;

/// <summary>The address that people in the room type, and that the QR code holds.</summary>
internal sealed class JoinAddress(RoomAddress room)
{
    /// <summary>What people type: <c>endre.fjordvik.no/bli-med</c>.</summary>
    public string Typed => room.Typed(WorkshopLinks.Join);

    /// <summary>What the QR code of a workshop holds.</summary>
    public string Of(string code) => new Uri(room.Root, WorkshopLinks.JoinWith(code)).ToString();
}
