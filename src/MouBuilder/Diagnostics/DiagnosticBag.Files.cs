using System.Globalization;

namespace MouBuilder.Diagnostics;

/// <summary>MOU40xx: reading text files. MOU80xx: writing files.</summary>
internal sealed partial class DiagnosticBag
{
    public void FileNotFound(string path) =>
        Error("MOU4001", Source.File(path), "There is no such file. Check the path; it is read from the folder the command runs in.");

    public void FileUnreadable(string path, string why) =>
        Error("MOU4001", Source.File(path), $"The file cannot be read: {why.TrimEnd('.')}. Check the path and your rights to it.");

    public void NotAPlainFile(string path, string what) =>
        Error("MOU4002", Source.File(path), $"This is {what}, not a file. Give the path of a file.");

    public void FileTooLarge(string path, long length, long limit) =>
        Error("MOU4003", Source.File(path), string.Create(CultureInfo.InvariantCulture, $"The file has {length} bytes; at most {limit} are read. Check that it is the file you mean, or split it."));

    public void NotUtf8(Source at, string why) =>
        Error("MOU4004", at, $"The file is not UTF-8 text: {why}. Save it as UTF-8.");

    public void RefusedCharacter(Source at, string what) =>
        Error("MOU4005", at, $"There is {what} here, which a reader of the page could not see. Delete it, or type what was meant.");

    public void MixedScripts(Source at, string word) =>
        Error("MOU4006", at, $"The word \"{word}\" mixes Latin letters with Greek or Cyrillic ones that look the same. Type the word anew.");

    public void TargetNotAPlainFile(string path, string what) =>
        Error("MOU8001", Source.File(path), $"The output would replace {what}. Choose another output path with -o.");

    public void OutputIsInput(string path) =>
        Error("MOU8002", Source.File(path), "The output would overwrite a file this command reads. Choose another output folder with -o.");

    public void OutputTwice(string path) =>
        Error("MOU8002", Source.File(path), "Two files of this command are to be written under this one name, and the second would overwrite the first. Give each a name of its own.");

    public void MoreThanShown(Source at, int more) =>
        Inform("MOU8009", at, string.Create(CultureInfo.InvariantCulture, $"There are {more} more findings in this file. Mend the ones above and run again."));

    public void CannotWrite(string path, string why) =>
        Error("MOU8003", Source.File(path), $"The file cannot be written: {why} Check the folder, your rights to it and the space on the disk.");
}
