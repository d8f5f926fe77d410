using Endre.Web.Access;
using Endre.Web.Features.Improvements.Shared;
using Endre.Web.Meetings;
using Endre.Web.Messages;

namespace Endre.Web.Features.Improvements.Holding;

/// <summary>Holde på det: what an adopted improvement became, and whether it is still used after 3 and 12 months.</summary>
internal static class HoldingFeature
{
    public static IServiceCollection AddHolding(this IServiceCollection services) =>
        services
            .AddScoped<ChangeHolding>()
            .AddScoped<TellLineOwner>()
            .AddMessageKind(TellLineOwner.Given)
            .AddScoped<AskHolders>()
            .AddMessageKind(AskHolders.Kind)
            .AddHostedService<HoldingClock>()
            .AddScoped<IAgendaSource, AgendaOfHolding>()
            .AddScoped<IResponsibilities, HeldByPerson>()
            .AddScoped<IPersonalData, EraseHoldingNames>()
            .AddScoped<IImprovementEffects, EffectOfHolding>()
            .AddScoped<IImprovementPart, HoldingPart>()
            .AddScoped<Demo.IDemoPart, DemoHolding>();

    public static IEndpointRouteBuilder MapHolding(this IEndpointRouteBuilder seen)
    {
        seen.MapPost($"{ImprovementLinks.OneRoute}/{HoldingActs.Routine}", ChangeHolding.RoutineAsync);
        seen.MapPost($"{ImprovementLinks.OneRoute}/{HoldingActs.Sustain}", ChangeHolding.SustainAsync);
        seen.MapPost($"{ImprovementLinks.OneRoute}/{HoldingActs.Use}", ChangeHolding.UseAsync);
        return seen;
    }
}
