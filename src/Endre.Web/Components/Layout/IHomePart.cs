using Microsoft.AspNetCore.Components;

namespace Endre.Web.Components.Layout;

/// <summary>What an area lets people begin on the home page. The home page puts it in the area's card.</summary>
internal interface IHomePart
{
    /// <summary>The part for the one who asks; null when there is nothing to begin.</summary>
    Task<RenderFragment?> ReadAsync(CancellationToken ct);
}
