using System.Text.Json;
using System.Text.Json.Serialization;
using Endre.Web.Access;
using Endre.Web.Components.Layout;
using Endre.Web.Features.Workshops.AnswerProposals;
using Endre.Web.Features.Workshops.Boards;
using Endre.Web.Features.Workshops.ChangePlan;
using Endre.Web.Features.Workshops.CreateWorkshop;
using Endre.Web.Features.Workshops.ImportReport;
using Endre.Web.Features.Workshops.Interpret;
using Endre.Web.Features.Workshops.JoinWorkshop;
using Endre.Web.Features.Workshops.ListWorkshops;
using Endre.Web.Features.Workshops.MakeRecords;
using Endre.Web.Features.Workshops.PrintSheets;
using Endre.Web.Features.Workshops.Report;
using Endre.Web.Features.Workshops.RunWorkshop;
using Endre.Web.Features.Workshops.SearchWorkshops;
using Endre.Web.Features.Workshops.ShowLog;
using Endre.Web.Features.Workshops.ShowScreen;
using Endre.Web.Features.Workshops.TakePart;
using Endre.Web.Features.Workshops.TypeInNotes;
using Endre.Web.Lineage;
using Endre.Web.Live;
using Endre.Web.Searching;

namespace Endre.Web.Features.Workshops;

/// <summary>Workshops, from welcome to report.</summary>
public static class WorkshopFeature
{
    public static IServiceCollection AddWorkshops(this IServiceCollection services)
    {
        services.AddSingleton<LiveWorkshops>();
        services.AddHostedService<LiveRounds>();
        services.AddSingleton<WorkshopCodes>();
        services.AddSingleton<LedWorkshops>();
        services.AddScoped<JoinWorkshop.JoinWorkshop>();
        services.AddSingleton(
            new PageAgain(
                WorkshopLinks.Show,
                (context, scope, attempt) => Task.FromResult(TakePartPages.Show(context, scope, attempt))
            )
        );
        services.AddScoped<CreateWorkshop.CreateWorkshop>();
        services.AddScoped<Demo.IDemoPart, DemoWorkshop.DemoWorkshop>();
        services.AddScoped<ReportFiles>();
        services.AddScoped<ReportLineage>();
        services.AddScoped<ILineageArea, WorkshopLineage>();
        services.AddScoped<ImportReport.ImportReport>();
        services.AddScoped<EraseNames.EraseNames>();
        services.AddScoped<IPersonalData>(provider => provider.GetRequiredService<EraseNames.EraseNames>());
        services.AddScoped<IRetention>(provider => provider.GetRequiredService<EraseNames.EraseNames>());
        services.AddScoped<JoinAddress>();
        services.AddScoped<IResponsibilities, SeatResponsibilities>();
        services.AddScoped<Endre.Web.Meetings.IMonthBoards, MonthBoards>();
        services.AddSingleton<WorkshopIndex>();
        services.AddSingleton<IWarmed>(provider => provider.GetRequiredService<WorkshopIndex>());
        services.AddScoped<ISearched, SearchWorkshops.SearchWorkshops>();
        services.AddNavigation<ListTexts>(
            10,
            WorkshopLinks.List,
            "Navigation",
            person => person.IsFacilitator,
            NavigationGroup.Workshops
        );
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        });
        return services;
    }

    /// <summary>The pages, an act a line.</summary>
    public static IEndpointRouteBuilder MapWorkshopPages(this IEndpointRouteBuilder pages)
    {
        pages.MapJoinWorkshop();
        pages.MapTakePart();
        pages.MapReport();
        pages.MapImport();
        pages.MapInterpret();
        pages.MapAnswers();
        pages.MapLog();
        pages.MapBoards();
        pages.MapListWorkshops();
        pages.MapCreateWorkshop();
        pages.MapRunWorkshop();
        pages.MapChangePlan();
        pages.MapShowScreen();
        pages.MapPrintSheets();
        pages.MapTypeInNotes();
        return pages;
    }

    /// <summary>The part of the API that clients and load generators are written against.</summary>
    public static IEndpointRouteBuilder MapWorkshopApi(this IEndpointRouteBuilder api)
    {
        WorkshopApi.Map(api);
        return api;
    }
}
