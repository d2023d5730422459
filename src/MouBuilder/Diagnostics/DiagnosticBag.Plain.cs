using System.Globalization;

namespace MouBuilder.Diagnostics;

/// <summary>MOU70xx: plain-language texts.</summary>
internal sealed partial class DiagnosticBag
{
    public void ApprovedWithoutReviewers(Source at) =>
        Error("MOU7001", at, "The text is approved without an author and two reviewers who did not write it. Name an \"author\", a \"language_reviewer\" and a \"counsel_reviewer\", three people however their names are written, or set \"state: draft\".");

    public void PlainTextMissing(Source at, string clause, string language, string file) =>
        Error("MOU7002", at, $"{clause} answers a question of families and has no text in {language}. Write {file}; a text in another language is never put in its place.");

    public void PlainTextStale(Source at, string clause, string changes) =>
        Error("MOU7003", at, $"The legal text of {clause} has changed since this text was written to explain it. {changes} Correct this text where it no longer holds, and run \"mou clauses pin {clause}\".");

    public void TranslationStale(Source at, string clause, string changes) =>
        Error("MOU7004", at, $"The plain English of {clause} has changed since this translation was made. {changes} Correct the translation, and run \"mou clauses pin {clause}\".");

    public void PlainTextNotApproved(Source at, string clause, string state) =>
        Error("MOU7005", at, $"The text for families of {clause} is {state}. Have it approved by two people who did not write it, or add --draft to build an edition that says on its first page that nobody has checked it.");

    public void PlainTextLacksField(Source at, string clause, string field) =>
        Error("MOU7006", at, $"The legal text of {clause} prints \"{field}\" and this text does not. Say it, or name the field under \"omits\" with the reason.");

    public void NoFamilyContact(Source at) =>
        Error("MOU7007", at, "The agreement does not say whom families may ask. Name the office with its telephone under \"family_contact\", or add --draft to leave a gap.");

    public void FamilyGap(Place at, string clause, string field) =>
        Error("MOU7007", at, $"The edition for families would show a gap: [{field}] of {clause} has no value. Give it one under \"fill\", or add --draft to leave the gap.");

    public void LocaleNotOffered(Source at, string language, string offered) =>
        Error("MOU7027", at, $"The agreement offers families no edition in {language}: \"locales\" has {(offered.Length == 0 ? "none" : offered)}. Ask for another with --locale, or add the language there once every clause has its text.");

    public void LeftOut(Source at, string language, string clauses) =>
        Inform("MOU7028", at, $"The edition in {language} says nothing of these clauses, since they have no text for families: {clauses}. Write one where they touch a student or a parent.");

    public void AnswerLeftOut(Source at, string question, string clause) =>
        Warn("MOU7029", at, $"The short answer to \"{question}\" is left out: it rests on {clause}, which the agreement does not have. Correct the answer for the version in use, name that under its \"clauses\", and run \"mou clauses pin --answer {question}\".");

    public void AnswerMissing(Source at, string question, string language) =>
        Error("MOU7002", at, $"The short answer to \"{question}\" has no text in {language}. Write it; a text in another language is never put in its place.");

    public void AnswerStale(Source at, string question, string clauses) =>
        Error("MOU7003", at, $"The legal text under the short answer to \"{question}\" has changed since it was written: one of {clauses}. Correct it where it no longer holds, and run \"mou clauses pin --answer {question}\".");

    public void AnswerTranslationStale(Source at, string question) =>
        Error("MOU7004", at, $"The plain English of the short answer to \"{question}\" has changed since this translation was made. Correct the translation, and run \"mou clauses pin --answer {question}\".");

    public void NoSuchAnswer(Source at, string question) =>
        Error("MOU7029", at, $"The library has no short answer to \"{question}\". Write catalogues/answers/{question}.yaml, or name a question of family-questions.yaml.");

    public void HardToRead(Source at, string language, string measure, string limit, bool isDraft) =>
        WarnOrError(isDraft, "MOU7008", at, $"The edition in {language} is hard to read: {measure}; it should be {limit}. Shorten the sentences that MOU7009 names. A formula does not prove that anyone understands a text.");

