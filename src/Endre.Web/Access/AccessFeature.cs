using Endre.Storage;
using Endre.Storage.People;
using Endre.Web.Hosting;
using Endre.Web.Hosting.Errors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Endre.Web.Access;

/// <summary>
/// Who may come in, and as whom. A further way to sign in (OpenID Connect) is one more
/// <c>authentication.AddOpenIdConnect(…)</c> here and a button on the sign-in page.
/// </summary>
public static class AccessFeature
{
    private const string CookieOrToken = "cookie-or-token";

    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentPerson>();
        services.AddSingleton<PersonTokens>();
        services.AddSingleton<AccountFaults>();
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
        services.ConfigureApplicationCookie(UseCookie);
        // A role that is taken away is gone within a minute.
        services.Configure<SecurityStampValidatorOptions>(options =>
            options.ValidationInterval = TimeSpan.FromMinutes(1)
        );
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = TimeSpan.FromDays(7));
        services.AddAuthorization(Policies.Add);
        return services;
    }

    // A bearer token is never mixed with whoever happens to be signed in in the same browser.
    private static string Select(HttpContext context) =>
        ApiTokenHandler.HasBearer(context.Request) ? ApiTokenHandler.SchemeName : IdentityConstants.ApplicationScheme;

    private static void UseRulesForAccounts(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
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
        options.ExpireTimeSpan = TimeSpan.FromDays(14);
        options.SlidingExpiration = true;
        options.LoginPath = AccessLinks.SignIn;
        options.ReturnUrlParameter = "returnTo";
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
