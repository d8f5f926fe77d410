using Endre.Web.Texts;

namespace Endre.Web.Hosting.Errors;

/// <summary>Why a request got no ordinary answer, in words that help.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Kind">The key of the texts where one status has several reasons, such as "Expired".</param>
/// <param name="Reference">What stands in the log beside the exception.</param>
/// <param name="RetryAfter">How long to wait before it is worth trying again.</param>
public sealed record RequestError(
    int Status,
    string? Kind = null,
    string? Reference = null,
    TimeSpan? RetryAfter = null
)
{
    internal bool IsWorthRetrying => Status is 429 or >= 500;

    private string Key => Kind ?? $"{Status}";

    internal string Title(Texts<ErrorTexts> texts) =>
        texts[texts.Has($"Title{Key}") ? $"Title{Key}" : Fallback("Title")];

    internal string Text(Texts<ErrorTexts> texts) => texts[texts.Has($"Text{Key}") ? $"Text{Key}" : Fallback("Text")];

    internal string? Wait(Texts<ErrorTexts> texts) =>
        RetryAfter is not { } wait ? null
        : wait < TimeSpan.FromMinutes(1) ? texts["Wait", texts.Count("Seconds", (long)Math.Ceiling(wait.TotalSeconds))]
        : texts["Wait", texts.Count("Minutes", (long)Math.Ceiling(wait.TotalMinutes))];

    private string Fallback(string part) => Status < 500 ? $"{part}400" : $"{part}500";
}
