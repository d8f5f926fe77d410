using Endre.Domain.Hassles;
using Microsoft.AspNetCore.Mvc;

namespace Endre.Web.Features.Hassles.Photos;

/// <summary>How much the forms that carry a picture may bring.</summary>
internal static class PhotoLimits
{
    // A picture that is too large by a little is told so at its field.
    private const int Request = HasslePhoto.LargestFile + (2 * 1024 * 1024);

    // What the script has made smaller is never written to a file on the way.
    private const int InMemory = 1024 * 1024;

    public static TBuilder TakesPhoto<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new RequestSizeLimitAttribute(Request)).WithFormOptions(memoryBufferThreshold: InMemory);
}
