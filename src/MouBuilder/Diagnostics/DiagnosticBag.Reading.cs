using System.Globalization;

namespace MouBuilder.Diagnostics;

/// <summary>MOU402x: reading agreements from elsewhere. MOU404x: importing them.</summary>
internal sealed partial class DiagnosticBag
{
    public void NotAWordFile(Source at, string what, string advice) =>
        Error("MOU4020", at, $"The file is {Words(what)}. {advice}");

    public void WordFileDamaged(Source at, string why) =>
        Error("MOU4021", at, $"The Word file is damaged: {Words(why)}. Open it in Word and save it again, or ask for it again.");

    public void WordFileTooLarge(Source at, string why) =>
        Error("MOU4022", at, $"The file is larger than any agreement: {Words(why)}. Check that it is the file you mean; if it is, divide it.");

    public void WordPartDamaged(Source at, string why) =>
        Error("MOU4023", at, $"A part of the Word file cannot be read: {Words(why)}. If Word opens the file, save it there again; otherwise ask for it again.");

    public void PendingChanges(Source at, int count, string kinds, string authors) =>
        Error("MOU4024", at, string.Create(CultureInfo.InvariantCulture, $"The file has {count} tracked changes that are still pending ({kinds}), by {authors}. Say --changes accept or --changes reject to read it with or without them, or --changes show to list them."));

    public void NotCarried(Source at, string what, string where) =>
        Warn("MOU4025", at, $"Not carried over: {Words(what)}, first {Words(where)}. Look at the original where it matters.");

    public void Noted(Source at, string what) =>
        Inform("MOU4026", at, $"{what} Nothing needs doing if that is what you expect.");

    public void UnseenText(Source at, string what, string where) =>
        Warn("MOU4027", at, $"A reader of the page could not see this: {Words(what)}, first {Words(where)}. Find out how it came there.");

    public void ChangeRead(Source at, string what, string author, string words) =>
        Inform("MOU4028", at, $"A pending change was read as {Words(what)}, by {Words(author)}: “{words}”. Settle it in Word, then read the file again.");

    public void NothingToRead(Source at) =>
        Warn("MOU4029", at, "There is no text in the file. Check that it is the file you mean; a scan must be read by character recognition first.");

    public void LabelGuessed(Source at, string what) =>
        Warn("MOU4030", at, $"A number may not be the one that Word shows: {Words(what)}. Compare the labels with the original.");

    public void BadImportFolder(Source at, string name) =>
        Error("MOU4040", at, $"The folder's name becomes the id of the agreement, and \"{name}\" is none. Write lower-case letters, digits and hyphens, beginning with a letter.");

    public void MappedTwice(Source at, string id) =>
        Error("MOU4041", at, $"Two clauses of the paper are mapped to {id}, and a clause stands in an agreement once. Give one of them an id of its own.");

    public void ImportWouldOverwrite(Source at) =>
        Error("MOU4042", at, "This file was not written by the last import here, or was worked on since, and importing again would overwrite it. Import into another folder, or move the file away.");

    public void CorrectionWithoutClause(Source at, string paper, string id) =>
        Warn("MOU4043", at, $"The correction of \"{paper}\" to {id} fits no clause of the paper any more and is left out. Look for the clause in the new map.");

    private static string Words(string text) => text.TrimEnd('.');
}
