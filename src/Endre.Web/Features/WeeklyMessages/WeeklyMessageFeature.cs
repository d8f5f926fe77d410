using Endre.Web.Access;
using Endre.Web.Features.WeeklyMessages.SendWeekly;
using Endre.Web.Features.WeeklyMessages.TapAnswer;
using Endre.Web.Hosting;
using Endre.Web.Messages;

namespace Endre.Web.Features.WeeklyMessages;

/// <summary>One message a week to whoever leads: what to decide, each answered by a link and a confirmation.</summary>
public static class WeeklyMessageFeature
{
    public static IServiceCollection AddWeeklyMessages(this IServiceCollection services) =>
        services
            .AddMessageKind(WriteWeekly.Kind)
            .AddSingleton<DecisionLinks>()
            .AddScoped<Decisions>()
            .AddScoped<WriteWeekly>()
            .AddScoped<SendWeekly.SendWeekly>()
            .AddScoped<ForgetWords>()
            .AddScoped<TapAnswer.TapAnswer>()
            .AddScoped<AnswerInApp>()
            .AddScoped<ShowWeekly.ShowWeekly>()
            .AddScoped<Demo.IDemoPart, DemoWeekly.DemoWeekly>()
            .AddHostedService<WeeklyClock>();

    public static IEndpointRouteBuilder MapWeeklyMessages(this IEndpointRouteBuilder pages)
    {
        // The link is the right: it names one person, one thing and one answer, and works once.
        var holders = pages.MapGroup("").AllowAnonymous().WithMetadata(new KeptByNobody(), new PassedOnToNobody());
        holders.MapGet(WeeklyLinks.TapRoute, TapAnswer.TapAnswer.ShowAsync);
        holders.MapPost(WeeklyLinks.TapRoute, TapAnswer.TapAnswer.HandleAsync);

        // Each area decides which ones, by the scope it loads them through.
        var own = pages.MapGroup("").RequireAuthorization(Policies.SignedIn);
        own.MapGet(WeeklyLinks.Mine, ShowWeekly.ShowWeekly.HandleAsync);
        own.MapPost(WeeklyLinks.Mine, ShowWeekly.ShowWeekly.SaveAsync);
        own.MapGet(WeeklyLinks.AnswerRoute, AnswerInApp.ShowAsync);
        own.MapPost(WeeklyLinks.AnswerRoute, AnswerInApp.HandleAsync);
        return pages;
    }
}
