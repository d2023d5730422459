using System.Collections.Immutable;

namespace MouBuilder.Reviewing;

/// <summary>A comment and who wrote it.</summary>
/// <param name="Reader">Empty when no name was given.</param>
/// <param name="Language">The language of the page it was written on; most people write in it.</param>
public sealed record ReadersComment(string Reader, string Language, string Text);

/// <summary>The comments of all readers on one clause.</summary>
public sealed record ClauseComments(string Title, ImmutableArray<ReadersComment> Comments)
{
    /// <summary>Where readers' files call the clause by several titles, each with the language of the page that has it: <c>en</c>, <c>es</c>, <c>vi</c> or nothing; otherwise empty.</summary>
    public ImmutableArray<(string Title, string Language)> Titles { get; init; } = [];
}

/// <summary>Comments of many readers, clause by clause. What fits neither the comparison nor its clauses stands apart.</summary>
/// <param name="UnknownClauses">Comments on this edition whose clause it does not have.</param>
/// <param name="OtherEditions">Comments on other editions, the clause's title with the names of the texts.</param>
public sealed record CollectedComments(
    string Edition, string Old, string New, int Files, ImmutableArray<ClauseComments> Clauses, ImmutableArray<ClauseComments> UnknownClauses, ImmutableArray<ClauseComments> OtherEditions)
{
    /// <summary>The names of files that could not be read, so that nobody takes the rest for all.</summary>
    public ImmutableArray<string> Refused { get; init; } = [];

    /// <summary>The names of files that say the same as another, word for word and under the same name, and so are counted once.</summary>
    public ImmutableArray<string> CountedOnce { get; init; } = [];

    /// <summary>The names of files without a reader's name that say the same as another: one reader twice, or two of one mind. They are counted.</summary>
    public ImmutableArray<string> Alike { get; init; } = [];

    /// <summary>Whether the clauses are called as the page calls them; otherwise by what the readers' files say.</summary>
    public bool IsHeldAgainstPage { get; init; }

    /// <summary>How many comments there are in all.</summary>
    public int Count => Clauses.Concat(UnknownClauses).Concat(OtherEditions).Sum(c => c.Comments.Length);

    /// <summary>Lays comments side by side.</summary>
    /// <param name="page">
    /// The page that was commented on. When it is null, the edition that most comments belong to is taken, and a clause that files of this edition call by different titles is
    /// not known.
    /// </param>
    public static CollectedComments Of(IReadOnlyList<CommentFile> files, ReviewPageIdentity? page)
    {
        int read = files.Count;
        (files, ImmutableArray<string> once, ImmutableArray<string> alike) = Apart(files);
        string edition = page?.Edition ?? files.GroupBy(f => f.Edition, StringComparer.Ordinal).OrderByDescending(g => g.Sum(f => f.Comments.Length)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).FirstOrDefault("");
        CommentFile[] own = [.. files.Where(f => f.Edition == edition)];
        ImmutableArray<(string Id, string Title)> clauses = page?.Clauses ?? ClausesOf(own);
        ILookup<string, (string Title, string Language)> known = page is null ? TitlesById(own) : TitlesById([]);
        Dictionary<string, string> titles = clauses.DistinctBy(c => c.Id).ToDictionary(c => c.Id, c => c.Title, StringComparer.Ordinal);
        return new(
            edition,
            page?.Old ?? own.FirstOrDefault()?.Old ?? "",
            page?.New ?? own.FirstOrDefault()?.New ?? "",
            read,
            [.. clauses.Select(c => Gather(c.Title, own, m => m.Clause == c.Id) with { Titles = [.. known[c.Id]] }).Where(c => !c.Comments.IsEmpty)],
            Apart(own, m => !titles.ContainsKey(m.Clause), _ => ""),
            Apart([.. files.Where(f => f.Edition != edition)], _ => true, f => $" ({f.Old}, {f.New}, {f.Edition})"))
        {
            CountedOnce = once, Alike = alike, IsHeldAgainstPage = page is not null,
        };
    }

    /// <summary>The same file handed in twice says nothing twice. Two readers may have the same to say, though, so without a name only the same path is surely the same file.</summary>
    private static (CommentFile[] Files, ImmutableArray<string> Once, ImmutableArray<string> Alike) Apart(IReadOnlyList<CommentFile> files)
    {
        Dictionary<string, HashSet<string>> pathsByWords = new(StringComparer.Ordinal);
        List<CommentFile> kept = [];
        List<string> once = [];
        List<string> alike = [];
        foreach (CommentFile file in files)
        {
            // No text of a file holds the separator: characters that nobody sees were left out.
            string words = string.Join('\0', [file.Edition, file.Old, file.New, file.Language, file.Reader, .. file.Comments.SelectMany(c => new[] { c.Clause, c.Title, c.Text })]);
            bool isFirst = pathsByWords.TryAdd(words, [file.Path]);
            bool isSamePath = !isFirst && !pathsByWords[words].Add(file.Path);
            if (!isFirst && (isSamePath || file.Reader.Length > 0))
            {
                once.Add(System.IO.Path.GetFileName(file.Path));
                continue;
            }

            kept.Add(file);
            if (!isFirst)
            {
                alike.Add(System.IO.Path.GetFileName(file.Path));
            }
        }

        return ([.. kept], [.. once], [.. alike]);
    }

    /// <summary>A clause goes by its id; where readers' files call it otherwise, in another language or before its title changed, all is shown that they call it.</summary>
    private const int MostTitles = 3;

    private static ImmutableArray<(string Id, string Title)> ClausesOf(CommentFile[] files) =>
    [
        .. files.SelectMany(f => f.Comments).GroupBy(c => c.Clause, StringComparer.Ordinal)
            .Select(g => (g.Key, Titles(g))),
    ];

    private static ILookup<string, (string Title, string Language)> TitlesById(CommentFile[] files) =>
        files.SelectMany(f => f.Comments.Select(c => (c.Clause, c.Title, f.Language))).DistinctBy(c => (c.Clause, c.Title)).GroupBy(c => c.Clause, StringComparer.Ordinal).SelectMany(g => g.Take(MostTitles)).ToLookup(c => c.Clause, c => (c.Title, c.Language), StringComparer.Ordinal);

    private static string Titles(IEnumerable<Comment> comments) => string.Join(" / ", comments.Select(c => c.Title).Distinct(StringComparer.Ordinal).Take(MostTitles));

    /// <summary>A clause has a title in each language, so its comments are found by its id.</summary>
    private static ImmutableArray<ClauseComments> Apart(CommentFile[] files, Func<Comment, bool> which, Func<CommentFile, string> texts) =>
    [
        .. files.SelectMany(f => f.Comments.Where(which).Select(c => (File: f, Comment: c)))
            .GroupBy(c => (c.Comment.Clause, Texts: texts(c.File)))
            .Select(g => new ClauseComments(Titles(g.Select(c => c.Comment)) + g.Key.Texts, [.. g.Select(c => Of(c.File, c.Comment))])),
    ];

    private static ClauseComments Gather(string title, CommentFile[] files, Func<Comment, bool> which) =>
        new(title, [.. files.SelectMany(f => f.Comments.Where(which).Select(c => Of(f, c))).Where(c => c.Text.Length > 0)]);

    private static ReadersComment Of(CommentFile file, Comment comment) => new(file.Reader, file.Language, comment.Text);
}
