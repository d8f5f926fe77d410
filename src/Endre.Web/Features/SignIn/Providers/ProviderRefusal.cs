using Endre.Web.Access;
using Endre.Web.Access.Providers;

namespace Endre.Web.Features.SignIn.Providers;

/// <summary>What the page says to whom a provider did not let in.</summary>
public sealed record ProviderRefusal
{
    public required string Provider { get; init; }

    public required ProviderFault Fault { get; init; }

    /// <summary>Where the same way is tried again.</summary>
    public required string RetryAddress { get; init; }

    /// <summary>Trying once more may help.</summary>
    public bool IsWorthRetrying =>
        Fault
            is ProviderFault.Down
                or ProviderFault.Denied
                or ProviderFault.Stale
                or ProviderFault.Weak
                or ProviderFault.Elsewhere;

    internal static IResult Page(SignInProvider provider, ProviderFault fault) =>
        Components.Page.Of<ProviderRefusalPage>(
            new
            {
                Refusal = new ProviderRefusal
                {
                    Provider = provider.Name,
                    Fault = fault,
                    RetryAddress = AccessLinks.SignInWith(provider.Id, returnTo: null),
                },
            },
            ProviderFaults.StatusOf(fault)
        );
}
