using Endre.Web.Access;
using Endre.Web.Client;
using Endre.Web.Features.Account;
using Endre.Web.Features.Administration;
using Endre.Web.Features.Demo;
using Endre.Web.Features.Home;
using Endre.Web.Features.People;
using Endre.Web.Features.Preferences;
using Endre.Web.Features.SignIn;
using Endre.Web.Features.Taxonomy;
using Endre.Web.Features.Templates;
using Endre.Web.Features.Workshops;
using Endre.Web.Hosting;

namespace Endre.Web;

/// <summary>The composition root: what Endre consists of, in the order one meets it.</summary>
public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        try
        {
            await using var app = Compose(args);
            await app.OpenAsync(Console.Out);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception fault) when (StartFault.Explain(fault) is { } line)
        {
            await Console.Error.WriteLineAsync(line);
            return 2;
        }
    }

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
        builder.Services.AddAccess();
        builder.Services.AddSignIn();
        builder.Services.AddAccount();
        builder.Services.AddPeople();
        builder.Services.AddAdministration();
        builder.Services.AddTaxonomy();
        builder.Services.AddTemplates();
        builder.Services.AddWorkshops();
        builder.Services.AddDemo(settings);
        replace?.Invoke(builder);

        var app = builder.Build();
        app.UseHosting();
        app.MapHosting();
        app.MapClientAssets();

        var api = app.MapApi();
        api.MapWorkshopApi();

        var pages = app.MapPages();
        pages.MapHome();
        pages.MapPreferences();
        pages.MapSignIn();
        pages.MapAccount();
        pages.MapPeople();
        pages.MapAdministration();
        pages.MapTaxonomy();
        pages.MapTemplates();
        pages.MapWorkshopPages();
        return app;
    }
}
