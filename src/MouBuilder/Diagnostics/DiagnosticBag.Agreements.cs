namespace MouBuilder.Diagnostics;

/// <summary>MOU2xxx: agreement files, the choice of versions, the lock.</summary>
internal sealed partial class DiagnosticBag
{
    public void BadAgreementId(Source at, string id) =>
        Error("MOU2001", at, $"\"{id}\" does not do as an agreement id, which names the output files. Write lower-case letters, digits and hyphens, beginning with a letter, at most 64.");

    public void BadRole(Source at, string role) =>
        Error("MOU2002", at, $"\"{role}\" does not do as the role of a party. Write lower-case letters, digits and underscores, for example district; the names templates already use are taken.");

    public void BadUse(Source at, string written) =>
        Error("MOU2003", at, $"\"{written}\" does not name a clause and its version. Write for example purpose@2.0.0, purpose@2.* or purpose@[2.0.0,3.0.0).");

    public void RecitalsHoldOneClause(Source at) =>
        Error("MOU2004", at, "A section of kind recitals holds exactly one clause, whose list is lettered A., B., C. Move the other clauses to another section.");

    public void ExpiresBeforeEffective(Source at) =>
        Error("MOU2005", at, "The agreement expires before it takes effect. Correct one of the two dates.");

    public void UnknownClause(Source at, string id, IEnumerable<string> known) =>
        Error("MOU2006", at, $"The library has no clause \"{id}\".{Nearest.Hint(id, known)} \"mou clauses list\" shows them all.");

    public void NoVersionMatches(Source at, string id, string spec, IEnumerable<string> versions) =>
        Error("MOU2007", at, $"No version of {id} matches \"{spec}\". The library has: {string.Join(", ", versions)}. Change what follows the @.");

    public void VersionWithdrawn(Source at, string id, string version, string reason) =>
        Warn("MOU2008", at, $"Version {version} of {id} was withdrawn: {reason.TrimEnd('.')}. Choose a later version when you can.");

    public void ClauseUsedTwice(Source at, string id) =>
        Error("MOU2009", at, $"The clause {id} is used here a second time. A clause stands once in an agreement; remove one of the two.");

    public void LawNotInForce(Source at, bool isRequired, string cite, string why)
    {
        string message = $"{cite} {why} Cite the law in force then, or change \"law_as_of\" in the agreement.";
        if (isRequired)
        {
            Error("MOU2010", at, message);
        }
        else
        {
            Warn("MOU2010", at, message);
        }
    }

    public void RequiredClauseMissing(Source at, string id, string required) =>
        Error("MOU2011", at, $"The clause {id} needs the clause {required}, which is not in the agreement. Add it, or leave {id} out.");

    public void ClausesExclude(Source at, string id, string other) =>
        Error("MOU2012", at, $"The clauses {id} and {other} cannot stand in one agreement. Keep one of them.");

    public void UnknownFill(Source at, string name, string owner, IEnumerable<string> known) =>
        Error("MOU2013", at, $"\"{name}\" is not a field of {owner}.{Nearest.Hint(name, known)} Remove it or correct the name.");

    public void NotPublished(Source at, string id, string version, string status) =>
        Error("MOU2014", at, $"The agreement is {status}, and version {version} of {id} is not published. Publish the clause, or set the status back.");

    public void GapRemains(Place at, string field, string ask, string status) =>
        Error("MOU2015", at, $"The agreement is {status}, and nobody has given \"{field}\"{Question(ask)}. Fill it in, or set the status back.");

    public void ApprovalMissing(Source at, string body, string status) =>
        Error("MOU2016", at, $"The agreement is {status}, and the approval of {body} has no date. Enter it under \"approvals\", or set the status back.");

    public void LockDisagrees(Source at, string id, string pinned, string asked) =>
        Error("MOU2017", at, $"The lock pins version {pinned} of {id}, and the agreement now asks for \"{asked}\". Run \"mou update\" to move the lock.");

    public void PublishedMoved(Source at, string id, string version) =>
        Error("MOU2018", at, $"Version {version} of {id} is published, but its text is not the one the lock pins. Restore the clause file; a published text never changes.");

    public void LockWouldChange(Source at, string what) =>
        Error("MOU2019", at, $"The lock would change: {what}. Without --locked the build writes it; review the change first.");

