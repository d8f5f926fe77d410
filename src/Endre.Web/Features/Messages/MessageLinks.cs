namespace Endre.Web.Features.Messages;

/// <summary>The addresses of messages; no other file spells them.</summary>
internal static class MessageLinks
{
    public const string List = "/meldinger";
    public const string ReadAll = $"{List}/lest";
    public const string OneRoute = $"{List}/{{id:guid}}";
    public const string Choices = $"{List}/valg";
    public const string ChoicesSaved = $"{Choices}?lagret=ja";
    public const string UnsubscribeRoute = $"{List}/avmeld/{{token}}";
    public const string ApiRoute = "/unsubscribe/{token}";

    /// <summary>What a mail program sends for its reader (RFC 8058).</summary>
    public const string OneClick = "List-Unsubscribe=One-Click";

    public const string Outbox = "/e-post";
    public const string Retry = $"{Outbox}/igjen";
    public const string Test = $"{Outbox}/prove";

    public static string One(Guid id) => $"{List}/{id}";

    public static string Unsubscribe(string token) => $"{List}/avmeld/{token}";

    public static string ApiUnsubscribe(string token) => $"/api/v1/unsubscribe/{token}";

    public static string OutboxAfter(string act) => $"{Outbox}?gjort={act}";
}
