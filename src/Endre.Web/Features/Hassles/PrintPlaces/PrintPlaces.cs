using System.Globalization;
using Endre.Web.Components;
using Endre.Web.Features.Hassles.KeepPlaces;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;

namespace Endre.Web.Features.Hassles.PrintPlaces;

/// <summary><c>/enheter/{id}/steder/ark</c>: the sheets with codes to hang at doors and to stick on things.</summary>
internal sealed class PrintPlaces(PlaceKeepers keepers, Texts<PlaceSheetTexts> texts)
{
    public static Task<IResult> HandleAsync(HttpContext context, Guid id, PrintPlaces print) =>
        print.ShowAsync(context.Request.Query, id, context.RequestAborted);

    private async Task<IResult> ShowAsync(IQueryCollection query, Guid id, CancellationToken ct)
    {
        if (await keepers.UnitAsync(id, ct) is not { } at)
        {
            return ErrorResult.NotFound;
        }
        var signs = PlaceSheetChoice.SignsOf(at.Unit, await keepers.PlacesAsync(at.Tree, at.Unit, ct));
        var choice = PlaceSheetChoice.Read(query, signs);
        return Page.Of<PrintPlacesPage>(
            new
            {
                at.Unit,
                Signs = signs,
                Choice = choice,
                Words = WordsIn(Language.Find(choice.Language) ?? Language.Current),
            }
        );
    }

    // A ward whose leader reads nynorsk may have doors that are read in English.
    private SheetWords WordsIn(Language language)
    {
        var (shown, formats) = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
        try
        {
            language.Use();
            return new SheetWords(
                language.Code,
                texts["Ask"],
                texts["What"],
                texts["Type"],
                texts["LabelAsk"],
                texts["Scan"]
            );
        }
        finally
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (shown, formats);
        }
    }
}

/// <summary>The words of a sheet, in its own language.</summary>
/// <param name="Language">Which.</param>
/// <param name="Ask">What it asks whoever passes.</param>
/// <param name="What">What it is for, and that it can be said without name.</param>
/// <param name="Type">Before the address to type.</param>
/// <param name="LabelAsk">What a label asks.</param>
/// <param name="Scan">What the picture is, for whoever does not see it.</param>
public sealed record SheetWords(string Language, string Ask, string What, string Type, string LabelAsk, string Scan);
