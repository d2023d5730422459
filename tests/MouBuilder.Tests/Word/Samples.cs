using System.Collections.Immutable;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;

namespace MouBuilder.Tests.Word;

/// <summary>Documents made by hand, numbered.</summary>
internal static class Samples
{
    public const string Hostile = "*Smith* | <b> & Sons {x} [[y]] \"q\" 'r' %1 \\h _a_ ]]>";
    public const string Vietnamese = "Khi một học sinh bị lập biên bản, nhà trường phải báo cho phụ huynh trong vòng hai giờ; ề ữ Ẵ ỗ.";

    public static ImmutableArray<Inline> Words(string text) => [new TextRun(text)];

    public static Paragraph P(string text) => new(ParagraphRole.Body, Words(text));

    public static Paragraph P(params Inline[] inlines) => new(ParagraphRole.Body, [.. inlines]);

    public static Paragraph Front(ParagraphRole role, string text) => new(role, Words(text));

    public static Section Section(string id, string heading, params Block[] blocks) => new(id, SectionKind.Numbered, Words(heading), [.. blocks]);

    public static Section Unnumbered(string id, string heading, params Block[] blocks) => new(id, SectionKind.Unnumbered, Words(heading), [.. blocks]);

    public static Section Recitals(string id, string heading, params Block[] blocks) => new(id, SectionKind.Recitals, Words(heading), [.. blocks]);

    public static Clause Clause(string id, string title, params Block[] blocks) => new(id, title.Length == 0 ? [] : Words(title), [.. blocks])
    {
        From = new(Source.File($"clauses/{id}/1.0.0.yaml"), new(id, "1.0.0", "9f2c41d0a77be310")),
    };

    public static ListBlock Ordered(params Block[][] items) => List(ListKind.Ordered, items);

    public static ListBlock Bullets(params Block[][] items) => List(ListKind.Bullet, items);

    public static ListBlock List(ListKind kind, params Block[][] items) => new(kind, [.. items.Select(i => new ListItem([.. i]))]);

    public static Block[] I(string text, params Block[] more) => [P(text), .. more];

    public static TableCell Cell(string text, int columns = 1, int rows = 1) => new([P(text)], columns, rows);

    public static TableRow Row(params string[] cells) => new([.. cells.Select(c => Cell(c))]);

    public static MouDocument Document(params Block[] blocks) => Document(Properties, [], blocks);

    public static MouDocument Document(DocumentProperties properties, ImmutableArray<Note> notes, params Block[] blocks) =>
        Numbering.Apply(new(properties, [.. blocks], notes));

    public static DocumentProperties Properties { get; } = new()
    {
        Title = "Memorandum of Understanding",
        Agreement = "dps-dpd-2022",
        Revision = "draft-1",
        Status = "in-negotiation",
        Language = "en-US",
        Drafted = new(2022, 3, 8),
        Drafter = "District counsel",
        Disclaimer = "For discussion only; not an offer; subject to approval by the Board of Education",
        Contents = true,
    };
}
