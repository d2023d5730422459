using System.Collections.Immutable;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Tests.Diagnostics;
using MouBuilder.Text;
using Xunit;

namespace MouBuilder.Tests.Text;

/// <summary>Markdown that our reader cannot take back, because its head or its outline is not what was written.</summary>
public sealed class NotOurMarkdownTests
{
    [Fact]
    [Covers("MOU4010")]
    public void Markdown_without_our_head_is_refused()
    {
        using BaseProject project = new();
        project.Write("draft.md", "# Memorandum of Understanding\n\n1. Purpose\n");
        IsRefused(project.In("draft.md"), "MOU4010");
    }

    [Fact]
    [Covers("MOU4011")]
    public void A_paragraph_typed_into_our_Markdown_is_noticed()
    {
        using BaseProject project = new();
        Assert.Equal(0, project.Build().Code);
        project.Change("out/school-visits.md", "The Parties meet", "A paragraph by hand.\n\nThe Parties meet");
        IsRefused(project.In("out/school-visits.md"), "MOU4011");
    }

    private static void IsRefused(string path, string code)
    {
        (MouDocument? document, ImmutableArray<Diagnostic> found) = MarkdownDocument.Read(path);
        Assert.Null(document);
        Diagnostic only = Assert.Single(found);
        Assert.Equal(code, only.Code);
        Assert.EndsWith(Path.GetFileName(path), only.Place.ToString(), StringComparison.Ordinal);
    }
}
