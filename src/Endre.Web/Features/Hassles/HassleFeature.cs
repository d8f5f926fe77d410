using Endre.Web.Access;
using Endre.Web.Components.Layout;
using Endre.Web.Features.Hassles.AskPulse;
using Endre.Web.Features.Hassles.Channels;
using Endre.Web.Features.Hassles.FollowHassle;
using Endre.Web.Features.Hassles.KeepPlaces;
using Endre.Web.Features.Hassles.ListToAnswer;
using Endre.Web.Features.Hassles.MakeHassle;
using Endre.Web.Features.Hassles.MeToo;
using Endre.Web.Features.Hassles.Numbers;
using Endre.Web.Features.Hassles.Pareto;
using Endre.Web.Features.Hassles.Photos;
using Endre.Web.Features.Hassles.Redact;
using Endre.Web.Features.Hassles.RemoveHassle;
using Endre.Web.Features.Hassles.SayHassle;
using Endre.Web.Features.Hassles.SearchHassles;
using Endre.Web.Features.Hassles.ShowHappened;
using Endre.Web.Features.Hassles.SimilarHassles;
using Endre.Web.Hosting;
using Endre.Web.Lineage;
using Endre.Web.Messages;

namespace Endre.Web.Features.Hassles;

/// <summary>Plunder: said in one of three ways, answered, followed by whoever said it.</summary>
public static class HassleFeature
{
    public static IServiceCollection AddHassles(this IServiceCollection services) =>
        services
            .AddSingleton<ClaimGuesses>()
            .AddHostedService<HassleUpkeep>()
            .AddScoped<UnitSeats>()
            .AddScoped<TellWriter.TellWriter>()
            .AddMessageKind(TellWriter.TellWriter.Answered)
            .AddScoped<HassleSight>()
            .AddScoped<ISeenHassles>(provider => provider.GetRequiredService<HassleSight>())
            .AddScoped<ILineageArea, HassleLineage>()
            .AddScoped<MakeHassle.MakeHassle>()
            .AddScoped<SayHassle.SayHassle>()
            .AddScoped<SayPages>()
            .AddScoped<SayStart>()
            .AddScoped<IHomePart>(provider => provider.GetRequiredService<SayStart>())
            .AddScoped<FollowHassle.FollowHassle>()
            .AddScoped<ClaimPages>()
            .AddScoped<MyPages>()
            .AddScoped<ListHassles.ListHassles>()
            .AddScoped<AnswerHassle.AnswerHassle>()
            .AddToAnswer()
            .AddChannels()
            .AddRedaction()
            .AddRemovals()
            .AddHappened()
            .AddPulses()
            .AddPlaces()
            .AddScoped<HassleCounts>()
            .AddScoped<ShowNumbers>()
            .AddScoped<ShowPareto>()
            .AddScoped<ParetoFile>()
            .AddScoped<CountPlaces>()
            .AddScoped<IResponsibilities, HassleAnswering>()
            .AddScoped<Endre.Web.Meetings.IAgendaSource, AgendaOfHassles>()
            .AddScoped<IRetention, EraseNames.EraseHassleNames>()
            .AddScoped<IPersonalData, EraseNames.EraseHassleNames>()
            .AddMeToos()
            .AddSearchedHassles()
            .AddScoped<Demo.IDemoPart, DemoHassles.DemoHassles>()
            .AddNavigation<HassleTexts>(4, HassleLinks.Say, "NavigationSay", _ => true)
            .AddNavigation<HassleTexts>(6, HassleLinks.List, "NavigationList", person => person.IsSignedIn)
            .AddNavigation<NumbersTexts>(
                84,
                NumbersLinks.Show,
                "Navigation",
                person => person.IsSignedIn,
                NavigationGroup.Units
            );

    public static IEndpointRouteBuilder MapHassleApi(this IEndpointRouteBuilder api)
    {
        HassleApi.Map(api);
        SimilarHasslesEndpoint.Map(api);
        MeTooEndpoint.Map(api);
        return api;
    }

    public static IEndpointRouteBuilder MapHassles(this IEndpointRouteBuilder pages)
    {
        // Nothing that a writer does is counted with its time: whoever reads the metrics every few seconds would know
        // when somebody spoke. What may be read is decided by the code, not by who asks.
        var open = pages.MapGroup("").AllowAnonymous().DisableHttpMetrics();
        open.MapGet(HassleLinks.Say, SayPages.ShowAsync);
        open.MapGet(HassleLinks.PlaceRoute, SayPages.ShowPlaceAsync);
        open.MapGet(HassleLinks.Shell, SayStart.ShowShellAsync);
        open.MapGet(HassleLinks.Claim, ClaimPages.Ask);
        // What comes back holds the code, or what only the code opens.
        var secret = open.MapGroup("").WithMetadata(new KeptByNobody());
        secret.MapPost(HassleLinks.Say, SayPages.SayAsync).TakesPhoto();
        secret.MapPost(HassleLinks.Claim, ClaimPages.OpenAsync);
        secret.MapPost(HassleLinks.ClaimReply, ClaimPages.ReplyAsync);
        secret.MapPost(HassleLinks.ClaimWithdraw, ClaimPages.WithdrawAsync);

        var own = pages.MapGroup("").RequireAuthorization(Policies.SignedIn);
        own.MapGet(HassleLinks.Mine, MyPages.ListAsync);
        own.MapGet(HassleLinks.MineRoute, MyPages.ShowAsync);
        own.MapPost(HassleLinks.MineReplyRoute, MyPages.ReplyAsync);
        own.MapPost(HassleLinks.MineWithdrawRoute, MyPages.WithdrawAsync);

        // HassleSight decides which ones: by what the person is in which unit.
        var seen = pages.MapGroup("").RequireAuthorization(Policies.SignedIn);
        seen.MapGet(NumbersLinks.Show, ShowNumbers.HandleAsync);
        seen.MapGet(ParetoLinks.Show, ShowPareto.HandleAsync);
        seen.MapGet(ParetoLinks.File, ShowPareto.DownloadAsync);
        seen.MapGet(MakeHassleLinks.Show, MakeHassle.MakeHassle.ShowAsync);
        seen.MapPost(MakeHassleLinks.Show, MakeHassle.MakeHassle.HandleAsync);
        seen.MapGet(HassleLinks.List, ListHassles.ListHassles.HandleAsync);
        seen.MapGet(HassleLinks.OneRoute, AnswerHassle.AnswerHassle.ShowAsync);
        seen.MapPost(HassleLinks.AnswerRoute, AnswerHassle.AnswerHassle.HandleAsync);
        pages.MapPhotos();
        pages.MapChannels();
        pages.MapRedaction();
        pages.MapMeToos();
        pages.MapToAnswer();
        pages.MapRemovals();
        pages.MapHappened();
        pages.MapPulses();
        pages.MapPlaces();
        return pages;
    }
}
