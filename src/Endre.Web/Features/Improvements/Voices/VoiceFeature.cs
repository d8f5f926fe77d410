using Endre.Web.Access;
using Endre.Web.Features.Improvements.Shared;
using Endre.Web.Messages;

namespace Endre.Web.Features.Improvements.Voices;

/// <summary>Påvirker dette folks arbeid? Who is told while it is planned, and what they say.</summary>
internal static class VoiceFeature
{
    public static IServiceCollection AddVoices(this IServiceCollection services) =>
        services
            .AddScoped<SayWorkEffect>()
            .AddScoped<GiveView>()
            .AddScoped<TellOfVoices>()
            .AddMessageKind(TellOfVoices.Affected)
            .AddMessageKind(TellOfVoices.Heard)
            .AddScoped<IPersonalData, EraseVoiceNames>()
            .AddScoped<IImprovementPart, VoicesPart>()
            .AddScoped<Demo.IDemoPart, DemoVoices>();

    public static IEndpointRouteBuilder MapVoices(this IEndpointRouteBuilder seen)
    {
        seen.MapPost($"{ImprovementLinks.OneRoute}/{VoiceActs.Affects}", SayWorkEffect.HandleAsync);
        seen.MapPost($"{ImprovementLinks.OneRoute}/{VoiceActs.View}", GiveView.HandleAsync);
        return seen;
    }
}
