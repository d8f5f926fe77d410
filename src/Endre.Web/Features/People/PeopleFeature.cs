using Endre.Web.Access;
using Endre.Web.Components.Layout;
using Endre.Web.Features.People.SearchPeople;
using Endre.Web.Messages;
using Endre.Web.Searching;

namespace Endre.Web.Features.People;

public static class PeopleFeature
{
    public static IServiceCollection AddPeople(this IServiceCollection services) =>
        services
            .AddScoped<ListPeople>()
            .AddScoped<ReadPerson>()
            .AddScoped<ChangeRoles>()
            .AddScoped<ChangePositions>()
            .AddScoped<ChangeTie>()
            .AddScoped<LetPersonLeave>()
            .AddScoped<InvitePerson>()
            .AddScoped<SendInvitation>()
            .AddMessageKind(SendInvitation.Invitation)
            .AddScoped<AcceptInvitation>()
            .AddScoped<PeopleScope>()
            .AddScoped<ISearched, SearchPeople.SearchPeople>()
            .AddNavigation<PeopleTexts>(
                90,
                PeopleLinks.List,
                "Navigation",
                person => person.IsAdministrator,
                NavigationGroup.Administration
            );

    public static IEndpointRouteBuilder MapPeople(this IEndpointRouteBuilder app)
    {
        var people = app.MapGroup("").RequireAuthorization(Policies.Administrator);
        people.MapGet(PeopleLinks.List, ListPeople.HandleAsync);
        people.MapGet(PeopleLinks.Invite, InvitePerson.Show);
        people.MapPost(PeopleLinks.Invite, InvitePerson.HandleAsync);
        people.MapGet(PeopleLinks.PersonRoute, ChangeRoles.ShowAsync);
        people.MapPost(PeopleLinks.PersonRoute, ChangeRoles.HandleAsync);
        people.MapPost(PeopleLinks.LinkRoute, InvitePerson.NewLinkAsync);
        people.MapPost(PeopleLinks.UnlockRoute, UnlockPerson.HandleAsync);
        people.MapPost(PeopleLinks.FacilitatorRoute, ChangeRoles.MakeFacilitatorAsync);
        people.MapGet(PeopleLinks.AddPositionRoute, ChangePositions.ShowNewAsync);
        people.MapPost(PeopleLinks.AddPositionRoute, ChangePositions.AddAsync);
        people.MapGet(PeopleLinks.PositionRoute, ChangePositions.ShowOneAsync);
        people.MapPost(PeopleLinks.PositionRoute, ChangePositions.ChangeAsync);
        people.MapGet(PeopleLinks.TieRoute, ChangeTie.ShowAsync);
        people.MapPost(PeopleLinks.TieRoute, ChangeTie.HandleAsync);
        people.MapGet(PeopleLinks.LeaveRoute, LetPersonLeave.ShowAsync);
        people.MapPost(PeopleLinks.LeaveRoute, LetPersonLeave.HandleAsync);
        people.MapGet(PeopleLinks.ReturnRoute, LetPersonLeave.ShowReturnAsync);
        people.MapPost(PeopleLinks.ReturnRoute, LetPersonLeave.HandleReturnAsync);

        var invited = app.MapGroup(PeopleLinks.AcceptRoute).AllowAnonymous();
        invited.MapGet("", AcceptInvitation.ShowAsync);
        invited.MapPost("", AcceptInvitation.HandleAsync);
        return app;
    }
}
