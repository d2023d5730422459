using System.Xml;

namespace MouBuilder.Word;

/// <summary>Reads one story (body, footnotes, header, footer) and says what does not hold together in it.</summary>
internal sealed class StoryCheck(string part, XmlReader reader, HashSet<string> relationships, StoryPromises promises)
{
    private readonly List<string> problems = [];
    private readonly List<Open> open = [];
    private readonly HashSet<string> controls = new(StringComparer.Ordinal);
    private readonly HashSet<string> bookmarks = new(StringComparer.Ordinal);
    private readonly HashSet<string> openBookmarks = new(StringComparer.Ordinal);
    private readonly Stack<bool> fields = []; // whether the field has had its separator

    /// <summary>An element not yet closed, with the name of its child read last.</summary>
    private record struct Open(string Name, string? LastChild);

    public IReadOnlyList<string> Run()
    {
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    Begin();
                    break;
                case XmlNodeType.EndElement:
                    End();
                    break;
                case XmlNodeType.Text when open[^1].Name == "instrText":
                    Instruction(reader.Value);
                    break;
            }
        }

        if (fields.Count > 0)
        {
            Report("a field is not ended");
        }

        if (openBookmarks.Count > 0)
        {
            Report("a bookmark is not ended");
        }

        return problems;
    }

    private void Begin()
    {
        string name = reader.LocalName;
        if (open.Count > 0)
        {
            Element(name, open[^1]);
            open[^1] = open[^1] with { LastChild = name };
        }

        open.Add(new(name, null));
        if (reader.IsEmptyElement)
        {
            End();
        }
    }

    private void End()
    {
        Open ended = open[^1];
        open.RemoveAt(open.Count - 1);
        switch (ended.Name)
        {
            case "tc" when ended.LastChild != "p":
                Report("a table cell does not end in a paragraph");
                break;
            case "tbl" when ended.LastChild != "tr":
                Report("a table has no row");
                break;
            case "tr" when ended.LastChild != "tc":
                Report("a table row has no cell");
                break;
            case "sdtContent" when ended.LastChild is not ("p" or "tbl"):
                Report("a content control is empty");
                break;
        }
    }

    private void Element(string name, Open parent)
    {
        switch (name)
        {
            case "p" when parent.Name is not ("body" or "tc" or "sdtContent" or "footnote" or "hdr" or "ftr"):
                Report($"a paragraph stands in {parent.Name}");
                break;
            case "tbl" when parent.LastChild == "tbl":
                Report("two tables stand without a paragraph between them");
                break;
            case "sectPr" when parent.LastChild == "tbl":
                Report("the text ends in a table");
                break;
            case "pStyle" or "rStyle" or "tblStyle" when !promises.HasStyle(Value("w:val")):
                Report($"the style {Value("w:val")} is missing");
                break;
            case "numId" when !promises.HasNumber(Value("w:val")):
                Report($"the list {Value("w:val")} is missing");
                break;
            case "id" when parent.Name == "sdtPr" && !controls.Add(Value("w:val")):
                Report($"two content controls have the id {Value("w:val")}");
                break;
            case "tag" when Value("w:val").Length > ClauseControls.LongestTag:
                Report($"the tag {Value("w:val")} is too long");
                break;
            case "bookmarkStart":
                Bookmark(Value("w:id"), Value("w:name"));
                break;
            case "bookmarkEnd" when !openBookmarks.Remove(Value("w:id")):
                Report($"the bookmark {Value("w:id")} ends before it begins");
                break;
            case "fldChar":
                Field(Value("w:fldCharType"));
                break;
            case "footnoteReference":
                Note(Value("w:id"));
                break;
            case "hyperlink" or "headerReference" or "footerReference":
                Target();
                break;
        }
    }

    private void Bookmark(string id, string name)
    {
        openBookmarks.Add(id);
        if (!bookmarks.Add(id))
        {
            Report($"two bookmarks have the id {id}");
        }

        if (!promises.AddBookmark(name))
        {
            Report($"two bookmarks have the name {name}");
        }

        if (name.Length > Bookmarks.LongestName || !(char.IsAsciiLetter(name[0]) || name[0] == '_'))
        {
            Report($"{name} cannot be the name of a bookmark");
        }
    }

    private void Note(string id)
    {
        if (!promises.HasNote(id))
        {
            Report($"the footnote {id} is missing");
        }

        if (!promises.Mark(id))
        {
            Report($"the footnote {id} is marked twice");
        }
    }

    private void Field(string character)
    {
        if (character == "begin")
        {
            fields.Push(false);
        }
        else if (!fields.TryPop(out bool separated))
        {
            Report($"a field has {character} without a beginning");
        }
        else if (separated != (character == "end"))
        {
            Report("a field has no separator, or two");
        }
        else if (character == "separate")
        {
            fields.Push(true);
        }
    }

    private void Instruction(string instruction)
    {
        string[] words = instruction.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is ["REF", var bookmark, ..])
        {
            promises.Refer(bookmark);
        }
    }

    private void Target()
    {
        if (reader.GetAttribute("r:id") is { } id && !relationships.Contains(id))
        {
            Report($"the relationship {id} is missing");
        }

        if (reader.GetAttribute("w:anchor") is { } anchor)
        {
            promises.Refer(anchor);
        }
    }

    // By prefix, which all our parts share: a look-up by namespace would cost more than the reading.
    private string Value(string attribute) => reader.GetAttribute(attribute) ?? "";

    private void Report(string problem) => problems.Add($"In {part} {problem}.");
}
