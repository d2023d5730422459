namespace MouBuilder.Diagnostics;

/// <summary>MOU6001 to MOU6019: how agreements answer catalogues.</summary>
internal sealed partial class DiagnosticBag
{
    public void ClaimWithoutEvidence(Place at, string clause, string id, string missing) =>
        Warn("MOU6001", at, $"{clause} says that it satisfies \"{id}\", and its text does not show it: there is no {WithoutArticle(missing)}. Mend the text, remove the claim, or correct the entry's evidence rule.");

    public void CommitmentWithoutPlace(Source at, string id, IEnumerable<string> known) =>
        Error("MOU6002", at, $"\"{id}\" is named as what commits somebody, and is neither a clause nor an exhibit of this agreement.{Nearest.Hint(id, known)} Name one that stands in it.");

    public void AnsweredTwice(Source at, string id) =>
        Error("MOU6003", at, $"\"{id}\" is answered a second time here. Answer an entry once: committed, declined or not applicable.");

    public void EntryOpen(Source at, string id, string title, string missing) =>
        Warn("MOU6004", at, $"Nothing answers \"{id}\" ({title}){(missing.Length == 0 ? "" : $"; what would show it is {missing}")}. Add a clause, name who is committed, or decline it with a reason.");

    public void EntryPartlyMet(Source at, string id, string title, string missing) =>
        Warn("MOU6005", at, $"\"{id}\" ({title}) is answered in part. What is missing is {missing}. Add it, or decline the entry with a reason.");

    public void RefusedAndClaimed(Source at, string id, string clause) =>
        Warn("MOU6006", at, $"\"{id}\" is refused here, and {clause} says that it satisfies it. Remove one of the two.");

    public void UnknownCatalogue(Source at, string id, IEnumerable<string> known) =>
        Error("MOU6007", at, $"There is no catalogue and no entry \"{id}\" of requirements.{Nearest.Hint(id, known)} The library's catalogues are: {string.Join(", ", known)}. Correct the name.");

    public void CommitmentIncomplete(Source at) =>
        Error("MOU6008", at, "A commitment names an owner, either a clause or an exhibit that commits the owner, and the entries. Add what is missing.");

    public void RefusalIncomplete(Source at, string id) =>
        Error("MOU6009", at, $"\"{id}\" is refused, and it does not say by whom and why. Add \"by\" with who decided and \"reason\" with a sentence that a board member can follow.");

    public void OwnerUnknown(Source at, string owner) =>
        Warn("MOU6010", at, $"\"{owner}\" is named as an owner and is neither a party nor defined in this agreement. Name a party, or a role that the agreement defines.");

    public void NoRequirements(Source at, string folder) =>
        Error("MOU6011", at, $"The library has no catalogue of requirements in {folder}, so there is nothing to hold the agreement against. Add the catalogues, or name the library that has them.");

    private static string WithoutArticle(string words) => words.StartsWith("a ", StringComparison.Ordinal) ? words[2..] : words;
}