    public void LongSentence(Place at, int length, string unit, int most, string beginning) =>
        Warn("MOU7009", at, $"A sentence has {length} {unit}, and families should meet at most {most}: \"{beginning}\". Make two of it.");

    public void OtherFigures(Source at, string clause, string kind, string difference) =>
        Error("MOU7010", at, $"This text of {clause} has other {kind} than the plain English: {difference}. Print the same ones, from the same fields.");

    public void OtherQuantities(Source at, string clause, string english, string here) =>
        Error("MOU7010", at, $"This paragraph of {clause} counts other things than the plain English, or in another order: {(here.Length == 0 ? "nothing" : here)}, and the English has {(english.Length == 0 ? "nothing" : english)}. Print the same facts in the same order, each with its unit.");

    public void UnknownUnit(Source at, string clause, string unit, string field, string language) =>
        Error("MOU7010", at, $"In this text of {clause}, [{field}] is counted by \"{unit}\", which is no unit known in {language}. Translate both words after \"counted\", for one and for many.");

    public void OtherBasis(Source at, string clause, string english, string here) =>
        Error("MOU7024", at, $"This text of {clause} says \"rests_on: {here}\", and the plain English says \"{english}\". Write the same: whether a right is law or a promise is so in every language.");

    public void WordLost(Source at, string clause, string word, string english, bool isDraft) =>
        WarnOrError(isDraft, "MOU7025", at, $"The plain English of {clause} says \"{word}\" in \"{english}\", and this sentence has no word for it. Add it, or write the English without it.");

    public void OtherParties(Source at, string clause, string english, bool isDraft) =>
        WarnOrError(isDraft, "MOU7025", at, $"In this sentence of {clause}, the police and the school stand in other places than in \"{english}\". Check who must do what, and for whom.");

    public void NotSpelled(Source at, string clause, string language, string words, bool isDraft) =>
        WarnOrError(isDraft, "MOU7026", at, $"In this text of {clause}, \"{words}\" is not written as {language} is: marks on letters were lost, or it is another language. Write it with its marks.");

    public void OtherNames(Source at, string clause, string difference, bool isDraft) =>
        WarnOrError(isDraft, "MOU7011", at, $"This text of {clause} has other names, abbreviations or addresses than the plain English: {difference}. Families must find the same office under the same name; correct the one that is wrong.");

    public void OtherSentences(Source at, string clause, int english, int here, bool isDraft) =>
        WarnOrError(isDraft, "MOU7011", at, string.Create(CultureInfo.InvariantCulture, $"The plain English of {clause} has {english} sentence{(english == 1 ? "" : "s")} here, and this paragraph has {here}. Look for one that was left out, and give both the same sentences."));

    public void OtherParagraphs(Source at, string clause, int english, int here, bool isDraft) =>
        WarnOrError(isDraft, "MOU7011", at, string.Create(CultureInfo.InvariantCulture, $"The plain English of {clause} has {english} paragraphs and items, and this text has {here}. Look for one that was left out, and give both the same paragraphs."));

    public void EnglishLeft(Source at, string clause, string words, bool isDraft) =>
        WarnOrError(isDraft, "MOU7012", at, $"English seems to have been left in this text of {clause}: \"{words}\". Translate it, or put a term that families meet in English into brackets after its translation.");

    public void Forbids(Source at, string clause, string english, bool isDraft) =>
        WarnOrError(isDraft, "MOU7013", at, $"This sentence of {clause} forbids something, and the plain English does not: \"{english}\". Say what the English says.");

    public void OtherStrength(Source at, string clause, string modal, string english, bool isDraft) =>
        WarnOrError(isDraft, "MOU7013", at, $"The plain English of {clause} says \"{modal}\" in \"{english}\", and this sentence does not, or not in that order. Say it as strongly: must is debe, tiene que or phải; must not is no puede, no podrá, se prohíbe or không được; may is puede or được.");

