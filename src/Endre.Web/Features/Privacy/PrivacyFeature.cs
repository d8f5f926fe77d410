using Endre.Web.Access;
using Endre.Web.Components.Layout;
using Endre.Web.Features.Privacy.KeepRetention;
using Endre.Web.Features.Privacy.ShowStored;

namespace Endre.Web.Features.Privacy;

/// <summary>What is stored of people, for how long, and how it goes.</summary>
public static class PrivacyFeature
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services) =>
        services
            .AddScoped<PrivacySettings>()
            .AddScoped<ErasePerson.ErasePerson>()
            .AddScoped<IRetention, FormerPeople>()
            .AddScoped<IRetention, UnusedInvitations>()
            .AddScoped<KeepRetention.KeepRetention>()
            .AddHostedService<RetentionRounds>()
            .AddNavigation<PrivacyTexts>(
                94,
                PrivacyLinks.Settings,
                "Navigation",
                person => person.IsAdministrator,
                NavigationGroup.Administration
            );

    public static IEndpointRouteBuilder MapPrivacy(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(PrivacyLinks.Privacy, ShowPrivacy.ShowPrivacy.HandleAsync).AllowAnonymous();
        pages.MapGet(PrivacyLinks.Stored, ShowStored.ShowStored.HandleAsync);
        pages.MapGet(PrivacyLinks.StoredFile, DownloadStored.MineAsync);

        var administrators = pages.MapGroup("").RequireAuthorization(Policies.Administrator);
        administrators.MapGet(PrivacyLinks.Settings, ChangePrivacy.ChangePrivacy.ShowAsync);
        administrators.MapPost(PrivacyLinks.Settings, ChangePrivacy.ChangePrivacy.HandleAsync);
        administrators.MapGet(PrivacyLinks.EraseRoute, ErasePerson.ErasePerson.ShowAsync);
        administrators.MapPost(PrivacyLinks.EraseRoute, ErasePerson.ErasePerson.HandleAsync);
        administrators.MapPost(PrivacyLinks.AccessRoute, DownloadStored.ForAsync);
        return pages;
    }
}
