using Endre.Web.Access;
using Endre.Web.Client;
using Endre.Web.Features.Absences;
using Endre.Web.Features.Account;
using Endre.Web.Features.ActionItems;
using Endre.Web.Features.Administration;
using Endre.Web.Features.Audit;
using Endre.Web.Features.Demo;
using Endre.Web.Features.Hassles;
using Endre.Web.Features.Home;
using Endre.Web.Features.Improvements;
using Endre.Web.Features.Lineage;
using Endre.Web.Features.Meetings;
using Endre.Web.Features.MeetingSeries;
using Endre.Web.Features.Messages;
using Endre.Web.Features.Minutes;
using Endre.Web.Features.Needs;
using Endre.Web.Features.Organization;
using Endre.Web.Features.People;
using Endre.Web.Features.Preferences;
using Endre.Web.Features.Privacy;
using Endre.Web.Features.Provisioning;
using Endre.Web.Features.RunCharts;
using Endre.Web.Features.Search;
using Endre.Web.Features.SignIn;
using Endre.Web.Features.Taxonomy;
using Endre.Web.Features.Templates;
using Endre.Web.Features.Toolbox;
using Endre.Web.Features.Units;
using Endre.Web.Features.WeeklyMessages;
using Endre.Web.Features.Workshops;
using Endre.Web.Hosting;
using Endre.Web.Look;

namespace Endre.Web;

/// <summary>The composition root: what Endre consists of, in the order one meets it.</summary>
public static class Program
{
    public static Task<int> Main(string[] args) => Startup.RunAsync(args, () => Compose(args));

    /// <summary>The whole program, not yet started. Tests put their own clock and log in its place.</summary>
    public static WebApplication Compose(string[] args, Action<WebApplicationBuilder>? replace = null)
    {
        var settings = SettingsReader.Read(args);
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ContentRootPath = AppContext.BaseDirectory,
                EnvironmentName = Environments.Production,
            }
        );
        builder.AddHosting(settings);
        builder.Services.AddLook().AddAccess().AddSignIn(settings).AddAccount().AddPeople().AddUnits();
        builder.Services.AddProvisioning().AddOrganization().AddAdministration().AddAudit().AddPrivacy();
        builder.Services.AddTaxonomy().AddMessages().AddTemplates().AddWorkshops().AddAbsences().AddRunCharts();
        builder.Services.AddMeetingSeries().AddHassles().AddNeeds().AddImprovements().AddLineage();
        builder.Services.AddActionItems().AddMeetings().AddMinutes().AddWeeklyMessages().AddSearch().AddDemo(settings);
        replace?.Invoke(builder);

        var app = builder.Build();
        app.UseHosting();
        app.MapHosting();
        app.MapClientAssets();
        app.MapLook();

        var api = app.MapApi();
        api.MapWorkshopApi().MapSignInApi().MapHassleApi().MapImprovementApi();
        api.MapMessageApi().MapRunChartApi().MapMinutesApi().MapMeetingSeriesApi();
        app.MapScim();

        var pages = app.MapPages();
        pages.MapHome().MapPreferences().MapSignIn().MapAccount().MapPeople().MapUnits();
        pages.MapOrganization().MapProvisioning().MapAdministration().MapAudit().MapPrivacy();
        pages.MapTaxonomy().MapTemplates().MapMessages().MapWorkshopPages().MapHassles().MapAbsences();
        pages.MapSearch().MapNeeds().MapImprovements().MapLineage().MapActionItems().MapToolbox().MapRunCharts();
        pages.MapMeetingSeries().MapMeetings().MapMinutes().MapWeeklyMessages();
        return app;
    }
}
