using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MouBuilder.Word;

/// <summary>
/// styles.xml. Times New Roman is on every Windows and Mac, holds every Vietnamese letter, and has Liberation Serif as its equal in
/// width elsewhere, so pages break alike. Text stands ragged right, which reads easier than justified text without hyphenation.
/// </summary>
internal static partial class StylesPart
{
    private const string LanguagePlace = "{language}";
    private const string ExhibitPlace = "{exhibit}";

    // What no document changes is made into bytes once, and the places filled in between.
    private static readonly Lazy<byte[][]> Ordinary = new(() => Pieces(All()));
    private static readonly Lazy<byte[][]> ForFamilies = new(() => Pieces(Size().Replace(All(), Larger)));

    public static void Write(Stream stream, string language, string attachmentWord, bool isForFamilies)
    {
        byte[][] pieces = (isForFamilies ? ForFamilies : Ordinary).Value;
        byte[] exhibit = Encoding.UTF8.GetBytes(LabelRoom.OfExhibit(attachmentWord).ToString(CultureInfo.InvariantCulture));
        stream.Write(pieces[0]);
        stream.Write(Encoding.UTF8.GetBytes(Language(language)));
        foreach (byte[] piece in pieces[1..^1])
        {
            stream.Write(piece);
            stream.Write(exhibit);
        }

        stream.Write(pieces[^1]);
    }

    private static byte[][] Pieces(string styles) => [.. styles.Split([LanguagePlace, ExhibitPlace], StringSplitOptions.None).Select(Encoding.UTF8.GetBytes)];

    private static string All() => Opening + Text + Headings + string.Concat(Enumerable.Range(4, 6).Select(Heading)) + Tables + "</w:styles>\n";

