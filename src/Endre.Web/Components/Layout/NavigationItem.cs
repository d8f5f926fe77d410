using Endre.Web.Access;
using Endre.Web.Texts;

namespace Endre.Web.Components.Layout;

/// <summary>
/// What is kept behind one word in the main navigation, in the order they stand. What stands alone comes before them. Of
/// a group in which somebody may see a single place, that place stands by itself.
/// </summary>
internal enum NavigationGroup
{
    /// <summary>What one plans, runs and takes along into a workshop.</summary>
    Workshops,

    /// <summary>Where one works: its parts, its teams, its numbers.</summary>
    Units,

    /// <summary>For the few who look after it.</summary>
    Administration,
}

/// <summary>A place in the main navigation.</summary>
/// <param name="Order">Lower stands first.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="Name">What it says in the language of the request.</param>
/// <param name="IsFor">Who sees it.</param>
/// <param name="Group">What it is kept together with; null when it stands alone.</param>
internal sealed record NavigationItem(
    int Order,
    string Address,
    Func<string> Name,
    Func<CurrentPerson, bool> IsFor,
    NavigationGroup? Group = null
)
{
    public bool Covers(PathString path) => path.StartsWithSegments(Address, StringComparison.OrdinalIgnoreCase);
}

internal static class Navigation
{
    /// <summary>Gives an area its place in the main navigation; the name is a key of the area's texts.</summary>
    public static IServiceCollection AddNavigation<TArea>(
        this IServiceCollection services,
        int order,
        string address,
        string key,
        Func<CurrentPerson, bool> isFor,
        NavigationGroup? group = null
    )
    {
        var texts = new Texts<TArea>();
        return services.AddSingleton(new NavigationItem(order, address, () => texts[key], isFor, group));
    }
}