    public void TooWeakForRule(Source at, string clause, string words, bool isDraft) =>
        WarnOrError(isDraft, "MOU7013", at, $"In this text of {clause}, \"{words}\" is too weak or unclear for a rule. Write no puede, no podrá or se prohíbe for must not; phải, được or không được for must, may and must not.");

    public void SpeaksAsToAChild(Source at, string clause, string word, bool isDraft) =>
        WarnOrError(isDraft, "MOU7014", at, $"This text of {clause} says \"{word}\" to a parent. Write usted, quý vị.");

    public void SaysWe(Source at, string clause, string word, bool isDraft) =>
        WarnOrError(isDraft, "MOU7014", at, $"This text of {clause} says \"{word}\", and a family cannot know who that is. Name the school, the district or the police.");

    public void QuestionUnanswered(Source at, string question, string id) =>
        Warn("MOU7015", at, $"Families ask \"{question}\", and no clause of this agreement answers it. Use a clause that does, or name \"{id}\" under \"answers\" in one whose plain text says it.");

    public void Readability(Source at, string language, string measures) =>
        Inform("MOU7016", at, $"The edition for families in {language}: {measures}. A formula does not prove that anyone understands a text.");

    public void HardestSentence(Place at, string language, string measure, string beginning) =>
        Inform("MOU7017", at, $"One of the hardest sentences in {language}, with {measure}: \"{beginning}\". Begin here if the edition is to be easier.");

    public void ApprovalLapsed(Source at, string clause) =>
        Warn("MOU7018", at, $"The text of {clause} was approved for an earlier wording, so it is a draft again. Have two people read it, and run \"mou clauses pin {clause}\" with --language-reviewer and --counsel-reviewer.");

    public void NotAPacket(Source at) =>
        Error("MOU7019", at, "This file is no translation packet: no table of it names a clause. Make one with \"mou clauses packet --locale es -o packet.docx\", and send back the same file.");

    public void PacketOfAnotherLibrary(Source at, string clause) =>
        Error("MOU7020", at, $"The packet has a translation of {clause}, and this library has no plain English text of it. Name the library the packet was made from with --library.");

    public void PacketNamesTwice(Source at, string clause) =>
        Error("MOU7020", at, $"The packet has two tables for {clause}. Leave one.");

    public void PacketOutdated(Source at, string clause) =>
        Error("MOU7021", at, $"The plain English of {clause} has changed since the packet went out, so its translation is not taken over. Make a new packet for it.");

    public void PacketRowsEmpty(Source at, string clause, string rows) =>
        Error("MOU7022", at, $"The translation of {clause} is not taken over, because rows are empty: {rows}. Fill them, or leave the whole table empty.");

    public void PacketRowsChanged(Source at, string clause, string missing, string strange) =>
        Error("MOU7022", at, $"The translation of {clause} is not taken over, because its rows are not those that were sent.{(missing.Length == 0 ? "" : $" Missing: {missing}.")}{(strange.Length == 0 ? "" : $" Not in the packet, or there twice: {strange}.")} Put the table back as it was sent, with one row for each.");

    public void PacketTableMissing(Source at, string clause) =>
        Error("MOU7030", at, $"The packet went out with {clause}, and no table for it came back. Put the table back as it was sent; it may stay empty.");

    public void PacketTableChanged(Source at, string key, string language) =>
        Error("MOU7030", at, $"A table for {language} has in its row \"clause\" what the packet did not go out with: \"{key}\". Put that cell, and the heading of the column, back as they were sent.");

    public void PacketFactsDiffer(Source at, string clause, string row, string facts) =>
        Error("MOU7023", at, $"In row \"{row}\" of {clause}, {(facts.Length == 0 ? "double braces stand where the English has none" : $"the places for facts are not those of the English: {facts}")}. Keep each place in double braces as it is, once, and add none.");

    public void PacketRowTooLong(Source at, string clause, string row) =>
        Error("MOU7023", at, $"Row \"{row}\" of {clause} is far longer than a paragraph. Check what stands in it.");

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
