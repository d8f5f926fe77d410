using Endre.Domain.Hassles;
using Endre.Domain.Needs;
using Endre.Domain.Shared;

namespace Endre.Domain.Tests.Hassles;

public sealed class FixerTests
{
    [Fact]
    public void The_words_of_fixers_and_categories_are_read_back_and_others_are_none()
    {
        foreach (var fixer in Enum.GetValues<Fixer>())
        {
            FixerWord.Read(FixerWord.Of(fixer)).ShouldBe(fixer);
        }
        foreach (var category in ServiceCategoryWord.All)
        {
            ServiceCategoryWord.Read(ServiceCategoryWord.Of(category)).ShouldBe(category);
        }
        foreach (var word in new[] { null, "", "Leader", "0", "utstyr" })
        {
            FixerWord.Read(word).ShouldBeNull();
            ServiceCategoryWord.Read(word).ShouldBeNull();
        }
    }

    [Fact]
    public void A_fishbone_begins_with_the_categories_that_a_hassle_may_have() =>
        CauseCategory
            .Defaults.Select(bone => ServiceCategoryWord.Read(bone.Id))
            .ShouldBe(ServiceCategoryWord.All.Select(category => (ServiceCategory?)category));

    [Fact]
    public void What_others_must_do_is_out_of_reach_and_what_nobody_said_is_not_known()
    {
        FixerWord.IsWithinReach(Fixer.Ourselves).ShouldBe(true);
        FixerWord.IsWithinReach(Fixer.Leader).ShouldBe(true);
        FixerWord.IsWithinReach(Fixer.Others).ShouldBe(false);
        FixerWord.IsWithinReach(null).ShouldBeNull();
    }
}
