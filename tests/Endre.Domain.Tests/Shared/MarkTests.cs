using Endre.Domain.Shared;

namespace Endre.Domain.Tests.Shared;

public sealed class MarkTests
{
    [Fact]
    public void The_same_token_gives_the_same_mark_for_the_same_purpose() =>
        Mark.Of("ep_kari", "note").ShouldBe(Mark.Of("ep_kari", "note"));

    [Fact]
    public void Marks_of_two_purposes_or_two_tokens_cannot_be_joined()
    {
        Mark.Of("ep_kari", "note").ShouldNotBe(Mark.Of("ep_kari", "vote"));
        Mark.Of("ep_kari", "note").ShouldNotBe(Mark.Of("ep_ola", "note"));
    }

    [Fact]
    public void A_mark_is_the_hash_of_a_hash() =>
        // printf 'ep_karinote' | openssl dgst -sha256 -binary | openssl dgst -sha256 -binary | head -c16 | basenc --base64url
        Mark.Of("ep_kari", "note").ShouldBe("_2zOJf9PdxRrbK9eM_eZ2w");

    [Fact]
    public void A_token_is_stored_as_its_hash_and_never_as_itself()
    {
        var hash = Mark.HashOf("ep_kari");
        hash.Length.ShouldBe(43);
        hash.ShouldNotContain("kari");
        hash.ShouldNotBe(Mark.HashOf("ep_ola"));
    }
}
