namespace Endre.Web.Features.Workshops.TypeInNotes;

internal sealed class TypeInTexts
{
    private TypeInTexts() { }
}
