using System.Xml;

namespace MouBuilder.Word;

/// <summary>Reads one story (body, footnotes, header, footer) and says what does not hold together in it.</summary>
internal sealed class StoryCheck(string part, XmlReader reader, HashSet<string> relationships, StoryPromises promises)
{
    private readonly List<string> problems = [];
    private readonly Stack<Open> open = [];
    private readonly HashSet<string> controls = new(StringComparer.Ordinal);
    private readonly HashSet<string> bookmarks = new(StringComparer.Ordinal);
    private readonly HashSet<string> openBookmarks = new(StringComparer.Ordinal);
    private readonly Stack<bool> fields = []; // whether the field has had its separator

    /// <summary>An element not yet closed, with the name of its child read last.</summary>
    private sealed class Open(string name)
    {
        public string Name { get; } = name;

        public string? LastChild { get; set; }
    }

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
                case XmlNodeType.Text when open.Peek().Name == "instrText":
                    Instruction(reader.Value);
                    break;
            }
        }

        Demand(fields.Count == 0, "a field is not ended");
        Demand(openBookmarks.Count == 0, "a bookmark is not ended");
        return problems;
    }

    private void Begin()
    {
        string name = reader.LocalName;
        Element(name, open.TryPeek(out Open? parent) ? parent : null);
        if (parent is not null)
        {
            parent.LastChild = name;
        }

        open.Push(new(name));
        if (reader.IsEmptyElement)
        {
            End();
        }
    }

    private void End()
    {
        Open ended = open.Pop();
        switch (ended.Name)
        {
            case "tc":
                Demand(ended.LastChild == "p", "a table cell does not end in a paragraph");
                break;
            case "tbl":
                Demand(ended.LastChild == "tr", "a table has no row");
                break;
            case "tr":
                Demand(ended.LastChild == "tc", "a table row has no cell");
                break;
            case "sdtContent":
                Demand(ended.LastChild is "p" or "tbl", "a content control is empty");
                break;
        }
    }

    private void Element(string name, Open? parent)
    {
        switch (name)
        {
            case "p":
                Demand(parent?.Name is "body" or "tc" or "sdtContent" or "footnote" or "hdr" or "ftr", $"a paragraph stands in {parent?.Name}");
                break;
            case "tbl":
                Demand(parent?.LastChild != "tbl", "two tables stand without a paragraph between them");
                break;
            case "sectPr":
                Demand(parent?.LastChild != "tbl", "the text ends in a table");
                break;
            case "pStyle" or "rStyle" or "tblStyle":
                Demand(promises.HasStyle(Value("val")), $"the style {Value("val")} is missing");
                break;
            case "numId":
                Demand(promises.HasNumber(Value("val")), $"the list {Value("val")} is missing");
                break;
            case "id" when parent?.Name == "sdtPr":
                Demand(controls.Add(Value("val")), $"two content controls have the id {Value("val")}");
                break;
            case "tag":
                Demand(Value("val").Length <= ClauseControls.LongestTag, $"the tag {Value("val")} is too long");
                break;
            case "bookmarkStart":
                Bookmark(Value("id"), Value("name"));
                break;
            case "bookmarkEnd":
                Demand(openBookmarks.Remove(Value("id")), $"the bookmark {Value("id")} ends before it begins");
                break;
            case "fldChar":
                Field(Value("fldCharType"));
                break;
            case "footnoteReference":
                Demand(promises.HasNote(Value("id")), $"the footnote {Value("id")} is missing");
                Demand(promises.Mark(Value("id")), $"the footnote {Value("id")} is marked twice");
                break;
            case "hyperlink" or "headerReference" or "footerReference":
                Target();
                break;
        }
    }

    private void Bookmark(string id, string name)
    {
        Demand(bookmarks.Add(id), $"two bookmarks have the id {id}");
        Demand(promises.AddBookmark(name), $"two bookmarks have the name {name}");
        Demand(name.Length <= Bookmarks.LongestName && (char.IsAsciiLetter(name[0]) || name[0] == '_'), $"{name} cannot be the name of a bookmark");
        openBookmarks.Add(id);
    }

    private void Field(string character)
    {
        if (character == "begin")
        {
            fields.Push(false);
        }
        else if (fields.Count == 0)
        {
            Demand(false, $"a field has {character} without a beginning");
        }
        else
        {
            Demand(fields.Pop() == (character == "end"), "a field has no separator, or two");
            if (character == "separate")
            {
                fields.Push(true);
            }
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
        if (reader.GetAttribute("id", Namespaces.Relationships) is { } id)
        {
            Demand(relationships.Contains(id), $"the relationship {id} is missing");
        }

        if (reader.GetAttribute("anchor", Namespaces.Word) is { } anchor)
        {
            promises.Refer(anchor);
        }
    }

    private string Value(string attribute) => reader.GetAttribute(attribute, Namespaces.Word) ?? "";

    private void Demand(bool holds, string otherwise)
    {
        if (!holds)
        {
            problems.Add($"In {part} {otherwise}.");
        }
    }
}
