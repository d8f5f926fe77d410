using Endre.Web.Access;
using Endre.Web.Components.Layout;
using Endre.Web.Hosting;
using Endre.Web.Messages;
using Endre.Web.Messages.Sending;
using Endre.Web.Messages.Writing;

namespace Endre.Web.Features.Messages;

/// <summary>Meldinger: what one is told, in the app and by mail.</summary>
public static class MessageFeature
{
    public static IServiceCollection AddMessages(this IServiceCollection services) =>
        services
            .AddSingleton<OutgoingTime>()
            .AddScoped<Outgoing>()
            .AddSingleton<TellOnce>()
            .AddScoped<TellingHours>()
            .AddSingleton<UnreadMessages>()
            .AddSingleton<UnsubscribeTokens>()
            .AddSingleton<MailComposer>()
            .AddSingleton<MailWatch>()
            .AddSingleton<TakenMail>()
            .AddSingleton<IMailRoute>(provider =>
                provider.GetRequiredService<Settings>() is { Mail.IsServer: true } settings
                    ? new SmtpRoute(settings)
                    : new FolderRoute(provider.GetRequiredService<Settings>())
            )
            .AddScoped<ReadMail>()
            .AddScoped<SendMail>()
            .AddHostedService<MailRounds>()
            .AddScoped<OwnMessages>()
            .AddScoped<ListMessages.ListMessages>()
            .AddScoped<ShowMessage.ShowMessage>()
            .AddScoped<ChooseMessages.ChooseMessages>()
            .AddScoped<TurnOffMessages.TurnOffMessages>()
            .AddScoped<ShowOutbox.ShowOutbox>()
            .AddScoped<IRetention, KeepMessages.KeepMessages>()
            .AddScoped<IPersonalData, KeepMessages.KeepMessages>()
            .AddMessageKind(ShowOutbox.ShowOutbox.Trial)
            .AddNavigation<MessageTexts>(
                95,
                MessageLinks.Outbox,
                "NavigationOutbox",
                person => person.IsAdministrator,
                NavigationGroup.Administration
            );

    public static IEndpointRouteBuilder MapMessageApi(this IEndpointRouteBuilder api)
    {
        // The token in the address is the key.
        var open = api.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        open.MapPost(MessageLinks.ApiRoute, TurnOffMessages.TurnOffMessages.ByProgramAsync);
        open.MapGet(MessageLinks.ApiRoute, TurnOffMessages.TurnOffMessages.OpenByProgram);
        return api;
    }

    public static IEndpointRouteBuilder MapMessages(this IEndpointRouteBuilder pages)
    {
        var own = pages.MapGroup("").RequireAuthorization(Policies.SignedIn);
        own.MapGet(MessageLinks.List, ListMessages.ListMessages.HandleAsync);
        own.MapPost(MessageLinks.ReadAll, ListMessages.ListMessages.ReadAllAsync);
        own.MapGet(MessageLinks.OneRoute, ShowMessage.ShowMessage.HandleAsync);
        own.MapGet(MessageLinks.Choices, ChooseMessages.ChooseMessages.ShowAsync);
        own.MapPost(MessageLinks.Choices, ChooseMessages.ChooseMessages.HandleAsync);

        var open = pages.MapGroup("").AllowAnonymous();
        open.MapGet(MessageLinks.UnsubscribeRoute, TurnOffMessages.TurnOffMessages.ShowAsync);
        open.MapPost(MessageLinks.UnsubscribeRoute, TurnOffMessages.TurnOffMessages.HandleAsync);

        var administrators = pages.MapGroup("").RequireAuthorization(Policies.Administrator);
        administrators.MapGet(MessageLinks.Outbox, ShowOutbox.ShowOutbox.HandleAsync);
        administrators.MapPost(MessageLinks.Retry, ShowOutbox.ShowOutbox.RetryAsync);
        administrators.MapPost(MessageLinks.Test, ShowOutbox.ShowOutbox.TestAsync);
        return pages;
    }
}
