namespace MouBuilder.Diagnostics;

/// <summary>MOU51xx: comments of readers.</summary>
internal sealed partial class DiagnosticBag
{
    public void CommentsDamaged(Source at) =>
        Error("MOU5101", at, "The file is damaged, or was changed after it was saved, and cannot be read. Ask the reader to save the comments again.");

    public void NotComments(Source at) =>
        Error("MOU5102", at, "The file is not one that a review page saves. Give files that were saved with \"Save comments as a file\".");

    public void CommentsBeyondLimits(Source at, string what) =>
        Error("MOU5103", at, $"The file is beyond what a review page saves: {what}. Check where it comes from.");

    public void DirectionMarksLeftOut(Source at) =>
        Warn("MOU5105", at, "Marks that turn the reading direction were left out of the comments, so that their words stand in the order in which they were stored. Nothing has to be done; whoever doubts a sentence asks its reader.");

    public void NotAReviewPage(Source at) =>
        Error("MOU5104", at, "The file is not a review page. Give the .html file that \"mou diff\" wrote.");
}
