namespace Endre.Web.Features.Hassles.SimilarHassles;

internal sealed class SimilarHasslesTexts
{
    private SimilarHasslesTexts() { }
}
