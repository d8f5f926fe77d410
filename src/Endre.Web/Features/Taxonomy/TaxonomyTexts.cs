namespace Endre.Web.Features.Taxonomy;

internal sealed class TaxonomyTexts
{
    private TaxonomyTexts() { }
}
