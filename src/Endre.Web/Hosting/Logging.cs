using Microsoft.Extensions.Logging.Console;

namespace Endre.Web.Hosting;

/// <summary>
/// The log goes to standard error: lines for a person at a terminal, JSON for everything else. It never holds
/// addresses, names, e-mail or what people wrote; the framework's request log would, so only its warnings are kept.
/// </summary>
internal static class Logging
{
    public static void Use(ILoggingBuilder logging, Settings settings)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(settings.LogLevel);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("System", LogLevel.Warning);
        // The framework's line that somebody's token was right, in our name: the time of a request that is to have none.
        logging.AddFilter("Endre.Web.Access.ApiTokenHandler", LogLevel.Warning);
        // Says "failed" for every exception also where we answer it.
        logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None);
        logging.AddFilter("Microsoft.EntityFrameworkCore.Update", LogLevel.None);
        logging.AddFilter("Microsoft.EntityFrameworkCore.Query", LogLevel.None);
        // SQLite makes some tables anew outside a transaction; the file is copied first, and a start that is cut goes on.
        logging.AddFilter("Microsoft.EntityFrameworkCore.Migrations", LogLevel.Error);
        // Warns that a first start finds no key; a first start is no reason to be warned.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None);
        // Its sentences repeat what the provider wrote, and that may be about a person. Our own line has the codes.
        logging.AddFilter("Microsoft.AspNetCore.Authentication.OpenIdConnect", LogLevel.None);
        logging.Services.Configure<ConsoleLoggerOptions>(console =>
            console.LogToStandardErrorThreshold = LogLevel.Trace
        );
        if (Console.IsErrorRedirected)
            logging.AddJsonConsole(json =>
            {
                json.UseUtcTimestamp = true;
                json.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            });
        else
            logging.AddSimpleConsole(lines =>
            {
                lines.SingleLine = true;
                lines.TimestampFormat = "HH:mm:ss ";
            });
    }
}
