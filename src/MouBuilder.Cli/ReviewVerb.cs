using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Reviewing;

namespace MouBuilder.Cli;

/// <summary><c>mou review collect COMMENTS.json…</c>: the comments of all readers side by side.</summary>
internal static class ReviewVerb
{
    private const int MostFiles = 1000;

    public static Command Command()
    {
        Argument<string[]> files = new("COMMENTS") { Description = "The files that readers saved.", Arity = ArgumentArity.OneOrMore };
        Option<string> output = new("-o", "--output") { Description = "The file to write: .md or .html.", Required = true };
        Option<string?> page = new("--page") { Description = "The review page that was commented on, to tell comments on another edition. Default: the edition most comments belong to." };
        Option<string> locale = LocaleOption();
        Command collect = new("collect", "Lays the comments of all readers side by side, clause by clause.") { files, output, page, locale };
        collect.SetAction(result => Collect(result.GetValue(files)!, result.GetValue(output)!, result.GetValue(page), LocaleOf(result.GetValue(locale))));
        return new("review", "Works with the comments of readers of a review page.") { collect };
    }

    // As text, since help shows the default as it is typed.
    public static Option<string> LocaleOption()
    {
        Option<string> locale = new("--locale") { Description = "The language of the page: en, es or vi.", DefaultValueFactory = _ => "en" };
        locale.AcceptOnlyFromAmong("en", "es", "vi");
        return locale;
    }

    public static Locale LocaleOf(string? locale) => Enum.Parse<Locale>(locale!, ignoreCase: true);

    private static int Collect(string[] paths, string output, string? pagePath, Locale locale)
    {
        if (Path.GetExtension(output) is not (".md" or ".html"))
        {
            Console.Error.WriteLine($"mou: \"{output}\" is not a file that collect writes. Name a file that ends in .md or .html.");
            return Run.WrongUsage;
        }

        if (paths.Length > MostFiles)
        {
            Console.Error.WriteLine($"mou: at most {MostFiles} files are collected at once.");
            return Run.WrongUsage;
        }

        List<Diagnostic> found = [];
        ReviewPageIdentity? page = null;
        if (pagePath is not null)
        {
            (page, ImmutableArray<Diagnostic> inPage) = ReviewPageIdentity.Read(pagePath);
            found.AddRange(inPage);
        }

        if (found.Any(d => d.Severity == Severity.Error))
        {
            return Run.End(found);
        }

        // One damaged file must not keep the comments of everybody else from those who answer them.
        List<CommentFile> files = [];
        List<string> refused = [];
        foreach (string path in paths)
        {
            (CommentFile? file, ImmutableArray<Diagnostic> inFile) = CommentFile.Read(path);
            found.AddRange(inFile);
            if (file is not null)
            {
                files.Add(file);
            }
            else
            {
                refused.Add(Path.GetFileName(path));
            }
        }

        if (files.Count == 0)
        {
            return Run.End(found);
        }

        CollectedComments collected = CollectedComments.Of(files, page) with { Refused = [.. refused] };
        string text = Path.GetExtension(output) == ".html" ? CommentSummary.Html(collected, locale) : CommentSummary.Markdown(collected, locale);
        IReadOnlyList<Diagnostic> written = OutputFiles.Write([new(output, Encoding.UTF8.GetBytes(text))], [.. paths, .. pagePath is null ? Array.Empty<string>() : [pagePath]]);
        int code = Run.End([.. found, .. written]);
        if (written.Count == 0)
        {
            Console.WriteLine(Path.GetRelativePath(Directory.GetCurrentDirectory(), output).Replace('\\', '/'));
        }

        return code;
    }
}
