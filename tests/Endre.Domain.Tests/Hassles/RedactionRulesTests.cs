using CsCheck;
using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Redactions;
using Endre.Domain.Hassles.Removals;

namespace Endre.Domain.Tests.Hassles;

public sealed class RedactionRulesTests
{
    private const string Text = "Fru Olsen på rom 4,\nog Per, venter";
    private static readonly DateOnly Today = new(2026, 3, 4);
    private static readonly Guid Leader = Guid.CreateVersion7();

    [Fact]
    public void Words_beside_each_other_leave_one_gap_and_everything_else_stands()
    {
        RedactedText.WordsOf(Text).ShouldBe(["Fru", "Olsen", "på", "rom", "4,", "og", "Per,", "venter"]);
        RedactedText.Without(Text, Set(0, 1)).ShouldBe("[fjernet] på rom 4,\nog Per, venter");
        RedactedText.Without(Text, Set(1, 6)).ShouldBe("Fru [fjernet] på rom 4,\nog [fjernet] venter");
        RedactedText.Without(Text, Set(0, 1, 2, 3, 4, 5, 6, 7)).ShouldBe("[fjernet]");
        RedactedText.Without(Text, Set(8, -1)).ShouldBe(Text);
        RedactedText.Without("", Set(0)).ShouldBe("");
    }

    [Fact]
    public void A_word_that_was_taken_out_is_never_left_and_the_others_keep_their_order() =>
        Gen.Select(Gen.Int[0, 12].Array[1, 12], Gen.Int[0, 12].Array[0, 12])
            .Sample(
                (numbers, taken) =>
                {
                    var words = numbers.Select((number, i) => $"ord{i}x{number}").ToList();
                    var left = RedactedText.Without(string.Join(' ', words), taken.ToHashSet());
                    var expected = words.Where((_, i) => !taken.Contains(i));
                    return RedactedText.WordsOf(left).Where(word => word != RedactedText.Gap).SequenceEqual(expected);
                }
            );

    [Fact]
    public void Words_of_what_was_said_and_of_a_message_are_taken_out_each_by_itself()
    {
        var hassle = Do(Said() with { Thread = [Message("Per ordner det")] }, Redact(0, Text, 0, 1));
        hassle.Text.ShouldBe("[fjernet] på rom 4,\nog Per, venter");
        hassle.Thread.Single().Text.ShouldBe("Per ordner det");
        hassle = Do(hassle, Redact(1, "Per ordner det", 0));
        hassle.Thread.Single().Text.ShouldBe("[fjernet] ordner det");
    }

    [Fact]
    public void What_was_done_stands_beside_the_message_and_goes_with_it()
    {
        var gone = Said() with
        {
            State = HassleState.Gone,
            Removal = new Removal("Per tok det", Effort.Nothing, Today, Today),
            Thread = [Message("Per tok det")],
        };
        Do(gone, Redact(1, "Per tok det", 0)).Removal!.Done.ShouldBe("[fjernet] tok det");
    }

    [Fact]
    public void Words_are_never_counted_in_another_text_than_was_seen()
    {
        Refused(Said(), Redact(0, "Noe annet", 0)).ShouldBe("TextChanged");
        Refused(Said(), Redact(1, Text, 0)).ShouldBe("TextChanged");
        Refused(Said(), Redact(-1, Text, 0)).ShouldBe("TextChanged");
        Refused(Said(), Redact(0, Text)).ShouldBe("WordsMissing");
        Refused(Said(), Redact(0, Text, 99)).ShouldBe("WordsMissing");
        // Sent twice: the second sees another text.
        Refused(Do(Said(), Redact(0, Text, 0)), Redact(0, Text, 0)).ShouldBe("TextChanged");
        Refused(Said() with { State = HassleState.Withdrawn }, Redact(0, Text, 0)).ShouldBe("HassleWithdrawn");
    }

    [Fact]
    public void The_picture_is_taken_away_once()
    {
        var hassle = Do(Said() with { Photo = new PhotoSize(4, 3) }, new RemovePhoto(Leader));
        hassle.Photo.ShouldBeNull();
        HassleRules.Decide(hassle, new RemovePhoto(Leader), Today).Events.ShouldBeEmpty();
    }

    private static HashSet<int> Set(params int[] words) => [.. words];

    private static RedactHassle Redact(int part, string seen, params int[] words) =>
        new(Leader, part, [.. words], RedactedText.MarkOf(seen));

    private static Hassle Do(Hassle hassle, HassleCommand command) =>
        HassleRules.Evolve(hassle, HassleRules.Decide(hassle, command, Today).Events.Single());

    private static string? Refused(Hassle hassle, HassleCommand command) =>
        HassleRules.Decide(hassle, command, Today).Refusal?.Reason;

    private static HassleMessage Message(string text) => new(false, text, null, Leader, Today, Today);

    private static Hassle Said() =>
        (
            (HassleSaid)
                HassleRules
                    .Say(
                        new SayHassle(
                            HassleId.New(),
                            Guid.CreateVersion7(),
                            Speaker.Anonymous,
                            Text,
                            Effort.Unknown,
                            Name: null,
                            PersonId: null,
                            "hash"
                        ),
                        Today
                    )
                    .Events.Single()
        ).Hassle;
}
