using System.Security.Claims;
using Endre.Storage.People;
using Endre.Web.Access.Providers;
using Endre.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Endre.Web.Access;

/// <summary>
/// Ends a session that has lasted long enough; and once a minute one whose person was deactivated, signed out everywhere,
/// was given other roles, or signed out at the provider.
/// </summary>
internal sealed class SessionCheck(
    IOptions<SecurityStampValidatorOptions> options,
    SignInManager<Person> signIn,
    ILoggerFactory logger,
    EndedSessions ended,
    Settings settings,
    SignInRight right
) : SecurityStampValidator<Person>(options, signIn, logger)
{
    private CookieValidatePrincipalContext? _context;

    public override async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        _context = context;
        if (
            context.Principal is { } principal
            && Session.IsOver(principal, context.Properties, settings, TimeProvider.GetUtcNow())
        )
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        await base.ValidateAsync(context);
    }

    protected override async Task<Person?> VerifySecurityStamp(ClaimsPrincipal? principal)
    {
        if (await base.VerifySecurityStamp(principal) is not { } person || !right.Has(person))
            return null;
        var session = _context is null ? null : ProviderSession.Of(_context.Properties);
        return session is not null && await ended.ContainsAsync(session) ? null : person;
    }
}
