using Endre.Domain.Lineage;

namespace Endre.Domain.Tests.Lineage;

public sealed class LineageRulesTests
{
    [Theory]
    [InlineData(RecordKind.Note, RecordKind.Hassle, true)]
    [InlineData(RecordKind.Note, RecordKind.Need, true)]
    [InlineData(RecordKind.Proposal, RecordKind.Hassle, true)]
    [InlineData(RecordKind.Proposal, RecordKind.Need, true)]
    [InlineData(RecordKind.Hassle, RecordKind.Need, true)]
    [InlineData(RecordKind.Need, RecordKind.Hassle, false)]
    [InlineData(RecordKind.Hassle, RecordKind.Hassle, false)]
    [InlineData(RecordKind.Note, RecordKind.Proposal, false)]
    [InlineData(RecordKind.Hassle, RecordKind.Note, false)]
    public void A_link_leads_onward_only(RecordKind from, RecordKind to, bool isAllowed)
    {
        var link = new LineageLink(new(from, Guid.CreateVersion7()), new(to, Guid.CreateVersion7()));
        LineageRules.Check(link)?.Reason.ShouldBe("LinkBackwards");
        (LineageRules.Check(link) is null).ShouldBe(isAllowed);
    }
}
