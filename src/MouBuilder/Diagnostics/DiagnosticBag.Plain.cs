namespace MouBuilder.Diagnostics;

/// <summary>MOU70xx: plain-language texts.</summary>
internal sealed partial class DiagnosticBag
{
    public void ApprovedWithoutReviewers(Source at) =>
        Error("MOU7001", at, "The text is approved without two reviewers who did not write it. Name a \"language_reviewer\" and a \"counsel_reviewer\" who are neither the author nor the same, or set \"state: draft\".");
}
