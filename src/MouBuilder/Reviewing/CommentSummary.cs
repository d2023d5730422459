using System.Collections.Immutable;
using System.Globalization;
using MouBuilder.Clauses;
using MouBuilder.Documents;
using MouBuilder.Text;

namespace MouBuilder.Reviewing;

/// <summary>Writes the comments of all readers for those who answer them.</summary>
public sealed class CommentSummary
{
    private readonly CollectedComments collected;
    private readonly ReviewWords words;

    private CommentSummary(CollectedComments collected, Locale locale)
    {
        this.collected = collected;
        words = ReviewWords.In(locale);
    }

    /// <summary>One HTML file without scripts; a table for each clause.</summary>
    public static string Html(CollectedComments collected, Locale locale)
    {
        CommentSummary summary = new(collected, locale);
        Html body = Reviewing.Html.Of($"""
            <main id="main">
            <h1>{summary.words["collected"]}</h1>
            {(summary.words.Draft is { } draft ? Reviewing.Html.Of($"<p class=\"draft\">{draft}</p>") : Reviewing.Html.Empty)}
            {Reviewing.Html.Join(summary.Lines().Select(l => Reviewing.Html.Of($"<p>{l}</p>")))}
            {Reviewing.Html.Join(collected.Clauses.Select((c, i) => summary.Table(c, "h2", $"c{i}")))}
            {summary.Apart("unknown-clauses", collected.UnknownClauses)}
            {summary.Apart("other-editions", collected.OtherEditions)}
            </main>
            """);
        return PageFrame.Write(locale, summary.words["collected"], body);
    }

    /// <summary>Markdown with <c>\n</c> line ends.</summary>
    public static string Markdown(CollectedComments collected, Locale locale)
    {
        CommentSummary summary = new(collected, locale);
        List<Block> blocks = [new Paragraph(ParagraphRole.Title, [new TextRun(summary.words["collected"])]), .. summary.words.Draft is { } draft ? [new Paragraph(ParagraphRole.Notice, [new TextRun(draft)])] : Array.Empty<Block>(), .. summary.Lines().Select(l => P(new TextRun(l)))];
        blocks.AddRange(collected.Clauses.Select((c, i) => new Section($"c{i}", SectionKind.Unnumbered, [new TextRun(c.Title)], [.. c.Comments.Select(summary.Line)])));
        foreach ((string name, ImmutableArray<ClauseComments> apart) in new[] { ("unknown-clauses", collected.UnknownClauses), ("other-editions", collected.OtherEditions) })
        {
            if (!apart.IsEmpty)
            {
                blocks.Add(new Section(name, SectionKind.Unnumbered, [new TextRun(summary.words[name])], [.. apart.SelectMany(c => c.Comments.Select(summary.Line).Prepend(new Heading(2, [new TextRun(c.Title)])))]));
            }
        }

        return MarkdownWriter.WriteBody(Numbering.Apply(new(new() { Title = summary.words["collected"], Language = summary.words.Tag }, [.. blocks], [])));
    }

    private IEnumerable<string> Lines()
    {
        yield return words.Say("copy-heading", collected.Old, collected.New, collected.Edition);
        yield return words.Say("collected-from", collected.Files.ToString(CultureInfo.InvariantCulture), collected.Count.ToString(CultureInfo.InvariantCulture));
        if (!collected.Refused.IsEmpty)
        {
            yield return words.Say("collected-refused", string.Join(", ", collected.Refused));
        }

        if (!collected.CountedOnce.IsEmpty)
        {
            yield return words.Say("collected-once", string.Join(", ", collected.CountedOnce));
        }

        if (!collected.Alike.IsEmpty)
        {
            yield return words.Say("collected-alike", string.Join(", ", collected.Alike));
        }

        if (!collected.IsHeldAgainstPage)
        {
            yield return words["collected-no-page"];
        }

        yield return words["comment-notice"];
        if (collected.Count == 0)
        {
            yield return words["no-comments"];
        }
    }

    private Html Apart(string name, ImmutableArray<ClauseComments> clauses) => clauses.IsEmpty
        ? Reviewing.Html.Empty
        : Reviewing.Html.Of($"<section aria-labelledby=\"{name}\"><h2 id=\"{name}\">{words[name]}</h2>\n{Reviewing.Html.Join(clauses.Select((c, i) => Table(c, "h3", $"{name}{i}")))}</section>\n");

    private Html Table(ClauseComments clause, string heading, string id)
    {
        Html rows = Reviewing.Html.Join(clause.Comments.Select(c => Reviewing.Html.Of($"<tr><th scope=\"row\"{(c.Reader.Length > 0 ? In(c.Language) : Reviewing.Html.Empty)}>{(c.Reader.Length > 0 ? c.Reader : words["nameless"])}</th><td{In(c.Language)}>{Lines(c.Text)}</td></tr>\n")));
        return Reviewing.Html.Of($"<{new Html(heading)} id=\"{id}\">{Title(clause)}</{new Html(heading)}>\n<table class=\"collected\" aria-labelledby=\"{id}\"><thead><tr><th scope=\"col\">{words["reader"]}</th><th scope=\"col\">{words["comment"]}</th></tr></thead><tbody>\n{rows}</tbody></table>\n");
    }

    private static Html Title(ClauseComments clause) => clause.Titles.IsEmpty ? Reviewing.Html.Text(clause.Title) : Reviewing.Html.Join(clause.Titles.Select(t => Reviewing.Html.Of($"<span{In(t.Language)}>{t.Title}</span>")), " / ");

    private static Html In(string language) => new(language.Length > 0 ? $" lang=\"{language}\"" : "");

    private static Html Lines(string text) => Reviewing.Html.Join(text.Split('\n').Select(Reviewing.Html.Text), "<br>");

    private Block Line(ReadersComment comment)
    {
        IEnumerable<Inline> lines = comment.Text.Split('\n').Where(l => l.Trim().Length > 0).SelectMany(l => new Inline[] { new LineBreak(), new TextRun(l.Trim()) });
        return P([new TextRun(comment.Reader.Length > 0 ? comment.Reader : words["nameless"], Emphasis.Bold), .. lines]);
    }

    private static Paragraph P(params Inline[] inlines) => new(ParagraphRole.Body, [.. inlines]);
}
