using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Look;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Organization.ChangeLook;

/// <summary>The one page on which an administrator sees and changes the look.</summary>
internal sealed class LookPages(EndreContext database, CurrentLook current, ThemeGenerator generator)
{
    private static readonly string[] ThingsDone = ["SavedDescription", "SavedColors", "SavedLogo", "RemovedLogo"];

    public static async Task<IResult> ShowAsync(string? done, LookPages pages, CancellationToken ct)
    {
        var view = await pages.ViewAsync(ct);
        return Page.Of<ChangeLookPage>(
            new { View = view with { Done = ThingsDone.FirstOrDefault(thing => thing == done) } }
        );
    }

    /// <summary>The page with what is stored.</summary>
    public async Task<LookView> ViewAsync(CancellationToken ct)
    {
        var look = current.Look;
        return new LookView
        {
            Name = current.Name ?? "",
            Language = look.Language,
            LanguageGoesBeforeBrowser = look.LanguageGoesBeforeBrowser,
            CallsCyclesPdsa = look.CallsCyclesPdsa,
            Typed = new TypedColors(
                look.Colors.Main?.ToString(),
                look.Colors.Support?.ToString(),
                look.Colors.SecondSupport?.ToString()
            ),
            Themes = ThemesOf(look.Colors),
            HasLogo = current.Logo is not null,
            LogoLacksPicture = CurrentLook.LacksPicture(current.Logo),
            Changed = await LastChangeAsync(ct),
        };
    }

    /// <summary>The page again, because what was sent cannot be used.</summary>
    public async Task<IResult> AgainAsync(FormFaults faults, Func<LookView, LookView> typed, CancellationToken ct) =>
        Page.Refused<ChangeLookPage>(new { View = typed(await ViewAsync(ct)) with { Faults = faults } });

    public IReadOnlyList<NamedTheme> ThemesOf(LookColors colors) =>
        [
            .. new (string Name, HexColor? Color)[]
            {
                ("Main", colors.Main),
                ("Support", colors.Support),
                ("SecondSupport", colors.SecondSupport),
            }
                .Where(one => one.Color is not null)
                .Select(one => new NamedTheme(one.Name, generator.Of(one.Color!.Value))),
        ];

    private async Task<(DateTimeOffset, string?)?> LastChangeAsync(CancellationToken ct)
    {
        var last = await database
            .LookChanges.AsNoTracking()
            .OrderByDescending(change => change.At)
            .Select(change => new
            {
                change.At,
                Who = database
                    .Users.Where(person => person.Id == change.PersonId)
                    .Select(person => person.DisplayName)
                    .FirstOrDefault(),
            })
            .FirstOrDefaultAsync(ct);
        return last is null ? null : (last.At, last.Who);
    }
}
