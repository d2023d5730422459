namespace MouBuilder.Diagnostics;

/// <summary>MOU70xx: plain-language texts.</summary>
internal sealed partial class DiagnosticBag
{
    public void ApprovedWithoutReviewers(Source at) =>
        Error("MOU7001", at, "The text is approved without two reviewers who did not write it. Name a \"language_reviewer\" and a \"counsel_reviewer\" who are neither the author nor the same, or set \"state: draft\".");

    public void PlainTextMissing(Source at, string clause, string language, string file) =>
        Error("MOU7002", at, $"{clause} answers a question of families and has no text in {language}. Write {file}; a text in another language is never put in its place.");

    public void PlainTextStale(Source at, string clause, string explained, string now) =>
        Error("MOU7003", at, $"The legal text of {clause} has changed since this text was written to explain it: it explains {explained}, and the legal text is now {now}. Read both, correct this text where it no longer holds, and write \"explains: sha256:{now}\".");

    public void TranslationStale(Source at, string clause, string made, string now) =>
        Error("MOU7004", at, $"The plain English of {clause} has changed since this translation was made: it was made from {made}, and the English is now {now}. Correct the translation and write \"from: sha256:{now}\".");

    public void PlainTextNotApproved(Source at, string clause, string state) =>
        Error("MOU7005", at, $"The text for families of {clause} is {state}. Have it approved by two people who did not write it, or add --draft to build an edition that says on its first page that nobody has checked it.");

    public void PlainTextLacksField(Source at, string clause, string field, bool isDraft) =>
        WarnOrError(isDraft, "MOU7006", at, $"The legal text of {clause} prints \"{field}\" and this text does not. Say it, or name the field under \"omits\" with the reason.");

    public void NoFamilyContact(Source at) =>
        Error("MOU7007", at, "The agreement does not say whom families may ask. Name the office with its telephone under \"family_contact\", or add --draft to leave a gap.");

    public void HardToRead(Source at, string language, string measure, string limit, bool isDraft) =>
        WarnOrError(isDraft, "MOU7008", at, $"The edition in {language} is hard to read: {measure}; it should be {limit}. Shorten the sentences that MOU7009 names. A formula does not prove that anyone understands a text.");

    public void LongSentence(Place at, int length, string unit, int most, string beginning) =>
        Warn("MOU7009", at, $"A sentence has {length} {unit}, and families should meet at most {most}: \"{beginning}\". Make two of it.");

    private void WarnOrError(bool isDraft, string code, Source at, string message)
    {
        if (isDraft)
        {
            Warn(code, at, message);
        }
        else
        {
            Error(code, at, message);
        }
    }
}