    public void PinDropped(Source at, string id, string version) =>
        Inform("MOU2020", at, $"{id} {version} is no longer used and no longer pinned. Nothing needs doing if that is meant.");

    public void DraftRepinned(Source at, string what) =>
        Inform("MOU2020", at, $"{what} has changed since the last build and is pinned anew.");

    public void LocalWithoutClause(Source at, string id) =>
        Error("MOU2021", at, $"There is no local text for \"{id}\". Add it under \"local:\", or use a version of the library.");

    public void LocalNotUsed(Source at, string id) =>
        Error("MOU2022", at, $"The local text of {id} is not used. Write {id}@local where the clause should stand, or remove the text.");

    public void LocalDepartsFromNothing(Source at, string id, string version) =>
        Error("MOU2023", at, version.Length == 0
            ? $"The library has a clause {id}, and the local text does not say which version it departs from. Add \"departs_from:\"."
            : $"The local text of {id} departs from version {version}, which the library does not have. Correct \"departs_from:\".");

    public void AcceptanceLapsed(Source at, string code, string clause) =>
        Warn("MOU2024", at, $"The acceptance of {code} for {clause} no longer holds: the clause's text has changed. Read the clause again and renew or remove the entry.");

    public void UnknownAnswered(Source at, string id, IEnumerable<string> known) =>
        Error("MOU2025", at, $"\"{id}\" is in no catalogue.{Nearest.Hint(id, known)} Correct the id, so that the answer belongs to an entry.");

    public void GapToFill(Place at, string clause, string field, string ask) =>
        Warn("MOU2026", at, $"\"{field}\" of {clause} is still open{Question(ask)}. Fill it in when it is agreed: under \"fill\", or with the party it belongs to.");

    public void NoParties(Source at) =>
        Error("MOU2027", at, "An agreement has at least two parties. Add them under \"parties\".");

    public void LockUnreadable(Source at, string why) =>
        Error("MOU2028", at, $"The lock file cannot be used: {why}. Restore it from version control, or run \"mou update\", which writes it anew.");

    public void BadExhibitId(Source at, string id) =>
        Error("MOU2029", at, $"\"{id}\" does not do as the id of an exhibit, or another exhibit has it. {Clauses.ClauseName.IdAdvice}");

    public void FieldHidesParty(Source at, string field, string clause) =>
        Error("MOU2030", at, $"\"{field}\" is the role of a party here and also a field of {clause}, whose text would no longer see the party. Give the party another role.");

    public void NoSections(Source at) =>
        Error("MOU2031", at, "The agreement has no section, and so no clause. Add one under \"sections\", with a heading and the clauses it holds.");

    public void SectionWithoutClauses(Source at, string heading) =>
        Error("MOU2032", at, $"The section \"{heading}\" names no clause, so nothing would stand under its heading. Name its clauses under \"clauses\", or remove the section.");

    public void RequiredLawWithoutAddress(Source at, string cite) =>
        Warn("MOU2033", at, $"{cite} is called required law, and nothing says where it can be read. Add \"address:\", or choose another basis.");

    public void RequiredLawWithoutDate(Source at, string cite) =>
        Inform("MOU2033", at, $"{cite} is called required law, and nothing says since when it applies. Add \"effective:\" when counsel has verified it.");

    public void SaidAllTheSame(Place at, string word) =>
        Warn("MOU2034", at, $"\"{word}\" stands here, and the agreement lists it under \"not_said\". Choose other words, or take it off the list.");

    public void NumberedWithTitle(Source at, string id) =>
        Error("MOU2035", at, $"\"numbered\" is for a text whose title is empty, and {id} has a title, which is numbered anyway. Leave out \"numbered\", or empty the title.");

    public void NumberedAmongUnnumbered(Place at, string id, string heading) =>
        Error("MOU2035", at, $"{id} is to be numbered, and \"{heading}\" holds recitals, which have letters. Leave out \"numbered\", or leave out \"kind\" of the section.");

    public void NumberWithoutWords(Place at, string id) =>
        Error("MOU2036", at, $"{id} is a numbered paragraph and begins with a list, a table or a heading, so that its number would stand on a line alone. Begin with words, such as \"The Parties agree:\".");

    private static string Question(string ask) => ask.Length == 0 ? "" : $" ({ask})";
}
