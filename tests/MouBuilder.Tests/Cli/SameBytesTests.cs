using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using MouBuilder.Tests.Diagnostics;
using Xunit;

namespace MouBuilder.Tests.Cli;

/// <summary>The same files give the same bytes, wherever and however they are built and typed.</summary>
public sealed class SameBytesTests
{
    private static readonly string[] Outputs = ["agreement.lock.yaml", "out/school-visits.docx", "out/school-visits.md"];

    [Fact]
    public void Two_folders_three_time_zones_and_three_languages_of_the_machine()
    {
        using BaseProject project = new();
        project.Change("agreement.yaml", "dates: { drafted: 2022-03-08 }", "dates: { drafted: 2022-03-08, effective: 2022-07-01, expires: 2023-06-30 }");
        project.Change("agreement.yaml", "short: Police", "short: Cảnh sát IİIı");
        ImmutableArray<byte[]>[] built =
        [
            Built(project, "here", Machine("UTC", "C.UTF-8")),
            Built(project, "a/folder/deep/down/with blanks", Machine("Asia/Ho_Chi_Minh", "vi_VN.UTF-8")),
            Built(project, "there", Machine("America/Denver", "tr_TR.UTF-8")),
        ];
        foreach (ImmutableArray<byte[]> other in built[1..])
        {
            Assert.All(Outputs.Index(), file => Assert.True(built[0][file.Index].AsSpan().SequenceEqual(other[file.Index]), $"{file.Item} differs."));
        }
    }

    [Fact]
    public void Letters_and_their_accents_typed_together_or_apart_in_an_agreement_and_on_the_command_line()
    {
        ImmutableArray<byte[]> together = BuiltAs(NormalizationForm.FormC);
        ImmutableArray<byte[]> apart = BuiltAs(NormalizationForm.FormD);
        Assert.All(Outputs.Index(), file => Assert.True(together[file.Index].AsSpan().SequenceEqual(apart[file.Index]), $"{file.Item} differs."));
    }

    [Fact]
    public void Letters_and_their_accents_typed_together_or_apart_in_a_clause()
    {
        using BaseProject together = new();
        using BaseProject apart = new();
        const string Words = "Nhà trường báo cho phụ huynh; los niños también.";
        together.Change("clauses/meetings/1.0.0.yaml", "The Parties meet", Words + " The Parties meet");
        apart.Change("clauses/meetings/1.0.0.yaml", "The Parties meet", Words.Normalize(NormalizationForm.FormD) + " The Parties meet");
        Assert.Equal(0, Mou.Run(together.Root, "build", ".").Code);
        Assert.Equal(0, Mou.Run(apart.Root, "build", ".").Code);
        Assert.Equal(together.Read("out/school-visits.md"), apart.Read("out/school-visits.md"));
        Assert.Equal(DocumentXml(together), DocumentXml(apart));
        Assert.Equal(together.Read("agreement.lock.yaml"), apart.Read("agreement.lock.yaml"));
    }

    private static ImmutableArray<byte[]> BuiltAs(NormalizationForm form)
    {
        using BaseProject project = new();
        project.Change("clauses/meetings/1.0.0.yaml", "  meetings_per_year", "  place_name: { type: string }\n  months: { type: list }\n  host: { type: string }\n  meetings_per_year");
        project.Change("clauses/meetings/1.0.0.yaml", "times a year.", "times a year at {{ place_name }} in {{ months | list_and }} as guests of {{ host }}.");
        project.Change("agreement.yaml", "title: Memorandum", "title: Biên bản ghi nhớ, Memorándum,".Normalize(form));
        project.Change("agreement.yaml", "short: Police", "short: Cảnh sát".Normalize(form));
        project.Change("agreement.yaml", "heading: Working together", "heading: Cùng làm việc".Normalize(form));
        project.Change("agreement.yaml", "\"meetings@1.0.0\"", "{ use: meetings@1.0.0, fill: { place_name: Trường Đông Á, months: [tháng Tư, enero] } }".Normalize(form));
        return Built(project, "here", Machine("UTC", "C.UTF-8"), "--set", "host=Nguyễn Thị Ẩn".Normalize(form));
    }

    private static ImmutableArray<byte[]> Built(BaseProject project, string folder, Dictionary<string, string> machine, params string[] more)
    {
        string root = project.In(Path.Combine("built", folder));
        foreach (string path in project.Contents().Keys.Where(p => !p.StartsWith("built", StringComparison.Ordinal) && File.Exists(project.In(p))))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, path))!);
            File.Copy(project.In(path), Path.Combine(root, path));
        }

        Mou.Result run = Mou.Run(root, machine, ["build", ".", .. more]);
        Assert.True(run.Code == 0, run.Errors);
        return [.. Outputs.Select(o => File.ReadAllBytes(Path.Combine(root, o)))];
    }

    private static Dictionary<string, string> Machine(string zone, string language) =>
        new() { ["TZ"] = zone, ["LANG"] = language, ["LC_ALL"] = language, ["USER"] = "user-" + language, ["HOME"] = "/nowhere/" + language };

    private static string DocumentXml(BaseProject project)
    {
        using ZipArchive archive = ZipFile.OpenRead(project.In("out/school-visits.docx"));
        using StreamReader reader = new(archive.GetEntry("word/document.xml")!.Open());
        return reader.ReadToEnd();
    }
}
