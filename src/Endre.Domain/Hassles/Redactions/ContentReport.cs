namespace Endre.Domain.Hassles.Redactions;

/// <summary>What somebody reports of content. Who reported it is not kept.</summary>
public enum ContentReport
{
    /// <summary>A person is named.</summary>
    Person,

    /// <summary>A patient, resident, user or pupil is named or described.</summary>
    Patient,

    /// <summary>The picture shows a person.</summary>
    Photo,
}

/// <summary>The words of reports in forms and tables.</summary>
public static class ContentReportWord
{
    /// <summary>The word: <c>person</c>, <c>patient</c>, <c>photo</c>.</summary>
    /// <param name="report">What is reported.</param>
    public static string Of(ContentReport report) => report.ToString().ToLowerInvariant();

    /// <summary>What a word reports; null when it reports nothing.</summary>
    /// <param name="word">As it is stored, or came from outside.</param>
    public static ContentReport? Read(string? word) =>
        word switch
        {
            "person" => ContentReport.Person,
            "patient" => ContentReport.Patient,
            "photo" => ContentReport.Photo,
            _ => null,
        };
}
