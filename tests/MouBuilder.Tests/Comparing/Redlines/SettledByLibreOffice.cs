using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace MouBuilder.Tests.Comparing.Redlines;

/// <summary>Opens Word files in LibreOffice, presses a button and tells what then stands there.</summary>
internal static class SettledByLibreOffice
{
    /// <summary>The lines of each file, a label and a text to each paragraph.</summary>
    /// <param name="files">What to do, <c>accept</c>, <c>reject</c> or <c>as-is</c>, and with which file.</param>
    public static string[][] Lines(IReadOnlyList<(string What, byte[] File)> files)
    {
        Demand();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("mou-redline-");
        try
        {
            string PathOf(int i, string end) => Path.Combine(folder.FullName, i.ToString(CultureInfo.InvariantCulture) + end);
            List<string> jobs = [];
            for (int i = 0; i < files.Count; i++)
            {
                File.WriteAllBytes(PathOf(i, ".docx"), files[i].File);
                jobs.Add($"{files[i].What}\t{PathOf(i, ".docx")}\t{PathOf(i, ".txt")}");
            }

            string list = Path.Combine(folder.FullName, "jobs.txt");
            File.WriteAllLines(list, jobs);
            OutsideProgram.Run("/usr/bin/python3", Repository.PathTo("tests", "MouBuilder.Tests", "Comparing", "Redlines", "settle.py"), Path.Combine(folder.FullName, "profile"), list);
            return [.. Enumerable.Range(0, files.Count).Select(i => File.ReadAllLines(PathOf(i, ".txt")).Select(l => Regex.Replace(l, @"[\u200B-\u200D\u2060\uFEFF]", "")).Where(l => l.Trim() is not ("" or "|")).ToArray())];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The script needs LibreOffice's module for Python.</summary>
    public static void Demand()
    {
        if (!File.Exists("/usr/lib/python3/dist-packages/uno.py"))
        {
            const string Missing = "python3-uno is not installed; this test accepts and rejects changes through it.";
            if (Environment.GetEnvironmentVariable("CI") == "true")
            {
                Assert.Fail(Missing);
            }

            Assert.Skip(Missing);
        }
    }
}
