using Endre.Web.Access;
using Endre.Web.Components.Layout;
using Endre.Web.Features.MeetingSeries.FollowCalendar;
using Endre.Web.Features.MeetingSeries.KeepSeries;
using Endre.Web.Features.MeetingSeries.Shared;
using Endre.Web.Features.MeetingSeries.TellOfMeetings;
using Endre.Web.Hosting;
using Endre.Web.Meetings;
using Endre.Web.Messages;

namespace Endre.Web.Features.MeetingSeries;

/// <summary>Møterekker: when, where and with whom a unit meets, and the calendars that follow it.</summary>
public static class MeetingSeriesFeature
{
    public static IServiceCollection AddMeetingSeries(this IServiceCollection services) =>
        services
            .AddScoped<SeriesSight>()
            .AddScoped<SeriesTime>()
            .AddScoped<RhythmWords>()
            .AddScoped<FindPeople>()
            .AddScoped<ListMeetings.ListMeetings>()
            .AddScoped<ListSeries.ListSeries>()
            .AddScoped<ShowSeries.ShowSeries>()
            .AddScoped<MakeSeries.MakeSeries>()
            .AddScoped<PlanMeeting.PlanMeeting>()
            .AddScoped<ShowInvited.ShowInvited>()
            .AddScoped<FollowCalendar.FollowCalendar>()
            .AddScoped<CalendarFeed>()
            .AddSingleton<CalendarGuesses>()
            .AddScoped<ReadWhole>()
            .AddScoped<SeriesCalendar>()
            .AddScoped<MeetingLetters>()
            .AddScoped<TellOfSeries>()
            .AddScoped<TellOfMeeting>()
            .AddScoped<ITellRepresentatives, TellRepresentatives>()
            .AddMessageKind(TellOfSeries.Kind)
            .AddScoped<KeepSeries.KeepSeries>()
            .AddHostedService<SeriesUpkeep>()
            .AddScoped<IPersonalData, EraseNames.EraseMeetingNames>()
            .AddScoped<IRetention, EraseNames.GuestAddresses>()
            .AddScoped<Demo.IDemoPart, DemoMeetings.DemoMeetings>()
            .AddNavigation<MeetingSeriesTexts>(9, MeetingSeriesLinks.List, "Navigation", person => person.IsSignedIn);

    public static IEndpointRouteBuilder MapMeetingSeries(this IEndpointRouteBuilder pages)
    {
        // SeriesSight decides which ones: by what the person is in which unit, and by who is asked.
        var seen = pages.MapGroup("").RequireAuthorization(Policies.SignedIn);
        seen.MapGet(MeetingSeriesLinks.List, ListMeetings.ListMeetings.HandleAsync);
        seen.MapGet(MeetingSeriesLinks.Series, ListSeries.ListSeries.HandleAsync);
        seen.MapGet(MeetingSeriesLinks.NewSeries, MakeSeries.MakeSeries.ShowAsync);
        seen.MapPost(MeetingSeriesLinks.NewSeries, MakeSeries.MakeSeries.HandleAsync);
        seen.MapGet(MeetingSeriesLinks.OneSeriesRoute, ShowSeries.ShowSeries.HandleAsync);
        seen.MapGet(MeetingSeriesLinks.GoOnRoute, MakeSeries.MakeSeries.ShowGoOnAsync);
        seen.MapPost(MeetingSeriesLinks.GoOnRoute, MakeSeries.MakeSeries.HandleGoOnAsync);
        seen.MapPost(MeetingSeriesLinks.SeriesActRoute, ShowSeries.ShowSeries.ChangeAsync);
        seen.MapGet(MeetingSeriesLinks.MoveRoute, PlanMeeting.PlanMeeting.ShowMoveAsync);
        seen.MapPost(MeetingSeriesLinks.MoveRoute, PlanMeeting.PlanMeeting.MoveAsync);
        seen.MapGet(MeetingSeriesLinks.CancelRoute, PlanMeeting.PlanMeeting.ShowCancelAsync);
        seen.MapPost(MeetingSeriesLinks.CancelRoute, PlanMeeting.PlanMeeting.CancelAsync);
        seen.MapPost(MeetingSeriesLinks.RestoreRoute, PlanMeeting.PlanMeeting.RestoreAsync);
        seen.MapGet(MeetingSeriesLinks.InvitedRoute, ShowInvited.ShowInvited.HandleAsync);
        seen.MapPost(MeetingSeriesLinks.InvitedActRoute, ShowInvited.ShowInvited.ChangeAsync);
        seen.MapGet(MeetingSeriesLinks.Calendar, FollowCalendar.FollowCalendar.HandleAsync);
        seen.MapPost(MeetingSeriesLinks.MakeCalendar, FollowCalendar.FollowCalendar.MakeAsync);
        seen.MapPost(MeetingSeriesLinks.WithdrawCalendar, FollowCalendar.FollowCalendar.WithdrawAsync);
        return pages;
    }

    public static void MapMeetingSeriesApi(this IEndpointRouteBuilder api) =>
        api.MapGet(MeetingSeriesLinks.CalendarApi, CalendarFeed.HandleAsync)
            .AllowAnonymous()
            .NeedsNoToken()
            .WithSummary("The meetings of one person, as a calendar program follows them.")
            .WithDescription(
                "The address is secret and is made on the page «Kalender». It gives the meetings of the person's units and "
                    + "those the person is asked to, 90 days back and as far ahead as they are planned, as the person may "
                    + "see them now. Unknown, withdrawn, and of somebody who has left: 404. Send If-None-Match to be "
                    + "answered 304 when nothing has changed."
            )
            .Produces<byte[]>(contentType: "text/calendar")
            .Produces(StatusCodes.Status304NotModified)
            .MayAnswer(StatusCodes.Status404NotFound, "The address is unknown or withdrawn, or its person has left.")
            .MayAnswer(StatusCodes.Status429TooManyRequests, "too-many-requests");
}
