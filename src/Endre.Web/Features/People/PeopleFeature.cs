using Endre.Web.Access;
using Endre.Web.Components.Layout;

namespace Endre.Web.Features.People;

public static class PeopleFeature
{
    public static IServiceCollection AddPeople(this IServiceCollection services) =>
        services
            .AddScoped<ChangeRoles>()
            .AddScoped<InvitePerson>()
            .AddScoped<AcceptInvitation>()
            .AddNavigation<PeopleTexts>(90, PeopleLinks.List, "Navigation", person => person.IsAdministrator);

    public static IEndpointRouteBuilder MapPeople(this IEndpointRouteBuilder app)
    {
        var people = app.MapGroup("").RequireAuthorization(Policies.Administrator);
        people.MapGet(PeopleLinks.List, ListPeople.HandleAsync);
        people.MapGet(PeopleLinks.Invite, InvitePerson.Show);
        people.MapPost(PeopleLinks.Invite, InvitePerson.HandleAsync);
        people.MapGet(PeopleLinks.PersonRoute, ChangeRoles.ShowAsync);
        people.MapPost(PeopleLinks.PersonRoute, ChangeRoles.HandleAsync);
        people.MapPost(PeopleLinks.LinkRoute, InvitePerson.NewLinkAsync);
        people.MapPost(PeopleLinks.FacilitatorRoute, ChangeRoles.MakeFacilitatorAsync);

        var invited = app.MapGroup(PeopleLinks.AcceptRoute).AllowAnonymous();
        invited.MapGet("", AcceptInvitation.ShowAsync);
        invited.MapPost("", AcceptInvitation.HandleAsync);
        return app;
    }
}
