using System.Text.Json;
using Endre.Domain.Meetings.Minutes;

namespace Endre.Domain.Tests.Meetings.Minutes;

/// <summary>A copy for the public does not have what is kept back: not hidden, but not there.</summary>
public sealed class ShownMinutesTests
{
    private static readonly string[] OfThePerson =
    [
        "Hemmelig",
        "tilrettelegging",
        "Ryggplager",
        "nattevakt",
        "Dagvakt",
        "innvilges",
        "avtaleutkast",
        "malskjema",
        "Rettet ryggting",
    ];

    [Theory]
    [InlineData("secrecy")]
    [InlineData("internal")]
    [InlineData("personnel")]
    public void No_word_of_what_is_kept_back_is_in_a_copy(string ground)
    {
        var copy = Copy(withNames: true, included: [], Mark(ground), CorrectPerson());
        foreach (var word in OfThePerson)
        {
            copy.Json.ShouldNotContain(word);
        }
        var kept = copy.Shown.Matters[1];
        (kept.Matter, kept.Ground!.Word, kept.Number).ShouldBe((null, ground, 2));
        copy.Json.ShouldContain("Alle rør byttes");
        copy.Json.ShouldContain("Kari Nordmann");
    }

    [Fact]
    public void What_belongs_to_no_matter_is_kept_back_with_the_first_matter_that_is()
    {
        var whole = new CorrectMinutes(Guid.CreateVersion7(), null, "Hele møtet handlet om ryggen.");
        var copy = Copy(withNames: true, included: [], Mark("personnel"), whole);
        copy.Json.ShouldNotContain("ryggen");
        copy.Shown.Rest.Ground!.Word.ShouldBe("personnel");
        Copy(withNames: true, included: [], whole).Json.ShouldContain("ryggen");
    }

    [Fact]
    public void What_may_be_kept_back_can_be_given_out_and_what_must_cannot()
    {
        Copy(true, [MeetingWithMinutes.Person], Mark("internal"), CorrectPerson())
            .Json.ShouldContain("Dagvakt innvilges");
        foreach (var duty in new[] { "secrecy", "health-secrecy" })
        {
            var copy = Copy(true, [MeetingWithMinutes.Person, MeetingWithMinutes.Held.Id], Mark(duty));
            copy.Json.ShouldNotContain("Dagvakt");
            copy.Shown.Copy!.Included.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Without_names_no_name_is_left_in_lists_or_in_texts()
    {
        var json = Copy(withNames: false, included: [], CorrectPerson()).Json;
        foreach (var name in new[] { "Lise", "Leder", "Kari", "Nordmann", "Vaktmester Odd" })
        {
            json.ShouldNotContain(name);
        }
        json.ShouldContain("så at det blinker");
    }

    [Fact]
    public void A_copy_stays_what_it_was_whatever_is_added_later()
    {
        var made = MeetingWithMinutes.Locked(Mark("personnel"), Request(true, []));
        var entry = made.Entries[^1];
        var later = made with
        {
            Entries =
            [
                .. made.Entries,
                .. MeetingWithMinutes
                    .Locked(Mark("personnel"), Request(true, []), Mark(null), CorrectLight())
                    .Entries.Skip(2),
            ],
        };
        later.Entries.Length.ShouldBe(4);
        Json(ShownMinutes.Public(later, entry)).ShouldBe(Json(ShownMinutes.Public(made, entry)));
    }

    [Fact]
    public void What_was_asked_for_and_who_made_the_copy_is_not_in_it()
    {
        var json = Copy(withNames: true, included: []).Json;
        json.ShouldNotContain("Avisa spør");
        ShownMinutes.Whole(MeetingWithMinutes.Locked()).Copy.ShouldBeNull();
    }

    [Fact]
    public void A_name_is_taken_out_where_it_stands_as_a_whole()
    {
        var content = MeetingWithMinutes.Content with { Title = "Kari Nordmanns møte", Place = "Hos kari nordmann." };
        var without = content.Without("Kari Nordmann");
        (without.Title, without.Place).ShouldBe(("Kari Nordmanns møte", "Hos –."));
        without.Matters[0].Actions[0].Owner.ShouldBeNull();
        content.Without(" ").ShouldBeSameAs(content);
    }

    private static (ShownMinutes Shown, string Json) Copy(
        bool withNames,
        Guid[] included,
        params IReadOnlyList<AddToMinutes> added
    )
    {
        var minutes = MeetingWithMinutes.Locked([.. added, Request(withNames, included)]);
        var shown = ShownMinutes.Public(minutes, minutes.Entries[^1]);
        return (shown, Json(shown));
    }

    // All there is, as text: what is in none of its fields is in nothing that is made of it.
    private static string Json(ShownMinutes shown) =>
        JsonSerializer.Serialize(
            shown,
            new JsonSerializerOptions
            {
                Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );

    private static MakePublicCopy Request(bool withNames, Guid[] included) =>
        new(Guid.CreateVersion7(), "Avisa spør", [.. included], withNames);

    private static MarkLockedMatter Mark(string? ground) =>
        new(Guid.CreateVersion7(), MeetingWithMinutes.Person, ground);

    private static CorrectMinutes CorrectPerson() =>
        new(Guid.CreateVersion7(), MeetingWithMinutes.Person, "Rettet ryggting");

    private static CorrectMinutes CorrectLight() =>
        new(Guid.CreateVersion7(), MeetingWithMinutes.Light, "Bare én gang");
}
