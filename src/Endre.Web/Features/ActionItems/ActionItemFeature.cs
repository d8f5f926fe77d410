using Endre.Storage.ActionItems;
using Endre.Web.Access;
using Endre.Web.Components.Layout;
using Endre.Web.Features.ActionItems.RemindOwners;
using Endre.Web.Features.ActionItems.SearchActionItems;
using Endre.Web.Lineage;
using Endre.Web.Messages;
using Endre.Web.Searching;
using Endre.Web.Weekly;

namespace Endre.Web.Features.ActionItems;

/// <summary>Tiltak: what one person does, by a day, until somebody has said whether it worked.</summary>
public static class ActionItemFeature
{
    public static IServiceCollection AddActionItems(this IServiceCollection services) =>
        services
            .AddScoped<ActionItemSight>()
            .AddScoped<ReadOwners>()
            .AddScoped<TellOwner.TellOwner>()
            .AddMessageKind(TellOwner.TellOwner.Given)
            .AddScoped<ListActionItems.ListActionItems>()
            .AddScoped<MakeActionItem.MakeActionItem>()
            .AddScoped<ShowActionItem.ShowActionItem>()
            .AddScoped<ChangeActionItem.ChangeActionItem>()
            .AddScoped<DueReminders>()
            .AddScoped<RemindOwners.RemindOwners>()
            .AddHostedService<ReminderClock>()
            .AddMessageKind(RemindOwners.RemindOwners.Kind)
            .AddScoped<IWeeklyDecisions, WeeklyActionItems.WeeklyActionItems>()
            .AddScoped<IResponsibilities, OwnedActionItems>()
            .AddScoped<Endre.Web.Meetings.IAgendaSource, AgendaOfActionItems>()
            .AddScoped<ILineageArea, ActionItemLineage>()
            .AddScoped<IPersonalData, EraseNames.EraseActionItemNames>()
            .AddRowIndex<ActionItemIndex, ActionItemRow>()
            .AddScoped<ISearched, SearchActionItems.SearchActionItems>()
            .AddScoped<Demo.IDemoPart, DemoActionItems.DemoActionItems>()
            .AddNavigation<ActionItemTexts>(8, ActionItemLinks.List, "Navigation", person => person.IsSignedIn);

    public static IEndpointRouteBuilder MapActionItems(this IEndpointRouteBuilder pages)
    {
        // ActionItemSight decides which ones: by what the person is in which unit, and by who answers for it.
        var seen = pages.MapGroup("").RequireAuthorization(Policies.SignedIn);
        seen.MapGet(ActionItemLinks.List, ListActionItems.ListActionItems.HandleAsync);
        seen.MapGet(ActionItemLinks.New, MakeActionItem.MakeActionItem.ShowAsync);
        seen.MapPost(ActionItemLinks.New, MakeActionItem.MakeActionItem.HandleAsync);
        seen.MapGet(ActionItemLinks.OneRoute, ShowActionItem.ShowActionItem.HandleAsync);
        seen.MapPost(ActionItemLinks.ActRoute, ChangeActionItem.ChangeActionItem.HandleAsync);
        return pages;
    }
}
