using Endre.Web.Access;
using Endre.Web.Texts;

namespace Endre.Web.Components.Layout;

/// <summary>A place in the main navigation.</summary>
/// <param name="Order">Lower stands first.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="Name">What it says in the language of the request.</param>
/// <param name="IsFor">Who sees it.</param>
internal sealed record NavigationItem(int Order, string Address, Func<string> Name, Func<CurrentPerson, bool> IsFor)
{
    public bool IsCurrent(PathString path) => path.StartsWithSegments(Address, StringComparison.OrdinalIgnoreCase);
}

internal static class Navigation
{
    /// <summary>Gives an area its place in the main navigation; the name is a key of the area's texts.</summary>
    public static IServiceCollection AddNavigation<TArea>(
        this IServiceCollection services,
        int order,
        string address,
        string key,
        Func<CurrentPerson, bool> isFor
    )
    {
        var texts = new Texts<TArea>();
        return services.AddSingleton(new NavigationItem(order, address, () => texts[key], isFor));
    }
}
