using Endre.Storage.Improvements;
using Endre.Web.Access;
using Endre.Web.Features.Improvements.Cycles;
using Endre.Web.Features.Improvements.Loop;
using Endre.Web.Features.Improvements.Shared;
using Endre.Web.Features.Improvements.Upkeep;
using Endre.Web.Meetings;
using Endre.Web.Messages;
using Endre.Web.Searching;
using Endre.Web.Weekly;

namespace Endre.Web.Features.Improvements;

/// <summary>Cycles, aim and board, and the loop that brings an improvement back on its day.</summary>
internal static class CycleFeature
{
    public static IServiceCollection AddCycles(this IServiceCollection services) =>
        services
            .AddSingleton<CycleWords>()
            .AddScoped<ListImprovements.ReadBoard>()
            .AddScoped<ShowScreen.ShowImprovementScreen>()
            .AddScoped<ActOnImprovement.ActOnImprovement>()
            .AddScoped<IImprovementPart, CurrentCyclePart>()
            .AddScoped<IImprovementPart, CycleTrailPart>()
            .AddScoped<IImprovementPart, AimPart>()
            .AddScoped<IImprovementPart, UpkeepPart>()
            .AddScoped<TellImprovementOwner>()
            .AddMessageKind(TellImprovementOwner.Given)
            .AddScoped<RemindImprovementOwners>()
            .AddHostedService<ImprovementReminderClock>()
            .AddMessageKind(RemindImprovementOwners.Kind)
            .AddScoped<IAgendaSource, AgendaOfImprovements>()
            .AddScoped<IWeeklyDecisions, WeeklyImprovements.WeeklyImprovements>()
            .AddScoped<IResponsibilities, OwnedImprovements>()
            .AddScoped<IPersonalData, EraseImprovementNames>()
            .AddRowIndex<SearchImprovements.ImprovementIndex, ImprovementRow>()
            .AddScoped<ISearched, SearchImprovements.SearchImprovements>()
            .AddScoped<DemoImprovements.DemoTrials>()
            .AddScoped<Demo.IDemoPart, DemoImprovements.DemoImprovements>();

    public static void MapCycles(this IEndpointRouteBuilder seen)
    {
        seen.MapGet(ImprovementLinks.Screen, ShowScreen.ShowImprovementScreen.HandleAsync);
        seen.MapPost(ImprovementLinks.ActRoute, ActOnImprovement.ActOnImprovement.HandleAsync);
    }
}
