namespace MouBuilder.Documents;

/// <summary>What a reference to a block shows: the number of a heading, or its words.</summary>
/// <param name="Heading">The id of the block whose heading it is.</param>
internal sealed record HeadingTarget(string Heading, bool ShowsNumber);

/// <summary>
/// Finds the headings that references lead to. A clause without a heading is referred to by the heading it stands under, as <see cref="Numbering"/> does.
/// </summary>
internal sealed class HeadingTargets
{
    private readonly Dictionary<string, HeadingTarget> targets = new(StringComparer.Ordinal);
    private readonly List<string> headings = [];
    private HeadingTarget? enclosing;

    private HeadingTargets()
    {
    }

    /// <summary>The ids of the blocks that have a heading, in reading order.</summary>
    public IReadOnlyList<string> Headings => headings;

    /// <summary>By the id of the block referred to; without those to which there is nothing to refer by.</summary>
    public IReadOnlyDictionary<string, HeadingTarget> ById => targets;

    public static HeadingTargets Of(MouDocument document)
    {
        HeadingTargets found = new();
        found.Add(document.Blocks);
        return found;
    }

    private void Add(IEnumerable<Block> blocks)
    {
        foreach (Block block in blocks)
        {
            Add(block);
        }
    }

    private void Add(Block block)
    {
        switch (block)
        {
            case Section { Kind: SectionKind.Numbered } s:
                targets[s.Id] = new(Name(s.Id), ShowsNumber: true);
                enclosing = Blanks.IsBlank(s.Heading) ? null : new(s.Id, ShowsNumber: false); // a REF to no words is an error to Word
                Add(s.Blocks);
                break;
            case Section s:
                enclosing = Blanks.IsBlank(s.Heading) ? null : new(Name(s.Id), ShowsNumber: false);
                Target(s.Id, enclosing);
                Add(s.Blocks);
                break;
            case Exhibit e:
                enclosing = new(Name(e.Id), ShowsNumber: true);
                Target(e.Id, enclosing);
                Add(e.Blocks);
                break;
            case Clause c:
                Target(c.Id, Blanks.IsBlank(c.Title) ? enclosing : new(Name(c.Id), c.Label is not null));
                Add(c.Blocks);
                break;
            default:
                break;
        }
    }

    private void Target(string id, HeadingTarget? target)
    {
        if (target is not null)
        {
            targets[id] = target;
        }
    }

    private string Name(string id)
    {
        headings.Add(id);
        return id;
    }
}
