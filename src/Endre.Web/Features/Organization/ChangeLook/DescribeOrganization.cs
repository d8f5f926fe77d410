using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Look;
using Endre.Web.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Endre.Web.Features.Organization.ChangeLook;

/// <summary>What the organization is called, and in which language it meets whoever has not chosen one.</summary>
internal static class DescribeOrganization
{
    public static async Task<IResult> HandleAsync(
        [FromForm] DescribeOrganizationInput? form,
        StoreLook store,
        LookPages pages,
        CurrentLook current,
        CurrentPerson person,
        CancellationToken ct
    )
    {
        var input = form ?? new DescribeOrganizationInput();
        if (current.Look.Describe(input.Name, input.Language, input.GoesBefore, out _) is { } refusal)
        {
            var faults = new FormFaults().Add(refusal.Field!, RefusalTexts.Sentence(refusal));
            return await pages.AgainAsync(
                faults,
                view =>
                    view with
                    {
                        Name = input.Name ?? "",
                        Language = input.Language ?? "",
                        LanguageGoesBeforeBrowser = input.GoesBefore,
                        CallsCyclesPdsa = input.Pdsa,
                    },
                ct
            );
        }
        await store.HandleAsync(
            look =>
            {
                look.Describe(input.Name, input.Language, input.GoesBefore, out var described);
                return described with { CallsCyclesPdsa = input.Pdsa };
            },
            person.RequiredId,
            logo: null,
            ct
        );
        return Page.SeeOther(OrganizationLinks.Done("SavedDescription"));
    }
}

/// <summary>The form of the organization's name and language.</summary>
internal sealed record DescribeOrganizationInput
{
    public string? Name { get; init; }

    public string? Language { get; init; }

    /// <summary>Ticked: the organization's form goes before the browser's.</summary>
    public bool GoesBefore { get; init; }

    /// <summary>Ticked: cycles go by PDSA's words.</summary>
    public bool Pdsa { get; init; }
}
