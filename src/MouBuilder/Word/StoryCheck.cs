namespace MouBuilder.Word;

/// <summary>Reads one story (body, footnotes, header, footer) and says what does not hold together in it.</summary>
internal sealed class StoryCheck(string part, NameSet relationships, StoryPromises promises)
{
    private readonly List<string> problems = [];
    private readonly NameSet controls = new();
    private readonly NameSet bookmarks = new();
    private readonly NameSet openBookmarks = new();
    private readonly NameSet openRanges = new();
    private readonly Stack<bool> fields = []; // whether the field has had its separator

    public IReadOnlyList<string> Run(PartScanner scanner)
    {
        while (scanner.Read())
        {
            switch (scanner.Kind)
            {
                case ScanKind.Begin:
                    Begin(scanner);
                    break;
                case ScanKind.End:
                    End(scanner);
                    break;
                case ScanKind.Text when scanner.Parent is "w:instrText":
                    Instruction(scanner.Text);
                    break;
            }
        }

        if (scanner.Problem is { } problem)
        {
            Report(problem);
        }

        if (fields.Count > 0)
        {
            Report("a field is not ended");
        }

        if (openRanges.Count > 0)
        {
            Report("a move is not ended");
        }

        if (openBookmarks.Count > 0)
        {
            Report("a bookmark is not ended");
        }

        return problems;
    }

    private void End(PartScanner ended)
    {
        switch (ended.Name)
        {
            case "w:tc" when ended.Elder is not "w:p":
                Report("a table cell does not end in a paragraph");
                break;
            case "w:tbl" when ended.Elder is not "w:tr":
                Report("a table has no row");
                break;
            case "w:tr" when ended.Elder is not "w:tc":
                Report("a table row has no cell");
                break;
            case "w:sdtContent" when ended.Elder is not ("w:p" or "w:tbl"):
                Report("a content control is empty");
                break;
        }
    }

    private void Begin(PartScanner element)
    {
        switch (element.Name)
        {
            case "w:p" when element.Parent is not ("w:body" or "w:tc" or "w:sdtContent" or "w:footnote" or "w:hdr" or "w:ftr"):
                Report($"a paragraph stands in {element.Parent}");
                break;
            case "w:tbl" when element.Elder is "w:tbl":
                Report("two tables stand without a paragraph between them");
                break;
            case "w:sectPr" when element.Elder is "w:tbl":
                Report("the text ends in a table");
                break;
            case "w:pStyle" or "w:rStyle" or "w:tblStyle" when !promises.HasStyle(element.Attribute("w:val")):
                Report($"the style {element.Attribute("w:val")} is missing");
                break;
            case "w:numId" when !promises.HasNumber(element.Attribute("w:val")):
                Report($"the list {element.Attribute("w:val")} is missing");
                break;
            case "w:id" when element.Parent is "w:sdtPr" && !controls.Add(element.Attribute("w:val")):
                Report($"two content controls have the id {element.Attribute("w:val")}");
                break;
            case "w:tag" when element.Attribute("w:val").Length > ClauseControls.LongestTag:
                Report($"the tag {element.Attribute("w:val")} is too long");
                break;
            case "w:bookmarkStart":
                Bookmark(element.Attribute("w:id"), element.Attribute("w:name"));
                break;
            case "w:bookmarkEnd" when !openBookmarks.Remove(element.Attribute("w:id")):
                Report($"the bookmark {element.Attribute("w:id")} ends before it begins");
                break;
            case "w:ins" or "w:del" or "w:moveTo" or "w:moveFrom" or "w:pPrChange" or "w:rPrChange" or "w:trPrChange" or "w:tcPrChange":
                Annotation(element.Attribute("w:id"));
                break;
            case "w:moveToRangeStart" or "w:moveFromRangeStart":
                Annotation(element.Attribute("w:id"));
                openRanges.Add(element.Attribute("w:id"));
                promises.AddHalf(element.Attribute("w:name"));
                break;
            case "w:moveToRangeEnd" or "w:moveFromRangeEnd" when !openRanges.Remove(element.Attribute("w:id")):
                Report($"the move {element.Attribute("w:id")} ends before it begins");
                break;
            case "w:fldChar":
                Field(element.Attribute("w:fldCharType"));
                break;
            case "w:footnoteReference" when part != WordParts.Document:
                Report("a footnote is marked outside of the body, which Word does not allow");
                break;
            case "w:footnoteReference":
                Note(element.Attribute("w:id"));
                break;
            case "w:hyperlink" or "w:headerReference" or "w:footerReference":
                Target(element.Attribute("r:id"), element.Attribute("w:anchor"));
                break;
        }
    }

    private void Annotation(ReadOnlySpan<char> id)
    {
        if (!promises.Annotate(id))
        {
            Report($"two tracked changes or bookmarks have the number {id}");
        }
    }

    private void Bookmark(ReadOnlySpan<char> id, ReadOnlySpan<char> name)
    {
        promises.Annotate(id);
        openBookmarks.Add(id);
        if (!bookmarks.Add(id))
        {
            Report($"two bookmarks have the id {id}");
        }

        if (!promises.AddBookmark(name))
        {
            Report($"two bookmarks have the name {name}");
        }

        if (name.Length is 0 or > Bookmarks.LongestName || !(char.IsAsciiLetter(name[0]) || name[0] == '_'))
        {
            Report($"{name} cannot be the name of a bookmark");
        }
    }

    private void Note(ReadOnlySpan<char> id)
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

    private void Field(ReadOnlySpan<char> character)
    {
        if (character is "begin")
        {
            fields.Push(false);
        }
        else if (!fields.TryPop(out bool separated))
        {
            Report($"a field has {character} without a beginning");
        }
        else if (separated != character is "end")
        {
            Report("a field has no separator, or two");
        }
        else if (!separated)
        {
            fields.Push(true);
        }
    }

    private void Instruction(ReadOnlySpan<char> instruction)
    {
        const string Reference = " REF ";
        if (instruction.StartsWith(Reference))
        {
            ReadOnlySpan<char> rest = instruction[Reference.Length..];
            promises.Refer(rest[..Math.Max(0, rest.IndexOf(' '))]);
        }
    }

    private void Target(ReadOnlySpan<char> id, ReadOnlySpan<char> anchor)
    {
        if (!id.IsEmpty && !relationships.Contains(id))
        {
            Report($"the relationship {id} is missing");
        }

        if (!anchor.IsEmpty)
        {
            promises.Refer(anchor);
        }
    }

    private void Report(string problem) => problems.Add($"In {part} {problem}.");
}
