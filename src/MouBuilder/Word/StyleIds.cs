using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>The styles the writer uses. Names of Word's own are kept, so that Word's navigation, contents and house styles know them.</summary>
internal static class StyleIds
{
    public const string Title = "Title";
    public const string Subtitle = "Subtitle";
    public const string Notice = "Notice";
    public const string Section = "Heading1";
    public const string Clause = "Heading2";
    public const string UnnumberedSection = "UnnumberedSection";
    public const string UnnumberedClause = "UnnumberedClause";
    public const string NumberedClause = "NumberedClause";
    public const string Exhibit = "ExhibitHeading";
    public const string Body = "BodyText";
    public const string Item = "ListParagraph";
    public const string ItemContinued = "ListContinue";
    public const string TableText = "TableText";
    public const string TableHeading = "TableHeading";
    public const string AfterTable = "AfterTable";
    public const string SignatureParty = "SignatureParty";
    public const string SignatureThrough = "SignatureThrough";
    public const string SignatureCapacity = "SignatureCapacity";
    public const string SignatureLine = "SignatureLine";
    public const string Header = "Header";
    public const string Footer = "Footer";
    public const string FootnoteText = "FootnoteText";
    public const string ContentsHeading = "TOCHeading";
    public const string Contents1 = "TOC1";
    public const string Contents2 = "TOC2";
    public const string NotCarried = "NotCarried";

    public const string DefinedTerm = "DefinedTerm";
    public const string Gap = "Gap";
    public const string Hyperlink = "Hyperlink";
    public const string FootnoteReference = "FootnoteReference";

    public const string AgreementTable = "AgreementTable";
    public const string SignatureTable = "SignatureTable";

    /// <summary>The style of the heading of a section, clause or exhibit.</summary>
    public static string OfHeading(Block block) => block switch
    {
        Documents.Section { Kind: SectionKind.Numbered } => Section,
        Documents.Section => UnnumberedSection,
        Documents.Clause { Label: null } => UnnumberedClause,
        Documents.Clause => Clause,
        _ => Exhibit,
    };

    /// <summary>Heading 3 and deeper; Word has nine.</summary>
    public static string Heading(int level) => "Heading" + (char)('0' + Math.Clamp(level, 3, 9));
}
