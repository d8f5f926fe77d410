namespace Endre.Web.Hosting;

/// <summary>How every error of the API looks.</summary>
/// <param name="Type">What kind of problem it is; programs go by it.</param>
/// <param name="Title">In a few words, for people.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong and what to do, in the language of the request.</param>
/// <param name="Field">The field that must be mended, when it is one.</param>
/// <param name="Reference">What stands in the log, when the fault is ours.</param>
internal sealed record ApiProblem(
    string Type,
    string Title,
    int Status,
    string Detail,
    string? Field = null,
    string? Reference = null
);