    /// <summary>A quarter larger, and 14 points at least, which large type begins with; what is set tiny to take no room stays so.</summary>
    private static string Larger(Match size)
    {
        int halfPoints = int.Parse(size.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
        return halfPoints < 10 ? size.Value : string.Create(CultureInfo.InvariantCulture, $"{size.Groups[1].Value}{Math.Max(28, halfPoints * 5 / 4)}\"");
    }

    [GeneratedRegex(@"(<w:sz(?:Cs)? w:val="")(\d+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Size();

    // A guess of the language would make Word check the spelling in the wrong one.
    private static string Language(string language) =>
        language.Length == 0 ? "" : $"<w:lang w:val=\"{StoryXml.Escaped(language)}\"/>";

    private static string Heading(int level) => string.Create(CultureInfo.InvariantCulture, $"""
          <w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/><w:basedOn w:val="Heading3"/><w:next w:val="BodyText"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b w:val="0"/></w:rPr></w:style>

        """);

    private const string Opening = $$"""
        <?xml version="1.0" encoding="utf-8" standalone="yes"?>
        <w:styles xmlns:w="{{Namespaces.Word}}">
          <w:docDefaults>
            <w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="23"/><w:szCs w:val="23"/>{{LanguagePlace}}</w:rPr></w:rPrDefault>
            <w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault>
          </w:docDefaults>

        """;

    private const string Text = """
          <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
          <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>
          <w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>
          <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="Subtitle"/><w:uiPriority w:val="10"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before="120" w:after="120"/><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="34"/><w:szCs w:val="34"/></w:rPr></w:style>
          <w:style w:type="paragraph" w:styleId="Subtitle"><w:name w:val="Subtitle"/><w:basedOn w:val="Normal"/><w:next w:val="BodyText"/><w:uiPriority w:val="11"/><w:qFormat/><w:pPr><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:after="100"/><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="25"/><w:szCs w:val="25"/></w:rPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="Notice"><w:name w:val="Notice"/><w:basedOn w:val="Normal"/><w:next w:val="BodyText"/><w:qFormat/><w:pPr><w:keepLines/><w:pBdr><w:top w:val="single" w:sz="8" w:space="6" w:color="595959"/><w:left w:val="single" w:sz="8" w:space="6" w:color="595959"/><w:bottom w:val="single" w:sz="8" w:space="6" w:color="595959"/><w:right w:val="single" w:sz="8" w:space="6" w:color="595959"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/><w:spacing w:before="160" w:after="200" w:line="252" w:lineRule="auto"/><w:ind w:left="144" w:right="144"/></w:pPr><w:rPr><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr></w:style>
          <w:style w:type="paragraph" w:styleId="BodyText"><w:name w:val="Body Text"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="1"/><w:qFormat/><w:pPr><w:spacing w:after="130" w:line="264" w:lineRule="auto"/></w:pPr></w:style>
          <w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/><w:basedOn w:val="BodyText"/><w:uiPriority w:val="34"/><w:qFormat/><w:pPr><w:spacing w:after="90"/></w:pPr></w:style>
          <w:style w:type="paragraph" w:styleId="ListContinue"><w:name w:val="List Continue"/><w:basedOn w:val="ListParagraph"/><w:uiPriority w:val="34"/></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="NotCarried"><w:name w:val="Not Carried Over"/><w:basedOn w:val="BodyText"/><w:rPr><w:i/><w:iCs/></w:rPr></w:style>
          <w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/><w:pPr><w:tabs><w:tab w:val="right" w:pos="9360"/></w:tabs></w:pPr><w:rPr><w:color w:val="404040"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>
          <w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:color w:val="404040"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>
          <w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/><w:pPr><w:spacing w:after="40"/></w:pPr><w:rPr><w:sz w:val="19"/><w:szCs w:val="19"/></w:rPr></w:style>
          <w:style w:type="paragraph" w:styleId="TOCHeading"><w:name w:val="TOC Heading"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="39"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="280" w:after="100"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr></w:style>
          <w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="39"/><w:pPr><w:tabs><w:tab w:val="left" w:pos="540"/><w:tab w:val="left" w:pos="1260"/></w:tabs><w:spacing w:before="70" w:after="10"/><w:ind w:left="540" w:hanging="540"/></w:pPr></w:style>
          <w:style w:type="paragraph" w:styleId="TOC2"><w:name w:val="toc 2"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="39"/><w:pPr><w:tabs><w:tab w:val="left" w:pos="1188"/></w:tabs><w:ind w:left="1188" w:hanging="648"/></w:pPr></w:style>
          <w:style w:type="character" w:customStyle="1" w:styleId="DefinedTerm"><w:name w:val="Defined Term"/><w:qFormat/></w:style>
          <w:style w:type="character" w:customStyle="1" w:styleId="Gap"><w:name w:val="Gap"/><w:qFormat/></w:style>
          <w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:uiPriority w:val="99"/><w:rPr><w:color w:val="0B4F9E"/><w:u w:val="single"/></w:rPr></w:style>
          <w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:uiPriority w:val="99"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>

        """;

    private const string Headings = $"""
          <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="BodyText"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:numPr><w:numId w:val="1"/></w:numPr><w:suppressAutoHyphens/><w:spacing w:before="320" w:after="120"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="27"/><w:szCs w:val="27"/></w:rPr></w:style>
          <w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:next w:val="BodyText"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:suppressAutoHyphens/><w:spacing w:before="200" w:after="90"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr></w:style>
          <w:style w:type="paragraph" w:styleId="Heading3"><w:name w:val="heading 3"/><w:basedOn w:val="Normal"/><w:next w:val="BodyText"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before="160" w:after="80"/><w:outlineLvl w:val="2"/></w:pPr><w:rPr><w:b/><w:bCs/><w:i/><w:iCs/></w:rPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="UnnumberedSection"><w:name w:val="Unnumbered Section"/><w:basedOn w:val="Heading1"/><w:next w:val="BodyText"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="UnnumberedClause"><w:name w:val="Unnumbered Clause"/><w:basedOn w:val="Heading2"/><w:next w:val="BodyText"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="NumberedClause"><w:name w:val="Numbered Clause"/><w:basedOn w:val="BodyText"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:ind w:left="648" w:hanging="648"/></w:pPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="ExhibitHeading"><w:name w:val="Exhibit Heading"/><w:basedOn w:val="Normal"/><w:next w:val="BodyText"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:pageBreakBefore/><w:numPr><w:numId w:val="2"/></w:numPr><w:suppressAutoHyphens/><w:spacing w:after="200"/><w:ind w:left="{ExhibitPlace}" w:hanging="{ExhibitPlace}"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="27"/><w:szCs w:val="27"/></w:rPr></w:style>

        """;

    private const string Tables = """
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="TableText"><w:name w:val="Table Text"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:before="40" w:after="40"/></w:pPr><w:rPr><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="TableHeading"><w:name w:val="Table Heading"/><w:basedOn w:val="TableText"/><w:qFormat/><w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="AfterTable"><w:name w:val="After Table"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:line="160" w:lineRule="exact"/></w:pPr><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="SignatureParty"><w:name w:val="Signature Party"/><w:basedOn w:val="Normal"/><w:pPr><w:keepLines/><w:spacing w:before="360" w:after="40"/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="SignatureThrough"><w:name w:val="Signature Through"/><w:basedOn w:val="Normal"/><w:pPr><w:keepLines/><w:spacing w:after="40"/></w:pPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="SignatureCapacity"><w:name w:val="Signature Capacity"/><w:basedOn w:val="Normal"/><w:pPr><w:keepLines/><w:spacing w:before="160"/></w:pPr></w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="SignatureLine"><w:name w:val="Signature Line"/><w:basedOn w:val="Normal"/><w:pPr><w:keepLines/><w:pBdr><w:top w:val="single" w:sz="6" w:space="2" w:color="000000"/></w:pBdr><w:spacing w:before="520"/><w:ind w:right="240"/></w:pPr><w:rPr><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr></w:style>
          <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
          <w:style w:type="table" w:customStyle="1" w:styleId="AgreementTable"><w:name w:val="Agreement Table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="595959"/><w:left w:val="single" w:sz="4" w:space="0" w:color="595959"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="595959"/><w:right w:val="single" w:sz="4" w:space="0" w:color="595959"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="595959"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="595959"/></w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E7E9EC"/></w:tcPr></w:tblStylePr></w:style>
          <w:style w:type="table" w:customStyle="1" w:styleId="SignatureTable"><w:name w:val="Signature Table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="160" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>

        """;
}
