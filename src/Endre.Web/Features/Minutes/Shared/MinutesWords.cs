using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Minutes;
using Endre.Web.Texts;

namespace Endre.Web.Features.Minutes.Shared;

/// <summary>What minutes say on the screen and in files alike.</summary>
internal static class MinutesWords
{
    private static readonly Texts<MinutesTexts> T = new();

    /// <summary>When it was, as far as one knows.</summary>
    public static string When(MinutesContent content, Formats formats) =>
        (content.BegunAt, content.EndedAt) switch
        {
            ({ } begun, { } ended) => T[
                "WhenFromTo",
                formats.LongDate(begun),
                formats.Time(begun),
                formats.Time(ended)
            ],
            ({ } begun, null) => T["WhenFrom", formats.LongDate(begun), formats.Time(begun)],
            _ => T["WhenPlanned", formats.LongDate(content.StartsAt), formats.Time(content.StartsAt)],
        };

    /// <summary>The day it was.</summary>
    public static string Day(MinutesContent content, Formats formats) =>
        formats.Date(content.BegunAt ?? content.StartsAt);

    /// <summary>Who was there and who was not: a label with the count, and who they were.</summary>
    public static IEnumerable<(string Label, string People)> Present(ShownMinutes minutes) =>
        from presence in new[] { Presence.Present, Presence.Excused, Presence.Absent, Presence.Unknown }
        let people = minutes.Head.People.Where(person => person.Presence == presence).ToList()
        where people.Count > 0
        select (
            T["PresenceCount", T[$"Presence_{presence}"], people.Count],
            minutes.IsWithoutNames ? Roles(people) : string.Join(", ", people.Select(NameOf))
        );

    public static string TitleOf(ShownMatter matter) =>
        matter.Matter is { } open
            ? T["NumberAndTitle", matter.Number, open.Title.Length > 0 ? open.Title : T[$"Kind_{open.Kind}"]]
            : T["WithheldTitle", matter.Number];

    public static string Effect(MinutesEffect effect) =>
        effect.Seen.Length > 0
            ? T["EffectSeen", T[$"Effect_{effect.Effect}"], effect.Seen]
            : T[$"Effect_{effect.Effect}"];

    /// <summary>The representatives who were asked for a matter, and whether they came; null when it needed none.</summary>
    public static string? Asked(ShownMinutes minutes, MinutesMatter matter)
    {
        var all = matter
            .Asked.Select(person =>
                minutes.IsWithoutNames
                    ? T["AskedRole", T[$"Role_{person.Role}"], T[$"Asked_{person.Presence}"]]
                    : T[
                        "AskedOne",
                        person.Name.Length > 0 ? person.Name : T["NoName"],
                        T[$"Role_{person.Role}"],
                        T[$"Asked_{person.Presence}"]
                    ]
            )
            .Concat(matter.Missed.Select(role => T["AskedNobody", T[$"Role_{role}"]]))
            .ToList();
        return all.Count == 0 ? null : string.Join(", ", all);
    }

    /// <summary>Who answers for an action item.</summary>
    public static string OwnerOf(ShownMinutes minutes, MinutesAction action) =>
        minutes.IsWithoutNames ? T["NameLeftOut"] : action.Owner ?? T["Nobody"];

    /// <summary>An action item as one sentence after the other.</summary>
    public static string Line(ShownMinutes minutes, MinutesAction action, Formats formats)
    {
        var line = T["ActionLine", action.What.TrimEnd('.'), OwnerOf(minutes, action), formats.Date(action.DueOn)];
        return action.FirstStep.Length > 0 ? $"{line} {T["ActionStep", action.FirstStep]}" : line;
    }

    /// <summary>All action items, each with the number of its matter or nothing.</summary>
    public static IReadOnlyList<(MinutesAction Action, int? Matter)> AllActions(ShownMinutes minutes) =>
        [
            .. minutes.Matters.SelectMany(matter =>
                (matter.Matter?.Actions ?? []).Select(action => (action, (int?)matter.Number))
            ),
            .. minutes.Rest.Actions.Select(action => (action, (int?)null)),
        ];

    /// <summary>When it was corrected, and by whom.</summary>
    public static string Head(MinutesEntry correction, Formats formats) =>
        correction.Name.Length > 0
            ? T["CorrectedBy", formats.DateAndTime(correction.At), correction.Name]
            : T["CorrectedOn", formats.DateAndTime(correction.At)];

    public static string Locked(MinutesLock made, Formats formats) =>
        made.Name.Length > 0
            ? T["LockedBy", formats.DateAndTime(made.At), made.Name]
            : T["LockedOn", formats.DateAndTime(made.At)];

    /// <summary>A ground as one chooses it.</summary>
    public static string Of(AccessGround ground) => T[$"Ground_{ground.Word}", ground.Law];

    /// <summary>How something is marked.</summary>
    public static string OfMark(string? word, bool isMatter) =>
        AccessGrounds.Find(word) is { } ground ? Of(ground)
        : isMatter && word is null ? T["MarkFollow"]
        : T["MarkOpen"];

    private static string NameOf(MinutesPerson person)
    {
        var name = person.Name.Length > 0 ? person.Name : T["NoName"];
        return person.Role == AttendeeRole.Member ? name : T["RoleBeside", name, T[$"Role_{person.Role}"]];
    }

    private static string Roles(IReadOnlyList<MinutesPerson> people) =>
        string.Join(
            ", ",
            people
                .GroupBy(person => person.Role)
                .OrderBy(same => same.Key)
                .Select(same =>
                    same.Key == AttendeeRole.Member
                        ? T["RoleCountMember", same.Count()]
                        : $"{same.Count()} {T[$"Role_{same.Key}"]}"
                )
        );
}
