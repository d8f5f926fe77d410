using Endre.Domain.Shared;

namespace Endre.Domain.Needs;

/// <summary>The why tree and the fishbone: one set of causes, looked at in two ways.</summary>
internal static class CauseRules
{
    /// <returns>
    /// Null for what is not of this; otherwise the event or a refusal: <c>CauseUnknown</c>, <c>TooManyCauses</c>,
    /// <c>TooDeep</c>, <c>HassleIsLeaf</c>, <c>HassleNotTied</c>, <c>ProofMissing</c>, <c>CauseUnderItself</c>,
    /// <c>CauseHasAnswers</c>, <c>CategoryUnknown</c>, <c>TooManyCategories</c>, or what <see cref="FreeText"/> says.
    /// </returns>
    public static Decision<NeedEvent>? Decide(Need need, NeedCommand command) =>
        command switch
        {
            AnswerWhy answer => Answer(need, answer),
            JudgeCause judge => Judge(need, judge),
            MoveCause move => Move(need, move),
            SortCause sort => Sort(need, sort),
            RemoveCause remove => Remove(need, remove),
            NameCategory name => Name(need, name),
            RemoveCategory remove => need.Categories.Exists(one => one.Id == remove.Id)
                ? new CategoryRemoved(remove.Id!)
                : Decision<NeedEvent>.Happened(),
            _ => (Decision<NeedEvent>?)null,
        };

    public static Need? Evolve(Need need, NeedEvent happened) =>
        happened switch
        {
            WhyAnswered answered => need with { Causes = need.Causes.Add(answered.Cause) },
            CauseChanged changed => need with
            {
                Causes = need.Causes.Put(changed.Cause, one => one.Id == changed.Cause.Id),
            },
            CauseRemoved removed => need with { Causes = need.Causes.RemoveAll(one => one.Id == removed.Id) },
            CategoryNamed named => need with
            {
                Categories = need.Categories.Put(named.Category, one => one.Id == named.Category.Id),
            },
            CategoryRemoved removed => need with
            {
                Categories = need.Categories.RemoveAll(one => one.Id == removed.Id),
                Causes = need.Causes.ConvertAll(cause =>
                    cause.CategoryId == removed.Id ? cause with { CategoryId = null } : cause
                ),
            },
            _ => null,
        };

    private static Decision<NeedEvent> Answer(Need need, AnswerWhy answer)
    {
        var text = "";
        if (answer.HassleId is { } hassle)
        {
            if (!need.HassleIds.Contains(hassle))
            {
                return new Refusal("HassleNotTied", "text");
            }
        }
        else if (FreeText.Require(answer.Text, Cause.LongestText, "text", out text) is { } fault)
        {
            return fault;
        }
        if (answer.Id is not { } id || (need.CauseOf(id) is null && IsMissing(need, answer.ParentId)))
        {
            return Refusal.Because("CauseUnknown");
        }
        if (need.CauseOf(id) is not null)
        {
            return Decision<NeedEvent>.Happened();
        }
        if (need.Causes.Count >= Cause.Most)
        {
            return NeedRules.TooMany("TooManyCauses", "text", Cause.Most);
        }
        return CategoryFault(need, answer.CategoryId)
            ?? Fits(need, answer.ParentId, height: 1)
            ?? (Decision<NeedEvent>)
                new WhyAnswered(
                    new Cause(
                        id,
                        answer.ParentId,
                        text,
                        answer.HassleId,
                        Influence.Unsaid,
                        Proof: "",
                        IsChecked: false,
                        answer.CategoryId
                    )
                );
    }

    private static Decision<NeedEvent> Judge(Need need, JudgeCause judge)
    {
        if (need.CauseOf(judge.Id) is not { } cause)
        {
            return Refusal.Because("CauseUnknown");
        }
        var text = "";
        if (
            (
                (cause.HassleId is null ? FreeText.Require(judge.Text, Cause.LongestText, "text", out text) : null)
                ?? FreeText.Accept(judge.Proof, Cause.LongestProof, "proof", out _)
            ) is
            { } fault
        )
        {
            return fault;
        }
        var proof = FreeText.Tidy(judge.Proof ?? "");
        if (judge.IsChecked && proof.Length == 0)
        {
            return new Refusal("ProofMissing", "proof");
        }
        return Changed(
            cause,
            cause with
            {
                Text = text,
                Influence = judge.Influence ?? Influence.Unsaid,
                Proof = proof,
                IsChecked = judge.IsChecked,
            }
        );
    }

    private static Decision<NeedEvent> Move(Need need, MoveCause move)
    {
        if (need.CauseOf(move.Id) is not { } cause || IsMissing(need, move.ParentId))
        {
            return Refusal.Because("CauseUnknown");
        }
        for (var above = need.CauseOf(move.ParentId); above is not null; above = need.CauseOf(above.ParentId))
        {
            if (above.Id == cause.Id)
            {
                return new Refusal("CauseUnderItself", "parent");
            }
        }
        return Fits(need, move.ParentId, HeightOf(need, cause)) is { } fault
            ? fault
            : Changed(cause, cause with { ParentId = move.ParentId });
    }

    private static Decision<NeedEvent> Sort(Need need, SortCause sort) =>
        need.CauseOf(sort.Id) is not { } cause ? Refusal.Because("CauseUnknown")
        : CategoryFault(need, sort.CategoryId) is { } fault ? fault
        : Changed(cause, cause with { CategoryId = sort.CategoryId });

    private static Decision<NeedEvent> Remove(Need need, RemoveCause remove) =>
        need.CauseOf(remove.Id) is not { } cause ? Decision<NeedEvent>.Happened()
        : need.Under(cause.Id).Any() ? Refusal.Because("CauseHasAnswers")
        : new CauseRemoved(cause.Id);

    private static Decision<NeedEvent> Name(Need need, NameCategory name)
    {
        if (FreeText.Require(name.Name, CauseCategory.LongestName, "name", out var clean) is { } fault)
        {
            return fault;
        }
        if (FreeText.Require(name.Id, CauseCategory.LongestName, "name", out var id) is not null)
        {
            return Refusal.Because("CategoryUnknown");
        }
        var before = need.Categories.Find(one => one.Id == id);
        return before is null && need.Categories.Count >= CauseCategory.Most
                ? NeedRules.TooMany("TooManyCategories", "name", CauseCategory.Most)
            : before?.Name == clean ? Decision<NeedEvent>.Happened()
            : new CategoryNamed(new CauseCategory(id, clean));
    }

    private static Decision<NeedEvent> Changed(Cause before, Cause after) =>
        before == after ? Decision<NeedEvent>.Happened() : new CauseChanged(after);

    private static bool IsMissing(Need need, Guid? parent) => parent is not null && need.CauseOf(parent) is null;

    private static Refusal? CategoryFault(Need need, string? category) =>
        category is null || need.Categories.Exists(one => one.Id == category)
            ? null
            : new Refusal("CategoryUnknown", "category");

    private static Refusal? Fits(Need need, Guid? parent, int height)
    {
        if (need.CauseOf(parent)?.HassleId is not null)
        {
            return new Refusal("HassleIsLeaf", "parent");
        }
        var depth = 0;
        for (var above = need.CauseOf(parent); above is not null; above = need.CauseOf(above.ParentId))
        {
            depth++;
        }
        return depth + height > Cause.Deepest ? NeedRules.TooMany("TooDeep", "parent", Cause.Deepest) : null;
    }

    private static int HeightOf(Need need, Cause cause) =>
        1 + need.Under(cause.Id).Select(under => HeightOf(need, under)).DefaultIfEmpty(0).Max();
}
