using System.Net.Http.Headers;
using Endre.Storage;
using Endre.Web;
using Endre.Web.Hosting;
using Endre.Web.Messages.Sending;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Endre.Testing;

/// <summary>
/// The whole program on a free port of this machine, with a data folder of its own that is deleted afterwards, and a
/// clock that stands still until it is told to go.
/// </summary>
public sealed class AppUnderTest : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TestDatabase? _own;

    private AppUnderTest(WebApplication app, TestDatabase? own, FakeTimeProvider time, LogLines log)
    {
        _app = app;
        _own = own;
        Time = time;
        Log = log;
    }

    /// <summary>The program's clock. It starts on a Monday morning: 2 March 2026, 09:00 in Norway.</summary>
    public FakeTimeProvider Time { get; }

    /// <summary>Everything the program has logged.</summary>
    public LogLines Log { get; }

    /// <summary>What the program said on the console when it started.</summary>
    public string Console { get; private set; } = "";

    public IServiceProvider Services => _app.Services;

    public Uri Address => _app.Services.GetRequiredService<ListeningAddress>().All[0];

    public string DataFolder => _app.Services.GetRequiredService<Settings>().Data;

    public static Task<AppUnderTest> StartAsync(params string[] args) => StartAsync(new AppSetup { Args = args });

    public static async Task<AppUnderTest> StartAsync(AppSetup setup)
    {
        // A database with today's tables is copied: that takes a tenth of the time of making them.
        var own = setup.Data is null && setup.Storage is null ? await TestDatabase.UpgradedAsync(setup.Database) : null;
        var storage = (setup.Storage ?? own)?.Options;
        var time = new TestClock(setup.Now);
        var log = new LogLines();
        var app = Program.Compose(
            [
                "--port",
                "0",
                "--data",
                storage?.DataDirectory ?? setup.Data!.Path,
                .. storage?.PostgresConnectionString is { } postgres ? ["--database", postgres] : Array.Empty<string>(),
                .. setup.Args,
            ],
            builder =>
            {
                if (!setup.UsesRealTime)
                {
                    builder.Services.AddSingleton<TimeProvider>(time);
                    // Every ten seconds of a fortnight that passes in an instant: tests send mail when they want it.
                    builder.Services.Remove(
                        builder.Services.Single(service => service.ImplementationType == typeof(MailRounds))
                    );
                }
                builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000);
                builder.Logging.ClearProviders();
                builder.Logging.AddProvider(log);
                // EF Core keeps its model and translated queries for each log, and making them anew is most of what a
                // program in a test costs: only a test that asks for a finer log has EF Core in it.
                if (!setup.Args.Contains("--log-level"))
                {
                    builder.Services.ConfigureDbContext<EndreContext>(options =>
                        options.UseLoggerFactory(NullLoggerFactory.Instance)
                    );
                }
                setup.Replace?.Invoke(builder);
            }
        );
        var test = new AppUnderTest(app, own, time, log);
        try
        {
            await using var console = new StringWriter();
            await app.OpenAsync(console);
            test.Console = console.ToString();
            return test;
        }
        catch
        {
            await test.DisposeAsync();
            throw;
        }
    }

    /// <summary>Somebody's browser, nobody signed in.</summary>
    /// <param name="site">The name under which the browser knows the program, when it matters.</param>
    public TestBrowser Browser(Uri? site = null) => new(site ?? Address);

    /// <summary>A browser in which the person is signed in.</summary>
    public TestBrowser As(TestPerson person, Uri? site = null)
    {
        var browser = Browser(site);
        browser.Keep(person.SignInCookie);
        return browser;
    }

    /// <summary>A client of the API with a bearer token, or none.</summary>
    public HttpClient Api(string? token = null)
    {
        var client = new HttpClient { BaseAddress = Address };
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Looks at, or changes, what is stored.</summary>
    public async Task<T> InStorageAsync<T>(Func<EndreContext, Task<T>> work)
    {
        var contexts = Services.GetRequiredService<IDbContextFactory<EndreContext>>();
        await using var context = await contexts.CreateDbContextAsync();
        return await work(context);
    }

    /// <summary>Stops the program as an operator does, and waits until it is gone.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        // A host that never started cannot be stopped, and would hide why it did not start.
        if (_app.Lifetime.ApplicationStarted.IsCancellationRequested)
            await _app.StopAsync();
        await _app.DisposeAsync();
        if (_own is not null)
            await _own.DisposeAsync();
    }
}
