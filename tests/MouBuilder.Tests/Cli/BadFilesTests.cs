using System.Collections.Immutable;
using System.Text;
using MouBuilder.Tests.Diagnostics;
using Xunit;

namespace MouBuilder.Tests.Cli;

/// <summary>A library in which every clause file is bad in its own way, checked by one run of the program.</summary>
public sealed class BadLibrary : IDisposable
{
    private const string Head = "id: ID\nversion: 1.0.0\n";
    private const string Tail = "text: |\n  Words.\n";

    private readonly BaseProject project = new();

    public BadLibrary()
    {
        foreach ((string id, byte[] content, _) in Cases)
        {
            project.Write($"clauses/{id}/clause.yaml", $"id: {id}\nfamily: purpose\nversions: {{ 1.0.0: {{ status: draft }} }}\n");
            project.Write($"clauses/{id}/1.0.0.yaml", content);
        }

        Run = Mou.Run(project.Root, "check", "clauses");
    }

    internal Mou.Result Run { get; }

    /// <summary>Name, content of the version file, and the place and code of what is reported; no code where the file is good after all.</summary>
    internal static ImmutableArray<(string Id, byte[] Content, string Finding)> Cases { get; } =
    [
        Whole("empty", "", "(1,1): error MOU1001"),
        Whole("only-a-comment", "# to be written\n", "(1,1): error MOU1001"),
        Whole("not-keys", "just a sentence\n", "(1,1): error MOU1005"),
        Whole("tab", "id: tab\nfields:\n\ta: 1\n", "(3,1): error MOU1001"),
        Whole("open-brackets", new string('[', 565), "(1,33): error MOU1008"),
        Whole("closed-brackets", new string('[', 565) + new string(']', 565), "(1,33): error MOU1008"),
        Whole("many-brackets", new string('[', 100_000), "(1,33): error MOU1008"),
        Whole("few-open-brackets", "id: [[", "error MOU1001"),
        Whole("braces", new string('{', 565), "(1,33): error MOU1008"),
        Whole("dashes", string.Concat(Enumerable.Repeat("- ", 565)), "(1,65): error MOU1008"),
        Whole("question-marks", string.Concat(Enumerable.Repeat("? ", 565)), "error MOU10"),
        Titled("anchor", "&a Words", "(3,8): error MOU1002"),
        Titled("alias", "*a", "(3,8): error MOU1002"),
        Titled("tag", "!!python/object:os.system Words", "(3,8): error MOU1002"),
        Whole("merge", Head + "<<: { date: 2022-03-08 }\ntitle: Words\n" + Tail, "(3,1): error MOU1004"),
        Whole("second-document", Head + "title: Words\n" + Tail + "---\ntitle: More\n", "(6,1): error MOU1002"),
        Whole("duplicate-key", Head + "title: One\ntitle: Two\n" + Tail, "(4,1): error MOU1003"),
        Whole("list-as-key", Head + "? [a]\n: b\n" + Tail, "(3,3): error MOU1002"),
        Titled("nul", "Wo\0rds", "(3,10): error MOU4005"),
        Titled("escape", "Wo\u001b[31mrds", "(3,10): error MOU4005"),
        Titled("lone-return", "Wo\rrds", "(3,10): error MOU4005"),
        Titled("turned", "Wo\u202Erds", "(3,10): error MOU4005"),
        Titled("isolate", "Wo\u2066rds", "(3,10): error MOU4005"),
        Titled("zero-width", "Wo\u200Brds", "(3,10): error MOU4005"),
        Titled("soft-hyphen", "Wo\u00ADrds", "(3,10): error MOU4005"),
        Titled("tag-letter", "Wo\U000E0041rds", "(3,10): error MOU4005"),
        Titled("lost", "Wo\uFFFDrds", "(3,10): error MOU4005"),
        Titled("not-a-character", "Wo\uFFFErds", "(3,10): error MOU4005"),
        Titled("line-separator", "Wo\u2028rds", "(3,10): error MOU4005"),
        Titled("cyrillic", "W\u043Erds", "(3,8): error MOU4006"),
        Titled("greek", "two w\u03BFrds", "(3,12): error MOU4006"),
        Titled("cyrillic-after-accent", "e\u0301t\u0435", "(3,8): error MOU4006"),
        Titled("written-nul", "\"Wo\\0rds\"", "(3,8): error MOU4005"),
        Titled("written-half", "\"Wo\\uD800rds\"", "(3,8): error MOU"),
        Titled("written-not-a-character", "\"Wo\\uFFFErds\"", "(3,8): error MOU4005"),
        Titled("written-turned", "\"Wo\\u202Erds\"", "(3,8): error MOU4005"),
        Titled("written-cyrillic", "\"W\\u043Erds\"", "(3,8): error MOU4006"),
        Titled("line-break", "\"Two\\nlines\"", "(3,8): error MOU1006"),
        Titled("blank", "\"  \"", "(1,1): error MOU1007"),
        Bytes("latin-1", 0xE9, "(3,10): error MOU4004"),
        Bytes("half-a-surrogate", [0xED, 0xA0, 0x80], "(3,10): error MOU4004"),
        Bytes("overlong", [0xC0, 0xAF], "(3,10): error MOU4004"),
        Bytes("beyond-unicode", [0xF4, 0x90, 0x80, 0x80], "(3,10): error MOU4004"),
        ("utf-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Good("utf-16"))], "(1,1): error MOU4004"),
        ("utf-16-big", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Good("utf-16-big"))], "(1,1): error MOU4004"),
        ("utf-32", [.. Encoding.UTF32.GetPreamble(), .. Encoding.UTF32.GetBytes(Good("utf-32"))], "(1,1): error MOU4004"),
        ("cut-in-a-letter", [.. Encoding.UTF8.GetBytes(Good("cut-in-a-letter")), 0xE1, 0xBB], "(6,1): error MOU4004"),
        ("word-file", [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00], "(1,3): error MOU4005"),
        Whole("too-large", Good("too-large") + "# " + new string('x', 1 << 20), ": error MOU4003"),
        Whole("long-text", Head + "title: " + new string('x', (256 * 1024) + 1) + "\n" + Tail, "(3,8): error MOU1008"),
        Whole("many-entries", Head + "answers: [" + string.Concat(Enumerable.Repeat("a,", 20_001)) + "]\n" + Tail, "error MOU1008"),
        Whole("folded", Head + "title: Words\ntext: >\n  Words.\n", "(4,7): error MOU1009"),
        Field("dollar", "$x", "(5,3): error MOU1030"),
        Field("bare-dollar", "$", "(5,3): error MOU1030"),
        Field("dotted", "a.b", "(5,3): error MOU1030"),
        Field("upper-case", "Hours", "(5,3): error MOU1030"),
        Field("long-name", new string('x', 65), "(5,3): error MOU1030"),
        .. new[] { "string", "math", "date", "object", "html", "regex", "array", "agreement", "clause", "place", "number-words", "end", "if", "true", "null", "this" }
            .Select(name => Field("named-" + name, name.Replace('-', '_'), "(5,3): error MOU1030")),
        Whole("certainty", Head + "title: Words\nsources:\n  - { cite: A law, certainty: Z }\n" + Tail, "(5,31): error MOU1006"),
        Whole("windows-line-ends", Good("windows-line-ends").Replace("\n", "\r\n", StringComparison.Ordinal), ""),
        Whole("byte-order-mark", "\uFEFF" + Good("byte-order-mark"), ""),
        Whole("vietnamese", Good("vietnamese").Replace("Words.", "Khi một học sinh bị lập biên bản.", StringComparison.Ordinal), ""),
        Whole("russian", Good("russian").Replace("Words.", "Школа сообщает родителям.", StringComparison.Ordinal), ""),
    ];

    public void Dispose() => project.Dispose();

    private static string Good(string id) => Head.Replace("ID", id, StringComparison.Ordinal) + "title: Words\n" + Tail;

    private static (string Id, byte[] Content, string Finding) Whole(string id, string content, string finding) =>
        (id, Encoding.UTF8.GetBytes(content.Replace("ID", id, StringComparison.Ordinal)), finding);

    private static (string Id, byte[] Content, string Finding) Titled(string id, string title, string finding) => Whole(id, $"{Head}title: {title}\n{Tail}", finding);

    private static (string Id, byte[] Content, string Finding) Field(string id, string name, string finding) =>
        Whole(id, $"{Head}title: Words\nfields:\n  {name}: {{ type: string }}\n{Tail}", finding);

    private static (string Id, byte[] Content, string Finding) Bytes(string id, byte wrong, string finding) => Bytes(id, [wrong], finding);

    private static (string Id, byte[] Content, string Finding) Bytes(string id, byte[] wrong, string finding) =>
        (id, [.. Encoding.UTF8.GetBytes(Head.Replace("ID", id, StringComparison.Ordinal) + "title: Wo"), .. wrong, .. Encoding.UTF8.GetBytes("rds\n" + Tail)], finding);
}

public sealed class BadFilesTests(BadLibrary library) : IClassFixture<BadLibrary>
{
    public static TheoryData<string> Cases => [.. BadLibrary.Cases.Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_bad_file_is_reported_at_its_place_and_each_good_one_is_not(string id)
    {
        string finding = BadLibrary.Cases.Single(c => c.Id == id).Finding;
        string[] lines = [.. library.Run.Output.Split('\n').Where(l => l.StartsWith($"clauses/{id}/", StringComparison.Ordinal) && l.Contains(" error ", StringComparison.Ordinal))];
        if (finding.Length == 0)
        {
            Assert.Empty(lines);
        }
        else
        {
            string line = Assert.Single(lines);
            Assert.StartsWith($"clauses/{id}/1.0.0.yaml", line, StringComparison.Ordinal);
            Assert.Contains(finding, line, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_run_ends_as_one_that_met_unreadable_input_and_shows_nothing_of_its_inside()
    {
        Assert.Equal(2, library.Run.Code);
        library.Run.HasNoTrace();
        Assert.DoesNotContain(library.Run.Output, c => char.IsControl(c) && c != '\n');
    }
}
