using Endre.Web.Access;
using Endre.Web.Components.Layout;
using Endre.Web.Features.Hassles.AnswerTime;
using Endre.Web.Features.Hassles.SortHassle;
using Endre.Web.Weekly;

namespace Endre.Web.Features.Hassles.ListToAnswer;

/// <summary>The side of those who answer: the list, lifting, moving, merging, the limit, and the unit's answer time.</summary>
internal static class ToAnswerParts
{
    public static IServiceCollection AddToAnswer(this IServiceCollection services) =>
        services
            .AddScoped<ReadLifting>()
            .AddScoped<ReadStandings>()
            .AddScoped<GiveAnswer>()
            .AddScoped<ListToAnswer>()
            .AddScoped<SortChoices>()
            .AddScoped<SortHassle.SortHassle>()
            .AddScoped<ReadAnswerTimes>()
            .AddScoped<IUnitFacts, AnswerTimeFact>()
            .AddScoped<IWeeklyDecisions, WeeklyHassles.WeeklyHassles>()
            .AddScoped<Demo.IDemoPart, DemoToAnswer>()
            .AddNavigation<ToAnswerTexts>(5, ToAnswerLinks.List, "Navigation", person => person.IsLeader)
            .AddNavigation<ToAnswerTexts>(
                93,
                ToAnswerLinks.Limit,
                "LimitTitle",
                person => person.IsAdministrator,
                NavigationGroup.Administration
            );

    public static IEndpointRouteBuilder MapToAnswer(this IEndpointRouteBuilder pages)
    {
        // HassleSight decides which ones, and who may answer them.
        var answering = pages.MapGroup("").RequireAuthorization(Policies.SignedIn);
        answering.MapGet(ToAnswerLinks.List, ListToAnswer.HandleAsync);
        answering.MapPost(ToAnswerLinks.AnswerRoute, ListToAnswer.AnswerAsync);
        answering.MapPost(ToAnswerLinks.MoveRoute, SortHassle.SortHassle.MoveAsync);
        answering.MapPost(ToAnswerLinks.MergeRoute, SortHassle.SortHassle.MergeAsync);
        answering.MapPost(ToAnswerLinks.SplitRoute, SortHassle.SortHassle.SplitAsync);

        var administrators = pages.MapGroup("").RequireAuthorization(Policies.Administrator);
        administrators.MapGet(ToAnswerLinks.Limit, ChangeAnswerLimit.ChangeAnswerLimit.ShowAsync);
        administrators.MapPost(ToAnswerLinks.Limit, ChangeAnswerLimit.ChangeAnswerLimit.HandleAsync);
        return pages;
    }
}
