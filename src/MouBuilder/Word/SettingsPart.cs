using System.Text;

namespace MouBuilder.Word;

/// <summary>
/// settings.xml. Compatibility mode 15 keeps Word from opening the file as an old one; there is no updateFields, which would ask
/// every reader a question on opening: the cached field results are right already.
/// </summary>
internal static class SettingsPart
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="utf-8" standalone="yes"?>
        <w:settings xmlns:w="{Namespaces.Word}">
          <w:zoom w:percent="100"/>
          <w:defaultTabStop w:val="720"/>
          <w:characterSpacingControl w:val="doNotCompress"/>
          <w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>
          <w:compat>
            <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
            <w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
            <w:compatSetting w:name="enableOpenTypeFeatures" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
            <w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
            <w:compatSetting w:name="differentiateMultirowTableHeaders" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
          </w:compat>
          <w:decimalSymbol w:val="."/>
          <w:listSeparator w:val=","/>
        </w:settings>
        """);

    public static void Write(Stream stream) => stream.Write(Text);
}
