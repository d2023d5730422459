namespace MouBuilder.Diagnostics;

/// <summary>MOU1020 to MOU1049: clause libraries and catalogues.</summary>
internal sealed partial class DiagnosticBag
{
    public void LibraryNotFound(string path) =>
        Error("MOU1020", Source.File(path), "There is no clause library here. Give the folder that holds the clauses: by --library on the command line, or by \"library:\" in the agreement file, whose path is read from that file's folder.");

    public void LibraryEmpty(string path) =>
        Error("MOU1020", Source.File(path), "This folder holds no clause. A clause is a folder with clause.yaml and one file per version.");

    public void BadClauseId(Source at, string id) =>
        Error("MOU1021", at, $"\"{id}\" does not do as a clause id. {Clauses.ClauseName.IdAdvice}");

    public void IdIsNotFolder(Source at, string id, string folder) =>
        Error("MOU1022", at, $"The id \"{id}\" is not the name of its folder, \"{folder}\". Make them the same.");

    public void VersionIsNotFileName(Source at, string version, string fileName) =>
        Error("MOU1022", at, $"The version \"{version}\" is not that of the file's name, \"{fileName}.yaml\". Make them the same.");

    public void VersionWithoutFile(Source at, string id, string version) =>
        Error("MOU1023", at, $"There is no file {id}/{version}.yaml for this version. Add the file or remove the entry.");

    public void VersionWithoutStatus(Source at, string id, string version) =>
        Error("MOU1023", at, $"Version {version} has no status in {id}/clause.yaml. Add it under \"versions\": {version}: {{ status: draft }}.");

    public void UnexpectedFile(Source at) =>
        Warn("MOU1024", at, "This file is neither clause.yaml nor a version such as 2.0.0.yaml or 2.0.0.es.yaml, and is not read. Rename or remove it.");

    public void WithdrawnWithoutReason(Source at, string version) =>
        Error("MOU1025", at, $"Version {version} is withdrawn without a reason. Add \"reason:\", so that those who have used it know why.");

    public void PublishedEdited(Source at, string id, string version) =>
        Error("MOU1026", at, $"Version {version} of {id} was published and has been edited since. Restore it, and write the change as the next version.");

    public void PublishedWithoutHash(Source at, string id, string version, string hash) =>
        Error("MOU1027", at, $"Version {version} of {id} is published, but published.sha256 does not cover it. Add the line \"{hash}  {id}/{version}.yaml\".");

    public void BadHashLine(Source at, string line) =>
        Error("MOU1027", at, $"The line \"{line}\" is not a hash, two blanks and a path. Write it as sha256sum does.");

    public void BadFieldName(Source at, string name) =>
        Error("MOU1030", at, $"\"{name}\" does not do as the name of a field: it must be lower-case letters, digits and underscores, and not a name templates already use. Choose another name.");

    public void ChoiceWithoutOptions(Source at, string name) =>
        Error("MOU1031", at, $"The field \"{name}\" is a choice with fewer than two options. List them under \"options\", or use another type.");

    public void BadFieldValue(Source at, string name, string found, string wanted) =>
        Error("MOU1032", at, $"The field \"{name}\" takes {wanted}, and here is {Shorten(found)}. Write {wanted}.");

    public void FieldOutOfRange(Source at, string name, string value, string? minimum, string? maximum) =>
        Error("MOU1033", at, $"The value {value} is out of range for \"{name}\": {(minimum, maximum) switch
        {
            (not null, not null) => $"from {minimum} to {maximum}",
            (not null, null) => $"{minimum} or more",
            _ => $"{maximum} or less",
        }} is allowed. Change the value, or the clause if its range is wrong.");

    public void UnknownFamily(Source at, string family, IEnumerable<string> known) =>
        Error("MOU1034", at, $"There is no family \"{family}\".{Nearest.Hint(family, known)} The families stand in catalogues/families.yaml.");

    public void UnknownEntry(Source at, string key, string id, IEnumerable<string> known) =>
        Error("MOU1035", at, $"\"{id}\", listed under \"{key}\", is in no catalogue.{Nearest.Hint(id, known)} The catalogues stand in the library's catalogues folder.");

    public void DuplicateEntry(Source at, string id) =>
        Error("MOU1036", at, $"The catalogue entry \"{id}\" stands here a second time. Give each entry an id of its own.");

    public void UnknownClauseNamed(Source at, string key, string id, IEnumerable<string> known) =>
        Error("MOU1037", at, $"\"{id}\", listed under \"{key}\", is not a clause of the library.{Nearest.Hint(id, known)} Correct the id or add the clause.");

    public void RequiresInCircle(Source at, IEnumerable<string> circle) =>
        Error("MOU1038", at, $"These clauses require each other in a circle: {string.Join(" → ", circle)}. Remove one of the requirements.");

    public void ClaimOnlyDataCanMeet(Source at, string id, string metBy) =>
        Error("MOU1039", at, $"The wording of a clause cannot meet \"{id}\": it is met by {metBy}. Remove it from \"satisfies\".");

    public void TermDefinedTwice(Source at, string term, string first) =>
        Error("MOU1040", at, $"\"{term}\" is already defined by the clause {first}. Define a term once.");

    public void UnusedField(Source at, string name) =>
        Warn("MOU1041", at, $"Nothing in the clause uses the field \"{name}\". Use it in the text or remove it.");

    public void EntryWithoutEvidence(Source at, string id) =>
        Warn("MOU1042", at, $"The wording of a clause can meet \"{id}\", and nothing says how to tell. Add \"evidence:\" with the sentence to look for.");

    public void BadEvidence(Source at) =>
        Error("MOU1043", at, "An evidence rule is either \"who\" with one of \"shall\", \"shall_not\" or \"may\", or \"says\" with a list of words. Write one of the two, and leave no word empty.");
}
