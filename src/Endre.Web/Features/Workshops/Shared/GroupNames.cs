using Endre.Domain.Workshops.Groups;
using Endre.Web.Texts;

namespace Endre.Web.Features.Workshops;

/// <summary>What groups are called on pages: by their own name, or «Gruppe 1» in the reader's language.</summary>
internal static class GroupNames
{
    public static string DisplayName(this Group group) => group.Name ?? Numbered(group.Number);

    public static string Numbered(int number) =>
        $"{(Language.Current == Language.English ? "Group" : "Gruppe")} {number}";
}
