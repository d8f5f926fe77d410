using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Endre.Domain.Needs;
using Endre.Storage.Privacy;

namespace Endre.Storage.Needs;

/// <summary>A need of a unit. The hassles that it stands on are links of the lineage.</summary>
public sealed class NeedRow
{
    /// <summary>The longest word of a diamond.</summary>
    public const int MaxWordLength = 20;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The unit whose need it is. A unit that is closed keeps its needs.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>Who needs it.</summary>
    public required string Who { get; set; }

    /// <summary>What they need.</summary>
    public required string What { get; set; }

    /// <summary>Why.</summary>
    public required string Why { get; set; }

    /// <summary>The round of the three diamonds, from 1.</summary>
    public required int Round { get; set; }

    /// <summary>The open diamond: <c>need</c>, <c>solution</c> or <c>test</c>; null when it works.</summary>
    public string? OpenDiamond { get; set; }

    /// <summary>Solutions, tests, causes, bones and sheet, as JSON.</summary>
    public required string Parts { get; set; }

    /// <summary>One more at each change: what was decided on must still be what is stored.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The row of a need that was just stated.</summary>
    /// <param name="need">The need.</param>
    public static NeedRow Of(Need need)
    {
        ArgumentNullException.ThrowIfNull(need);
        var row = new NeedRow
        {
            Id = need.Id,
            UnitId = need.UnitId,
            Who = "",
            What = "",
            Why = "",
            Round = 1,
            Parts = "",
        };
        row.Fill(need);
        return row;
    }

    /// <summary>Takes over what may change.</summary>
    /// <param name="need">The same need, as it is now.</param>
    public void Take(Need need)
    {
        ArgumentNullException.ThrowIfNull(need);
        Fill(need);
        Version++;
    }

    /// <summary>The need of the row.</summary>
    /// <param name="hassleIds">What it stands on.</param>
    public Need ToNeed(IEnumerable<Guid> hassleIds)
    {
        var parts =
            JsonSerializer.Deserialize<NeedParts>(Parts, Json) ?? throw new JsonException($"Need {Id} has no parts.");
        return new Need(
            Id,
            UnitId,
            new Statement(Who, What, Why),
            new BltState(Round, DiamondWord.Read(OpenDiamond)),
            [.. hassleIds],
            parts.Solutions ?? [],
            parts.Tests ?? [],
            parts.Causes ?? [],
            parts.Categories ?? CauseCategory.Defaults,
            parts.Sheet ?? A3Sheet.Empty
        );
    }

    /// <summary>Takes a name out wherever it was written.</summary>
    /// <param name="name">The name, as it is spelled.</param>
    /// <returns>Whether it stood anywhere.</returns>
    public bool EraseName(string name)
    {
        string Without(string text) => EventNames.Without(text, name);
        var need = ToNeed([]);
        var before = (Who, What, Why, Parts);
        Fill(
            need with
            {
                Statement = new Statement(
                    Without(need.Statement.Who),
                    Without(need.Statement.What),
                    Without(need.Statement.Why)
                ),
                Solutions = need.Solutions.ConvertAll(one => one with { Text = Without(one.Text) }),
                Tests = need.Tests.ConvertAll(test => WithoutName(test, Without)),
                Causes = need.Causes.ConvertAll(one =>
                    one with
                    {
                        Text = Without(one.Text),
                        Proof = Without(one.Proof),
                    }
                ),
                Categories = need.Categories.ConvertAll(bone =>
                    bone.Name is { } called ? bone with { Name = Without(called) } : bone
                ),
                Sheet = new A3Sheet(
                    Without(need.Sheet.Theme),
                    Without(need.Sheet.Goal),
                    Without(need.Sheet.FollowUp),
                    need.Sheet.Plan.ConvertAll(line => line with { What = Without(line.What), Who = Without(line.Who) })
                ),
            }
        );
        if (before == (Who, What, Why, Parts))
        {
            return false;
        }
        Version++;
        return true;
    }

    private static SmallTest WithoutName(SmallTest test, Func<string, string> without) =>
        test with
        {
            What = without(test.What),
            With = without(test.With),
            Prediction = without(test.Prediction),
            Result = test.Result is { } told
                ? told with
                {
                    Happened = without(told.Happened),
                    Learned = without(told.Learned),
                }
                : null,
        };

    private void Fill(Need need)
    {
        (Who, What, Why) = (need.Statement.Who, need.Statement.What, need.Statement.Why);
        (Round, OpenDiamond) = (need.Blt.Round, DiamondWord.Of(need.Blt.Open));
        Parts = JsonSerializer.Serialize(
            new NeedParts(need.Solutions, need.Tests, need.Causes, need.Categories, need.Sheet),
            Json
        );
    }

    private sealed record NeedParts(
        ImmutableList<Solution>? Solutions,
        ImmutableList<SmallTest>? Tests,
        ImmutableList<Cause>? Causes,
        ImmutableList<CauseCategory>? Categories,
        A3Sheet? Sheet
    );
}
