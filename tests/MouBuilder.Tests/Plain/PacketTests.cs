using System.Collections.Immutable;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Plain.Packets;
using MouBuilder.Reading;
using MouBuilder.Tests.Diagnostics;
using MouBuilder.Tests.Word;
using MouBuilder.Word;
using MouBuilder.Word.Accessibility;
using Xunit;

namespace MouBuilder.Tests.Plain;

/// <summary>Packets that go out to translators and come back, as they were, filled, and tampered with.</summary>
public sealed class PacketTests : IDisposable
{
    private const string Document = "word/document.xml";

    private readonly FamilyProject project = new();

    public PacketTests() => project.Write(
        "Who meets?\nThe school and the police meet {{ meetings_per_year }} times a year.\n\n**What you can do.** Ask:\n\n1. for the notes;\n2. for an interpreter.",
        "¿Quién se reúne?\nLa escuela y la policía se reúnen {{ meetings_per_year }} veces al año.\n\n**Qué puede hacer usted.** Pida:\n\n1. las notas;\n2. un intérprete.",
        "Ai họp?\nNhà trường và cảnh sát họp {{ meetings_per_year }} lần mỗi năm.\n\n**Quý vị làm được gì.** Xin:\n\n1. biên bản;\n2. thông dịch viên.");

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData(Locale.Es)]
    [InlineData(Locale.Vi)]
    public void What_comes_back_as_it_went_out_changes_nothing(Locale locale)
    {
        PacketResult result = Import(Packet(locale).Bytes);
        Assert.Empty(result.Diagnostics);
        Assert.Empty(result.Files);
        Assert.Equal(["meetings 1.0.0: nothing changed."], result.Lines);
    }

    /// <summary>Every shipped text survives the way out and back, through another office program too.</summary>
    [Theory]
    [InlineData(Locale.Es)]
    [InlineData(Locale.Vi)]
    public void The_shipped_texts_come_back_from_LibreOffice_as_they_went_out(Locale locale)
    {
        ClauseLibrary library = ClauseLibrary.Load(Repository.PathTo("clauses")).Library!;
        string[] ids = ["arrest-notification", "interrogation", "language-access", "term-and-review", "privacy"];
        WordFile packet = WordFile.Of(TranslationPacket.Of(library, ids, locale).Document!);
        string saved = project.Files.In("saved.docx");
        Directory.CreateDirectory(project.Files.In("out"));
        File.WriteAllBytes(saved, packet.Bytes);
        OutsideProgram.Run("soffice", "--headless", $"-env:UserInstallation={new Uri(project.Files.In("profile"))}", "--convert-to", "docx:MS Word 2007 XML", "--outdir", project.Files.In("out"), saved);
        PacketResult result = PacketImport.Import(library, project.Files.In("out/saved.docx"), PendingChanges.Refuse, "");
        Assert.Empty(result.Diagnostics);
        Assert.Equal(ids.Select(id => $"{id} 2.0.0: nothing changed."), result.Lines);
    }

    [Fact]
    public void A_packet_shows_the_English_the_legal_text_the_question_and_the_words_that_come_again_and_everybody_can_read_it()
    {
        project.Files.Change("clauses/catalogues/questions.yaml", "entries:\n", "entries:\n  - id: who-else\n    question: Who else meets?\n");
        WordFile packet = Packet(Locale.Es);
        Assert.Empty(packet.ValidatorErrors());
        Assert.Empty(WordAccessibility.Check(packet.Bytes, "packet.docx"));
        string shown = string.Concat(packet.Body.Descendants(WordFile.W + "p").Select(p => WordFile.TextOf(p) + "\n"));
        foreach (string words in (string[])["The school and the police meet {{ meetings_per_year }} times a year.", "La escuela y la policía", "Legal text, for reference: Meetings", "The Parties meet", "giấy gọi ra tòa"])
        {
            Assert.Equal(words != "giấy gọi ra tòa", shown.Contains(words, StringComparison.Ordinal));
        }

        Assert.Contains("citación", shown, StringComparison.Ordinal);
        Assert.Contains("<w:lang w:val=\"es-US\"/></w:rPr><w:t xml:space=\"preserve\">La escuela", packet.PartText(Document), StringComparison.Ordinal);
    }

    [Fact]
    public void A_filled_packet_becomes_a_draft_that_is_not_stale_and_keeps_bold_items_and_facts()
    {
        File.Delete(project.Files.In("clauses/meetings/1.0.0.es.yaml"));
        WordFile packet = Packet(Locale.Es);
        byte[] filled = new WordFile(packet.Bytes).With(Document, text => Filled(text, ["¿Quién se reúne?", "Se reúnen {{ meetings_per_year }} veces al año: *no* <b> a_b_c [x].", "Pida:", "- las notas;", "un intérprete."]));
        PacketResult result = Import(filled, "translator");
        Assert.Empty(result.Diagnostics);
        Apply(result);
        string yaml = project.Files.Read("clauses/meetings/1.0.0.es.yaml");
        Assert.Contains("state: draft\nauthor: \"translator\"", yaml, StringComparison.Ordinal);
        Assert.Contains("\n  1. \\- las notas;\n  2. un intérprete.\n", yaml, StringComparison.Ordinal);
        Assert.DoesNotContain(project.Findings(), d => d.Code is "MOU7003" or "MOU7004" || d.Severity == Severity.Error);
        Assert.Equal(0, Mou.Run(project.Files.Root, "build", ".", "--edition", "family", "--draft", "--locale", "es", "--format", "html").Code);
        Assert.Contains("4 veces al año: *no* &lt;b&gt; a_b_c [x].", project.Files.Read("out/school-visits.family.es.html"), StringComparison.Ordinal);
        Assert.Contains("nothing changed", Assert.Single(Import(Packet(Locale.Es).Bytes, "translator").Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_correction_is_taken_over_with_its_bold_words()
    {
        PacketResult result = Import(Packet(Locale.Vi).With(Document, t => t.Replace("Quý vị làm được gì.", "Quý vị nên làm gì.", StringComparison.Ordinal)));
        Apply(result);
        Assert.Contains("**Quý vị nên làm gì.** Xin:", project.Files.Read("clauses/meetings/1.0.0.vi.yaml"), StringComparison.Ordinal);
        Assert.Contains("method: human", project.Files.Read("clauses/meetings/1.0.0.vi.yaml"), StringComparison.Ordinal);
    }

    [Theory]
    [Covers("MOU7019")]
    [Covers("MOU7020")]
    [Covers("MOU7021")]
    [Covers("MOU7022")]
    [Covers("MOU7023")]
    [Covers("MOU7030")]
    [InlineData(">clause</w:t>", ">nothing</w:t>", "MOU7030")]
    [InlineData(">Clauses sent</w:t>", ">Clauses</w:t>", "MOU7019")]
    [InlineData(">Spanish</w:t>", ">Vietnamese</w:t>", "MOU7030")]
    [InlineData(">Row</w:t>", ">Line</w:t>", "MOU7030")]
    [InlineData(">3</w:t>", ">3a</w:t>", "MOU7022")]
    [InlineData(">3</w:t>", ">4</w:t>", "MOU7022")]
    [InlineData("meetings@1.0.0", "elsewhere@1.0.0", "MOU7020")]
    [InlineData("meetings@1.0.0", "../../etc@1.0.0", "MOU7019")]
    [InlineData("meetings@1.0.0", "meetings@7.0.0", "MOU7020")]
    [InlineData("las notas;", "", "MOU7022")]
    [InlineData("reúnen {{ meetings_per_year }}", "reúnen 4", "MOU7023")]
    [InlineData("reúnen {{ meetings_per_year }}", "reúnen {{ meetings_per_year }} {{ meetings_per_year }}", "MOU7023")]
    [InlineData("reúnen {{ meetings_per_year }}", "reúnen {{ police.legal_name }}", "MOU7023")]
    [InlineData("reúnen {{ meetings_per_year }}", "reúnen {{ include 'signatures.md.scriban' }}{{ meetings_per_year }}", "MOU7023")]
    [InlineData("reúnen {{ meetings_per_year }}", "reúnen {{ meetings_per_year | counted \"{{ 1 }}\" \"b\" }}", "MOU7023")]
    [InlineData("¿Quién se reúne?", "{{ meetings_per_year }}", "MOU7023")]
    [InlineData("las notas;", "las {{ notas", "MOU7023")]
    public void A_packet_that_was_tampered_with_writes_nothing(string there, string instead, string code)
    {
        WordFile packet = Packet(Locale.Es);
        Assert.Contains(there, packet.PartText(Document), StringComparison.Ordinal);
        PacketResult result = Import(packet.With(Document, t => t.Replace(there, instead, StringComparison.Ordinal)));
        Assert.Empty(result.Files);
        Assert.Contains(result.Diagnostics, d => d.Code == code);
    }

    [Fact]
    public void Another_English_since_then_leaves_the_translation_aside()
    {
        byte[] packet = Packet(Locale.Es).With(Document, t => t.Replace("las notas", "los apuntes", StringComparison.Ordinal));
        project.Files.Change("clauses/meetings/1.0.0.en.yaml", "Ask:", "You may ask:");
        PacketResult result = Import(packet);
        Assert.Equal("MOU7021", Assert.Single(result.Diagnostics).Code);
        Assert.Empty(result.Files);
    }

    /// <summary>Another program may put the columns in another order, and a translator a column of notes beside them; both are found by their headings.</summary>
    [Fact]
    public void A_table_whose_rows_are_not_those_sent_is_an_error_and_a_lost_table_too()
    {
        string[] damages(string document)
        {
            (int from, int to) = Form(document);
            string table = document[from..to];
            string[] rows = table.Split("</w:tr>");
            string split = string.Join("</w:tr>", rows[..5]) + "</w:tr></w:tbl><w:p/><w:tbl>" + table[(table.IndexOf("<w:tblPr>", StringComparison.Ordinal))..table.IndexOf("<w:tr", StringComparison.Ordinal)] + string.Join("</w:tr>", rows[5..]);
            return
            [
                document.Remove(from, to - from),
                document[..from] + string.Join("</w:tr>", rows.Where((_, i) => i != 4)) + document[to..],
                document[..from] + string.Join("</w:tr>", rows[..5].Append(rows[4]).Concat(rows[5..])) + document[to..],
                document[..from] + split + document[to..],
            ];
        }

        WordFile packet = Packet(Locale.Es);
        foreach ((string damaged, string code) in damages(packet.PartText(Document)).Zip((string[])["MOU7030", "MOU7022", "MOU7022", "MOU7022"]))
        {
            PacketResult result = Import(packet.With(Document, _ => damaged));
            Assert.Contains(result.Diagnostics, d => d.Code == code && d.Severity == Severity.Error);
            Assert.Empty(result.Files);
        }
    }

    [Fact]
    public void An_approved_text_that_is_overwritten_loses_its_approval_with_a_word()
    {
        project.Files.Change("clauses/meetings/1.0.0.es.yaml", "state: draft", "state: approved\nauthor: A\nlanguage_reviewer: B\ncounsel_reviewer: C");
        PacketResult result = Import(Packet(Locale.Es).With(Document, t => t.Replace("las notas", "los apuntes", StringComparison.Ordinal)));
        Assert.Equal("MOU7018", Assert.Single(result.Diagnostics).Code);
        Assert.Single(result.Files);
    }

    [Fact]
    public void Two_tables_for_one_clause_are_refused()
    {
        PacketResult result = Import(Packet(Locale.Es).With(Document, t =>
        {
            (int from, int to) = Form(t);
            return t.Insert(to, "<w:p/>" + t[from..to]);
        }));
        Assert.Equal("MOU7020", Assert.Single(result.Diagnostics).Code);
    }

    [Theory]
    [InlineData("--locale", "es")]
    [InlineData("-o", "packet.docx")]
    [InlineData("--locale", "fr", "-o", "packet.docx")]
    [InlineData("--locale", "es", "-o", "packet.txt")]
    [InlineData("--import", "packet.docx", "-o", "packet.docx")]
    [InlineData("--import", "no-such-file.docx")]
    [InlineData("--import", "agreement.yaml")]
    [InlineData("no-such-clause", "--locale", "es", "-o", "packet.docx")]
    public void Wrong_usage_writes_nothing(params string[] arguments)
    {
        ImmutableSortedDictionary<string, string> before = project.Files.Contents();
        Mou.Result run = Mou.Run(project.Files.Root, ["clauses", "packet", .. arguments]);
        Assert.NotEqual(0, run.Code);
        run.HasNoTrace();
        Assert.Equal(before, project.Files.Contents());
    }

    private WordFile Packet(Locale locale) => WordFile.Of(TranslationPacket.Of(Library(), ["meetings"], locale).Document!);

    private ClauseLibrary Library() => ClauseLibrary.Load(project.Files.In("clauses")).Library!;

    private PacketResult Import(byte[] packet, string author = "")
    {
        File.WriteAllBytes(project.Files.In("packet.docx"), packet);
        return PacketImport.Import(Library(), project.Files.In("packet.docx"), PendingChanges.Refuse, author);
    }

    private static void Apply(PacketResult result)
    {
        Assert.NotEmpty(result.Files);
        Assert.Empty(OutputFiles.Write(result.Files, []));
    }

    /// <summary>The table to fill: the last but the list of what was sent.</summary>
    private static (int From, int To) Form(string document)
    {
        int list = document.LastIndexOf("<w:tbl>", StringComparison.Ordinal);
        int from = document.LastIndexOf("<w:tbl>", list - 1, StringComparison.Ordinal);
        return (from, document.IndexOf("</w:tbl>", from, StringComparison.Ordinal) + "</w:tbl>".Length);
    }

    /// <summary>Types into the empty cells of the last column, as a translator would.</summary>
    private static string Filled(string document, string[] words)
    {
        int table = Form(document).From;
        string[] rows = document[table..].Split("</w:tr>");
        for (int i = 0; i < words.Length; i++)
        {
            int end = rows[i + 2].LastIndexOf("</w:p>", StringComparison.Ordinal);
            end = end < 0 ? rows[i + 2].LastIndexOf("/>", StringComparison.Ordinal) : end;
            Assert.EndsWith("</w:p></w:tc>", rows[i + 2], StringComparison.Ordinal);
            rows[i + 2] = rows[i + 2].Insert(end, $"<w:r><w:t xml:space=\"preserve\">{System.Net.WebUtility.HtmlEncode(words[i])}</w:t></w:r>");
        }

        return document[..table] + string.Join("</w:tr>", rows);
    }
}
