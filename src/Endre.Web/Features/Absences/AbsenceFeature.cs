using Endre.Web.Access;

namespace Endre.Web.Features.Absences;

/// <summary>When somebody who leads is away, and who answers then.</summary>
public static class AbsenceFeature
{
    public static IServiceCollection AddAbsences(this IServiceCollection services) =>
        services.AddScoped<SetAbsence>().AddScoped<IRetention, PastAbsences>();

    public static IEndpointRouteBuilder MapAbsences(this IEndpointRouteBuilder pages)
    {
        var own = pages.MapGroup("").RequireAuthorization(Policies.SignedIn);
        own.MapGet(AbsenceLinks.Mine, SetAbsence.ShowMineAsync);
        own.MapPost(AbsenceLinks.Mine, SetAbsence.SetMineAsync);
        own.MapPost(AbsenceLinks.EndMine, SetAbsence.EndMineAsync);

        var administrators = pages.MapGroup("").RequireAuthorization(Policies.Administrator);
        administrators.MapGet(AbsenceLinks.PersonRoute, SetAbsence.ShowOfAsync);
        administrators.MapPost(AbsenceLinks.PersonRoute, SetAbsence.SetOfAsync);
        administrators.MapPost(AbsenceLinks.EndPersonRoute, SetAbsence.EndOfAsync);
        return pages;
    }
}
