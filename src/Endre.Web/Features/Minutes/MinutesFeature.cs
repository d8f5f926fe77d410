using Endre.Storage.Meetings;
using Endre.Web.Access;
using Endre.Web.Features.Minutes.ChangeMinutes;
using Endre.Web.Features.Minutes.Files;
using Endre.Web.Features.Minutes.ListMinutes;
using Endre.Web.Features.Minutes.SearchMinutes;
using Endre.Web.Features.Minutes.Shared;
using Endre.Web.Messages;
using Endre.Web.Pdf;
using Endre.Web.Searching;

namespace Endre.Web.Features.Minutes;

/// <summary>Referat: what a meeting says of itself, and from the lock on what it said.</summary>
public static class MinutesFeature
{
    public static IServiceCollection AddMinutes(this IServiceCollection services) =>
        services
            .AddPdf()
            .AddScoped<MinutesSight>()
            .AddScoped<ReadMinutes>()
            .AddScoped<MinutesFiles>()
            .AddScoped<ArchivePackage>()
            .AddScoped<MinutesLetter>()
            .AddScoped<ListMinutes.ListMinutes>()
            .AddScoped<ChangeMinutes.ChangeMinutes>()
            .AddScoped<MakePublicCopy.MakePublicCopy>()
            .AddRowIndex<MinutesIndex, MeetingRow>()
            .AddScoped<ISearched, SearchMinutes.SearchMinutes>()
            .AddScoped<IUnitLinks, MinutesUnitLinks>()
            .AddScoped<IPersonalData, EraseNames.EraseMinutesNames>()
            .AddMessageKind(MinutesLetter.Kind);

    public static IEndpointRouteBuilder MapMinutes(this IEndpointRouteBuilder pages)
    {
        // MinutesSight decides which ones; what only one who answers for the unit does asks MayLead.
        var seen = pages.MapGroup("").RequireAuthorization(Policies.SignedIn);
        seen.MapGet(MinutesLinks.List, ListMinutes.ListMinutes.HandleAsync);
        seen.MapGet(MinutesLinks.OneRoute, ShowMinutes.ShowMinutes.HandleAsync);
        foreach (var extension in MinutesFiles.Extensions)
        {
            seen.MapGet(
                $"{MinutesLinks.OneRoute}.{extension}",
                (HttpContext context, Guid id, ReadMinutes minutes, MinutesFiles files) =>
                    DownloadMinutes.PageAsync(context, id, extension, minutes, files)
            );
            seen.MapGet(
                $"{MinutesLinks.CopyFileRoute}.{extension}",
                (HttpContext context, Guid id, int copy, ReadMinutes minutes, MinutesFiles files) =>
                    MakePublicCopy.MakePublicCopy.DownloadAsync(context, id, copy, extension, minutes, files)
            );
        }
        seen.MapGet(MinutesLinks.ArchiveRoute, DownloadMinutes.ArchiveAsync);
        seen.MapGet(MinutesLinks.CopyRoute, MakePublicCopy.MakePublicCopy.ShowAsync);
        seen.MapPost(MinutesLinks.CopyRoute, MakePublicCopy.MakePublicCopy.HandleAsync);
        seen.MapPost(MinutesLinks.ActRoute, ChangeMinutes.ChangeMinutes.HandleAsync);
        return pages;
    }

    public static IEndpointRouteBuilder MapMinutesApi(this IEndpointRouteBuilder api)
    {
        MinutesApi.Map(api);
        return api;
    }
}
