namespace Endre.Web.Features.Improvements.Voices;

/// <summary>What can be done with the question whether the work is affected, each with its word in the address.</summary>
internal static class VoiceActs
{
    public const string Affects = "pavirker";
    public const string View = "syn";
}
