using Endre.Web.Access;
using Endre.Web.Features.Meetings.ActInMeeting;
using Endre.Web.Features.Meetings.FollowMeeting;
using Endre.Web.Features.Meetings.Shared;
using Endre.Web.Lineage;
using Endre.Web.Meetings;

namespace Endre.Web.Features.Meetings;

/// <summary>Møte: the agenda that makes itself, the one page that all follow, the big screen, and what comes of it.</summary>
public static class MeetingFeature
{
    public static IServiceCollection AddMeetings(this IServiceCollection services) =>
        services
            .AddSingleton<MeetingVersions>()
            .AddHostedService(provider => provider.GetRequiredService<MeetingVersions>())
            .AddScoped<ReadMeetingUnit>()
            .AddScoped<MeetingSight>()
            .AddScoped<ReadAgenda>()
            .AddScoped<ReadRoutines>()
            .AddScoped<ReadMeeting>()
            .AddScoped<ShowMeeting.ShowMeeting>()
            .AddScoped<ShowScreen.ShowMeetingScreen>()
            .AddScoped<NeedRepresentatives>()
            .AddScoped<ComeOfMatter>()
            .AddScoped<ActInMeeting.ActInMeeting>()
            .AddScoped<PlanNow.InviteToNow>()
            .AddScoped<PlanNow.PlanNow>()
            .AddScoped<IResponsibilities, HeldMeetings>()
            .AddScoped<ILineageArea, MeetingLineage>()
            .AddScoped<IPersonalData, EraseNames.EraseMeetingNames>()
            .AddScoped<Demo.IDemoPart, DemoMeetings.DemoMeetings>();

    public static IEndpointRouteBuilder MapMeetings(this IEndpointRouteBuilder pages)
    {
        // MeetingSight decides which ones: by what the person is in the unit, and by who is asked.
        var seen = pages.MapGroup("").RequireAuthorization(Policies.SignedIn);
        seen.MapGet(MeetingLinks.New, PlanNow.PlanNow.ShowAsync);
        seen.MapPost(MeetingLinks.New, PlanNow.PlanNow.HandleAsync);
        seen.MapGet(MeetingLinks.OneRoute, ShowMeeting.ShowMeeting.HandleAsync);
        seen.MapGet(MeetingLinks.ScreenRoute, ShowScreen.ShowMeetingScreen.HandleAsync);
        seen.MapGet(MeetingLinks.StreamRoute, FollowMeeting.FollowMeeting.HandleAsync);
        seen.MapPost(MeetingLinks.ActRoute, ActInMeeting.ActInMeeting.HandleAsync);
        return pages;
    }
}
