using System.Collections.Immutable;
using System.Reflection;
using MouBuilder.Diagnostics;
using Xunit;

namespace MouBuilder.Tests.Diagnostics;

public sealed class PagesTests
{
    private static readonly string[] SectionNames = ["What", "Avoid", "Prefer", "Why", "Source"];

    /// <summary>Codes whose pages show templates and Word files rather than files of a project; what they show is tried by the tests of those steps.</summary>
    private static readonly string[] TriedElsewhere = ["MOU30", "MOU81"];

    public static TheoryData<string> Pages => [.. DiagnosticPages.Codes];

    public static TheoryData<string> RunnablePages => [.. DiagnosticPages.Codes.Where(c => DiagnosticPage.Of(c).IsRunnable)];

    [Fact]
    public void The_base_project_has_no_finding()
    {
        using BaseProject project = new();
        Assert.Empty(project.Findings());
    }

    [Theory]
    [MemberData(nameof(RunnablePages))]
    public void What_a_page_says_to_avoid_is_reported_and_what_it_prefers_is_not(string code)
    {
        DiagnosticPage page = DiagnosticPage.Of(code);
        using BaseProject avoid = new();
        ImmutableArray<Diagnostic> found = Lay(page.Avoid, avoid);
        string all = string.Join('\n', found);
        Assert.True(found.Any(d => d.Code == code && page.Avoid.Any(f => IsAt(d.Place, f.ReportedAt))), $"{code} is not reported where its page says:\n{all}");
        Assert.True(found.All(d => d.Code == code || page.Avoid.Any(f => d.Code == f.Also)), $"More is reported than {code}:\n{all}");

        Assert.NotEmpty(page.Prefer);
        using BaseProject prefer = new();
        Assert.Empty(Lay(page.Prefer, prefer));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_its_five_sections_each_with_something_to_say(string code)
    {
        DiagnosticPage page = DiagnosticPage.Of(code);
        Assert.Equal(SectionNames, page.SectionNames);
        Assert.All(page.Sections, s => Assert.True(s.Value.Split(' ', '\n').Length >= 5, $"\"{s.Key}\" of {code} says too little."));
    }

    [Fact]
    public void Every_code_has_a_page_and_every_page_a_code()
    {
        string[] pages = [.. DiagnosticPages.Codes];
        string[] codes = [.. EveryProblem.Codes];
        string[] orphans = [.. pages.Except(codes)];
        Assert.Empty(orphans);
        string[] silent = [.. codes.Except(pages)];
        Assert.Empty(silent);
    }

    [Fact]
    public void Every_code_is_shown_by_the_files_of_its_page_or_by_a_test_that_names_it()
    {
        MethodInfo[] covering = [.. typeof(PagesTests).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(m => m.GetCustomAttributes<CoversAttribute>().Any())];
        Assert.All(covering, m => Assert.True(m.GetCustomAttribute<FactAttribute>() is { Skip: null }, $"{m.Name} is not a test that runs."));
        HashSet<string> named = [.. covering.SelectMany(m => m.GetCustomAttributes<CoversAttribute>().Select(c => c.Code))];
        string[] unknown = [.. named.Except(EveryProblem.Codes)];
        Assert.Empty(unknown);
        string[] unshown = [.. DiagnosticPages.Codes.Where(c => !TriedElsewhere.Contains(c[..5]) && !named.Contains(c) && !DiagnosticPage.Of(c).IsRunnable)];
        Assert.Empty(unshown);
    }

    private static ImmutableArray<Diagnostic> Lay(IEnumerable<PageFile> files, BaseProject project)
    {
        foreach (PageFile file in files)
        {
            project.Write(file.Path, file.Content);
        }

        return project.Findings();
    }

    private static bool IsAt(Place place, string path) => place is Source source && source.Path.EndsWith("/" + path, StringComparison.Ordinal);
}
