using Endre.Domain.Organizations;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Look;
using Endre.Web.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Endre.Web.Features.Organization.ChangeLook;

/// <summary>Tries colors out on the page, or saves them.</summary>
internal static class ChangeColors
{
    public static async Task<IResult> HandleAsync(
        [FromForm] ChangeColorsInput? form,
        StoreLook store,
        LookPages pages,
        CurrentPerson person,
        CancellationToken ct
    )
    {
        var input = form ?? new ChangeColorsInput();
        var colors = LookColors.Read(input.Main, input.Support, input.SecondSupport, out var refusals);
        var typed = new TypedColors(input.Main, input.Support, input.SecondSupport);
        if (refusals.Count > 0)
        {
            var faults = new FormFaults();
            foreach (var refusal in refusals)
            {
                faults.Add(refusal.Field!, RefusalTexts.Sentence(refusal));
            }
            return await pages.AgainAsync(faults, view => view with { Typed = typed }, ct);
        }
        if (input.Try is not null)
        {
            var view = await pages.ViewAsync(ct);
            return Page.Of<ChangeLookPage>(
                new { View = view with { Typed = typed, Trial = colors, Themes = pages.ThemesOf(colors) } }
            );
        }
        await store.HandleAsync(look => look with { Colors = colors }, person.RequiredId, logo: null, ct);
        return Page.SeeOther(OrganizationLinks.Done("SavedColors"));
    }

    /// <summary>The style sheet of colors that are tried out.</summary>
    public static IResult ShowSheet(string? main, string? support, string? secondSupport, ThemeGenerator generator)
    {
        var colors = LookColors.Read(main, support, secondSupport, out var refusals);
        return refusals.Count > 0
            ? Results.BadRequest()
            // Without colors it says so, and Endre's own are seen under it.
            : Results.Text(ThemeSheet.Of(colors, generator) ?? "/* Endre */", "text/css; charset=utf-8");
    }
}

/// <summary>The form of the colors.</summary>
internal sealed record ChangeColorsInput
{
    public string? Main { get; init; }

    public string? Support { get; init; }

    public string? SecondSupport { get; init; }

    /// <summary>Present when the colors are only to be seen.</summary>
    public string? Try { get; init; }
}
