using Endre.Storage;
using Endre.Storage.People;
using Endre.Web.Access.Providers;
using Endre.Web.Hosting;
using Endre.Web.Hosting.Errors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Endre.Web.Access;

/// <summary>
/// Who may come in, and as whom. Whether somebody may sign in at all is said in <see cref="SignInRight"/>; the providers
/// of the settings are added by the area that signs people in.
/// </summary>
public static class AccessFeature
{
    private const string CookieOrToken = "cookie-or-token";

    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentPerson>();
        services.AddScoped<AuditLog>();
        services.AddScoped<ChangeOrganization>();
        services.AddScoped<VisibleUnits>();
        services.AddScoped<WorkedUnits>();
        services.AddScoped<Departures>();
        services.AddScoped<LeadersToday>();
        services.AddSingleton<PersonScopes>();
        services.AddSingleton<SignInRight>();
        services.AddSingleton<EndedSignIns>();
        services.AddSingleton<SignInEnds>();
        services.AddHostedService<LastDays>();
        services.AddSingleton<PersonTokens>();
        services.AddSingleton<AccountFaults>();
        services.AddScoped<OneTimeLinks>();
        services.AddScoped<EndedSessions>();
        services.AddScoped<IPasswordHasher<Person>, NormalizedPasswords>();
        services.AddScoped<IUserValidator<Person>, PersonAddress>();
        services.AddScoped<IStartupPart, RolesExist>();
        services.AddDataProtection().SetApplicationName("endre").PersistKeysToDbContext<EndreContext>();

        var authentication = services.AddAuthentication(options =>
        {
            options.DefaultScheme = CookieOrToken;
            options.DefaultSignInScheme = IdentityConstants.ApplicationScheme;
        });
        authentication.AddPolicyScheme(
            CookieOrToken,
            displayName: null,
            options => options.ForwardDefaultSelector = Select
        );
        authentication.AddScheme<AuthenticationSchemeOptions, ApiTokenHandler>(
            ApiTokenHandler.SchemeName,
            configureOptions: null
        );
        authentication.AddIdentityCookies();

        services
            .AddIdentityCore<Person>(UseRulesForAccounts)
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<EndreContext>()
            .AddClaimsPrincipalFactory<PersonClaims>()
            .AddPasswordValidator<PasswordRules>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.AddScoped<IUserConfirmation<Person>>(provider => provider.GetRequiredService<SignInRight>());
        services.ConfigureApplicationCookie(UseCookie);
        // OWASP's password storage cheat sheet, for PBKDF2 with SHA-512; older hashes follow at the next sign-in.
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000);
        // A role that is taken away is gone within a minute.
        services.Configure<SecurityStampValidatorOptions>(options =>
            options.ValidationInterval = TimeSpan.FromMinutes(1)
        );
        services.AddScoped<ISecurityStampValidator, SessionCheck>();
        services.AddAuthorization(Policies.Add);
        return services;
    }

    // A bearer token is never mixed with whoever happens to be signed in in the same browser.
    private static string Select(HttpContext context) =>
        ApiTokenHandler.HasBearer(context.Request) ? ApiTokenHandler.SchemeName : IdentityConstants.ApplicationScheme;

    private static void UseRulesForAccounts(IdentityOptions options)
    {
        // Asked of SignInRight, wherever Identity signs somebody in.
        options.SignIn.RequireConfirmedAccount = true;
        // The e-mail address is the user name, and å, č and đ are letters too.
        options.User.AllowedUserNameCharacters = "";
        // What a password must be is in PasswordRules; these would only say it twice.
        options.Password.RequiredLength = 1;
        options.Password.RequiredUniqueChars = 1;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Lockout.MaxFailedAccessAttempts = 10;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
        options.Stores.SchemaVersion = IdentitySchema.Version;
    }

    private static void UseCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "endre-innlogging";
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.HttpOnly = true;
        // A gym hall has no certificate; behind https the cookie is for https only.
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.SlidingExpiration = true;
        options.Events.OnSigningIn = context =>
        {
            Session.Begin(context);
            return Task.CompletedTask;
        };
        options.LoginPath = AccessLinks.SignIn;
        options.ReturnUrlParameter = "returnTo";
        options.Events.OnValidatePrincipal = async context =>
        {
            if (context.HttpContext.RequestServices.GetRequiredService<EndedSignIns>().IsEnded(context.Principal))
                context.RejectPrincipal();
            else
                await SecurityStampValidator.ValidatePrincipalAsync(context);
        };
        options.Events.OnRedirectToLogin = context =>
        {
            if (ErrorAnswers.WantsJson(context.Request) || !HttpMethods.IsGet(context.Request.Method))
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            else
                context.Response.Redirect(
                    AccessLinks.SignInAndReturn(context.Request.Path + context.Request.QueryString)
                );
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }
}
