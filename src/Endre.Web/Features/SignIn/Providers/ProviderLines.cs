using Endre.Web.Access;
using Endre.Web.Hosting;

namespace Endre.Web.Features.SignIn.Providers;

/// <summary>Tells the operator, at each start, what must be registered at the providers.</summary>
internal sealed class ProviderLines(Settings settings) : IAnnouncement
{
    public int Order => 30;

    public IEnumerable<string> Lines(ListeningAddress address) =>
        settings.SignIn.Providers.Select(provider =>
            $"sign-in {provider.Id}: redirect address {new Uri(address.ForPeople, AccessLinks.ProviderAnswer(provider.Id))}"
        );
}
