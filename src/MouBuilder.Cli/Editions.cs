using System.Collections.Immutable;
using System.Text;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Plain;
using MouBuilder.Reviewing;
using MouBuilder.Text;
using MouBuilder.Word;

namespace MouBuilder.Cli;

/// <summary>A document to write: the agreement, or its edition for families in one language.</summary>
/// <param name="Suffix">Stands between the agreement's id and the ending of the file name.</param>
internal sealed record Edition(MouDocument Document, Locale Locale, string Suffix)
{
    public ReadOnlyMemory<byte> Write(string format, string lockYaml) => format switch
    {
        "docx" => WordWriter.Write(Document, new WordOptions { LockYaml = lockYaml }),
        "html" => Encoding.UTF8.GetBytes(DocumentPage.Write(Document, Locale)),
        _ => Encoding.UTF8.GetBytes(MarkdownWriter.Write(Document)),
    };
}

/// <summary>Which editions a build was asked for.</summary>
/// <param name="Families">The languages of the family edition; null for those that the agreement offers.</param>
internal sealed record Editions(bool IsForFamilies, ImmutableArray<Locale>? Families, bool IsDraft)
{
    /// <summary>Null when the options name no edition or language there is.</summary>
    public static Editions? From(string edition, string? locales, bool isDraft)
    {
        if (edition == "legal")
        {
            return new(IsForFamilies: false, null, isDraft);
        }

        ImmutableArray<Locale>? chosen = locales is null ? null : Locales(locales);
        return edition == "family" && (locales is null || chosen is not null) ? new(IsForFamilies: true, chosen, isDraft) : null;
    }

    /// <summary>The languages of a list such as <c>en,vi</c>; null when it names one there is not, or none.</summary>
    public static ImmutableArray<Locale>? Locales(string list)
    {
        string[] names = [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
        Locale[] known = [.. names.SelectMany(name => Enum.GetValues<Locale>().Where(l => Suffix(l) == name))];
        return known.Length > 0 && known.Length == names.Length ? [.. known] : null;
    }

    /// <summary>The documents, unless a diagnostic says why one of them must not be built: then no family gets any.</summary>
    public (ImmutableArray<Edition> Built, ImmutableArray<Diagnostic> Diagnostics) Of(ResolvedAgreement resolved, MouDocument legal)
    {
        if (!IsForFamilies)
        {
            return ([new(legal, Locale.En, "")], []);
        }

        List<Edition> built = [];
        List<Diagnostic> found = [];
        ImmutableArray<Locale> offered = FamilyEdition.Offered(resolved.Agreement);
        ImmutableArray<Locale> wanted = Families ?? offered;
        found.AddRange(FamilyEdition.NotOffered(resolved.Agreement, wanted));
        foreach (Locale locale in wanted.Where(offered.Contains))
        {
            (MouDocument? document, ImmutableArray<Diagnostic> inEdition) = FamilyEdition.Assemble(resolved, legal, locale, IsDraft);
            found.AddRange(inEdition);
            if (document is not null)
            {
                built.Add(new(document, locale, $".family.{Suffix(locale)}"));
            }
        }

        return ([.. built], [.. found]);
    }

    private static string Suffix(Locale locale) => locale switch
    {
        Locale.Es => "es",
        Locale.Vi => "vi",
        _ => "en",
    };
}
