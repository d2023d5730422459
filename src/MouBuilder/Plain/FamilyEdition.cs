using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Files;
using MouBuilder.Plain.Parity;
using MouBuilder.Reviewing;
using MouBuilder.Templates;
using MouBuilder.Text;
using Gap = MouBuilder.Documents.Gap;

namespace MouBuilder.Plain;

/// <summary>
/// The edition families read: the questions they ask, answered by the plain-language texts of exactly the clauses in the agreement, in one language and never in another. Its first lines
/// say whether the agreement is in force and whether anybody has checked the explanation; they are written here and not in a template, so that no template can leave them out.
/// </summary>
public sealed class FamilyEdition
{
    internal const string InForce = "in-force";
    internal const string WhatChanged = "what-changed";

    private readonly ResolvedAgreement resolved;
    private readonly MouDocument legal;
    private readonly Locale locale;
    private readonly ReviewWords words;
    private readonly ImmutableDictionary<string, PlainClause> texts;
    private readonly ImmutableDictionary<string, ShortAnswer> answers;
    private readonly List<Note> notes = [];

    private FamilyEdition(ResolvedAgreement resolved, MouDocument legal, Locale locale, ImmutableDictionary<string, PlainClause> texts, ImmutableDictionary<string, ShortAnswer> answers)
    {
        this.answers = answers;
        this.resolved = resolved;
        this.legal = legal;
        this.locale = locale;
        this.texts = texts;
        words = ReviewWords.OfFamilyEdition(locale);
    }

    /// <summary>The languages in which an agreement offers families an edition.</summary>
    public static ImmutableArray<Locale> Offered(Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return [.. Enum.GetValues<Locale>().Where(l => agreement.Locales.Contains(Yaml.KebabCase.Of(l)))];
    }

    /// <summary>An error for each language asked for that the agreement does not offer, and one where it offers none.</summary>
    public static ImmutableArray<Diagnostic> NotOffered(Agreement agreement, IEnumerable<Locale> wanted)
    {
        ImmutableArray<Locale> offered = Offered(agreement);
        DiagnosticBag bag = new();
        foreach (string language in wanted.Where(l => !offered.Contains(l)).Select(FamilyGate.NameOf).DefaultIfEmpty(offered.IsEmpty ? "any language" : "").Where(l => l.Length > 0))
        {
            bag.LocaleNotOffered(Source.File(Paths.Shown(agreement.Path)), language, string.Join(", ", offered.Select(Yaml.KebabCase.Of)));
        }

        return bag.ToImmutable();
    }

    /// <summary>Puts the edition of one language together.</summary>
    /// <param name="legal">The agreement's own document, whose text the edition explains.</param>
    /// <param name="isDraft">Whether to build an edition that nobody has checked; it says so.</param>
    /// <returns>The document, numbered; null when a diagnostic says why families must not get it.</returns>
    public static (MouDocument? Document, ImmutableArray<Diagnostic> Diagnostics) Assemble(ResolvedAgreement resolved, MouDocument legal, Locale locale, bool isDraft)
    {
        ArgumentNullException.ThrowIfNull(resolved);
        ArgumentNullException.ThrowIfNull(legal);
        (ImmutableDictionary<string, PlainClause> texts, ImmutableArray<Diagnostic> inTexts) = PlainTexts.Of(resolved, locale);
        (Catalogues catalogues, ImmutableArray<Diagnostic> inCatalogues) = Catalogues.Load(resolved.Agreement.LibraryFolder);
        DiagnosticBag bag = new();
        bag.AddRange([.. inTexts, .. inCatalogues]);
        ImmutableDictionary<string, ShortAnswer> answers = ShortAnswers.Of(resolved, locale, catalogues.Questions, bag);
        FamilyGate gate = new(resolved, locale, isDraft, bag);
        gate.CheckTexts(texts);
        gate.CheckAnswers(answers.Values);
        // Stale texts are told already, and what they have other than the English follows from that.
        ImmutableDictionary<string, PlainClause> english = locale == Locale.En ? texts : PlainTexts.Of(resolved, Locale.En).Texts;
        ParityCheck parity = new(resolved, locale, isDraft, bag);
        foreach (string id in resolved.Clauses.Select(c => c.Text.Id).Where(texts.ContainsKey))
        {
            parity.Check(id, english.GetValueOrDefault(id), texts[id]);
        }

        foreach (ShortAnswer answer in catalogues.Questions.Select(q => answers.GetValueOrDefault(q.Id)).OfType<ShortAnswer>())
        {
            parity.Check(answer.Answer.Question, answer.English, answer.Text);
        }

        MouDocument document = new FamilyEdition(resolved, legal, locale, texts, answers).Document(catalogues.Questions);
        gate.CheckDocument(document);
        return (bag.HasErrors ? null : document, bag.ToImmutable());
    }

    private MouDocument Document(ImmutableArray<FamilyQuestion> questions)
    {
        Agreement agreement = resolved.Agreement;
        List<Block> blocks = [new Paragraph(ParagraphRole.Title, [new TextRun(words["title"])])];
        AgreementTranslation? translation = agreement.Translations.FirstOrDefault(t => t.Locale == locale);
        string title = translation is { Title.Length: > 0 } ? translation.Title : agreement.Title;
        blocks.Add(new Paragraph(ParagraphRole.Subtitle, Say("explains", title)));
        blocks.Add(Notice(Standing()));
        blocks.Add(Notice(Checked()));
        blocks.Add(Notice(Say("controls", agreement.Id, agreement.Revision, Mark())));
        blocks.Add(Notice(Say("help", agreement.FamilyContact.Length > 0 ? agreement.FamilyContact : null)));
        string notice = locale == Locale.En ? agreement.Notice.Trim() : translation?.Notice ?? "";
        if (notice.Length > 0)
        {
            blocks.Add(Notice([new TextRun(notice.ReplaceLineEndings(" "))]));
        }

        blocks.AddRange(questions.Select(Answer).OfType<Section>());
        ResolvedClause[] parts = [.. Parts(questions)];
        if (parts.Length > 0)
        {
            blocks.Add(new Section("parts", SectionKind.Unnumbered, [new TextRun(words["other"])], [.. parts.Select(Part)]));
        }

        DocumentProperties properties = new()
        {
            Title = words["title"],
            Agreement = agreement.Id,
            Revision = agreement.Revision,
            Status = legal.Properties.Status,
            Language = locale switch { Locale.Es => "es-US", Locale.Vi => "vi-VN", _ => "en-US" },
            Drafted = agreement.Dates.Drafted,
            Disclaimer = words["disclaimer"],
            IsForFamilies = true,
            Contents = true,
        };
        return Numbering.Apply(new(properties, [.. blocks], [.. notes]));
    }

    /// <summary>A question, its short answer, whom to call and where to read more; null when nothing in the agreement answers it.</summary>
    private Section? Answer(FamilyQuestion asked)
    {
        string question = asked.Id;
        ShortAnswer? answer = answers.GetValueOrDefault(question);
        ResolvedClause[] answering = [.. Answering(question)];
        List<Block> blocks = [];
        if (question == InForce)
        {
            blocks.Add(new Paragraph(ParagraphRole.Body, StandingAlone()));
        }

        blocks.AddRange(answer is null ? [] : answer.Text.Blocks);
        PlainClause[] changed = question == WhatChanged ? [.. resolved.Clauses.Select(c => texts.GetValueOrDefault(c.Text.Id)).OfType<PlainClause>().Where(t => t.Version.Change.Length > 0)] : [];
        if (changed.Length > 0)
        {
            blocks.Add(new Paragraph(ParagraphRole.Body, Say("changes-lead")));
            blocks.Add(new ListBlock(ListKind.Bullet, [.. changed.Select(t => new ListItem([new Paragraph(ParagraphRole.Body, [new TextRun(t.Version.Title, Emphasis.Bold), new TextRun(" " + t.Version.Change)])]))]));
        }

        if (blocks.Count == 0 && answering.Length == 0)
        {
            return null;
        }

        if (answer is { Answer.Call.IsEmpty: false })
        {
            blocks.Add(new Paragraph(ParagraphRole.Body, Put("call", [.. answer.Answer.Call.SelectMany(Contact)])));
        }

        if (answering.Length > 0)
        {
            blocks.Add(new Paragraph(ParagraphRole.Body, Say("see")));
            blocks.Add(new ListBlock(ListKind.Bullet, [.. answering.Select(c => new ListItem([new Paragraph(ParagraphRole.Body, [new Reference(c.Text.Id)])]))]));
        }

        string heading = words.Find("questions", question) ?? (answering.Length > 0 ? OwnWords(asked, answering) : asked.Question);
        return new("question-" + question, SectionKind.Unnumbered, [new TextRun(heading)], [.. blocks]);
    }

    /// <summary>The clauses a short answer rests on, the first to read first; without one those that name the question.</summary>
    private IEnumerable<ResolvedClause> Answering(string question) => (answers.TryGetValue(question, out ShortAnswer? answer)
        ? answer.Answer.Clauses.Select(p => resolved.Clauses.First(c => c.Text.Id == p.Id))
        : resolved.Clauses.Where(c => c.Text.Answers.Any(a => a.Name == question))).Where(c => texts.ContainsKey(c.Text.Id));

    /// <summary>Every clause with a text: in the order in which the questions lead to them, the others last.</summary>
    private IEnumerable<ResolvedClause> Parts(ImmutableArray<FamilyQuestion> questions) =>
        questions.SelectMany(q => Answering(q.Id)).Concat(resolved.Clauses).Where(c => texts.ContainsKey(c.Text.Id)).DistinctBy(c => c.Text.Id);

    /// <summary>An office with its telephone, or a gap: <c>family_contact</c> of the agreement, or a field of a clause.</summary>
    private IEnumerable<Inline> Contact(string name)
    {
        string field = name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..];
        string? value = field == name
            ? (resolved.Agreement.FamilyContact.Length > 0 ? resolved.Agreement.FamilyContact : null)
            : resolved.Clauses.Where(c => name.StartsWith(c.Text.Id + ".", StringComparison.Ordinal)).SelectMany(c => c.Facts).FirstOrDefault(f => f.Field.Name == field)?.Value?.ToString();
        yield return new TextRun((words.Find("contacts", field) ?? field) + ": ");
        yield return value is null ? Open(new(field)) : new TextRun(value);
        yield return new TextRun(". ");
    }

    /// <summary>The heading of a question that another library has made up: its English is only for English readers.</summary>
    private string OwnWords(FamilyQuestion asked, ResolvedClause[] answering) => locale == Locale.En ? asked.Question : texts[answering[0].Text.Id].Version.Title;

    /// <summary>The text of a clause, and whether it is law or a promise.</summary>
    private Clause Part(ResolvedClause clause)
    {
        PlainClause text = texts[clause.Text.Id];
        ImmutableArray<Block> basis = text.Version.RestsOn == RestsOn.None ? [] : [new Paragraph(ParagraphRole.Body, Say("rests-on." + Yaml.KebabCase.Of(text.Version.RestsOn)))];
        return new(clause.Text.Id, [new TextRun(text.Version.Title)], [.. Own(clause.Text.Id, text), .. basis]);
    }

    /// <summary>Blocks in which notes have names of their own and a reference says the title of what it leads to.</summary>
    private ImmutableArray<Block> Own(string clause, PlainClause text)
    {
        InlineRewriter rewriter = new(inline => inline switch
        {
            Gap gap => Open(gap),
            NoteMark mark => new NoteMark($"{clause}-{mark.NoteId}"),
            Reference reference => texts.ContainsKey(reference.Target) ? reference with { Word = "" } : new TextRun(TitleOf(reference.Target), reference.Emphasis),
            _ => inline,
        });
        notes.AddRange(text.Notes.Select(n => n with { Id = $"{clause}-{n.Id}", Blocks = rewriter.Rewrite(n.Blocks) }));
        return rewriter.Rewrite(text.Blocks);
    }

    private string TitleOf(string clause) => resolved.Clauses.FirstOrDefault(c => c.Text.Id == clause)?.Text.Title ?? clause;

    private ImmutableArray<Inline> Standing()
    {
        AgreementDates dates = resolved.Agreement.Dates;
        return resolved.Agreement.Status switch
        {
            AgreementStatus.Superseded => Say("in-force.superseded"),
            AgreementStatus.Executed when dates is { Effective: { } from, Expires: { } until } => Say("in-force.executed-until", Date(from), Date(until)),
            AgreementStatus.Executed when dates.Effective is { } from => Say("in-force.executed-from", Date(from)),
            AgreementStatus.Executed => Say("in-force.executed"),
            _ when resolved.Agreement.Reconstruction.Length > 0 => Say("in-force.reconstruction"),
            AgreementStatus status => Say("in-force." + Yaml.KebabCase.Of(status)),
        };
    }

    /// <summary>The same under a heading that asks the question already.</summary>
    private ImmutableArray<Inline> StandingAlone()
    {
        ImmutableArray<Inline> answer = [.. Standing().SkipWhile(i => i is TextRun { Emphasis: Emphasis.Bold })];
        return answer is [TextRun first, ..] ? answer.SetItem(0, first with { Value = first.Value.TrimStart() }) : answer;
    }

    private ImmutableArray<Inline> Checked()
    {
        PlainClause[] all = [.. resolved.Clauses.Select(c => texts.GetValueOrDefault(c.Text.Id)).OfType<PlainClause>(), .. answers.Values.Select(a => a.Text).OrderBy(a => a.Version.Id, StringComparer.Ordinal)];
        bool isApproved = all.Length > 0 && all.All(t => t.Version.State == PlainState.Approved);
        string[] roles = [.. all.SelectMany(t => t.Version.ApprovedBy).Distinct(StringComparer.Ordinal)];
        return isApproved ? Say("checked.approved", string.Join(", ", roles)) : Say("checked.draft");
    }

    /// <summary>The first 16 hex digits of the SHA-256 of what the legal text says.</summary>
    private string Mark() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(legal.Dump())))[..16];

    private string Date(DateOnly date) => LongDates.Of(date, PlainTexts.CultureOf(locale));

    private static Paragraph Notice(ImmutableArray<Inline> words) => new(ParagraphRole.Notice, words);

    /// <summary>A sentence of the edition with texts in its places; a place without a text is a gap.</summary>
    private ImmutableArray<Inline> Say(string name, params string?[] values) =>
        Worded(name, (run, at) => [values[at] is { } value ? run with { Value = value } : Open(new("family_contact", run.Emphasis))]);

    /// <summary>A sentence of the edition with other inlines in its place.</summary>
    private ImmutableArray<Inline> Put(string name, ImmutableArray<Inline> content) =>
        [.. Worded(name, (_, _) => content).Where(i => i is not TextRun { Value: "" })];

    private ImmutableArray<Inline> Worded(string name, Func<TextRun, int, IEnumerable<Inline>> fill)
    {
        MarkdownBlocks read = MarkdownReader.Read(MarkdownText.Of(new SourceText(name, words[name])), MarkdownDialect.Template, null, "", new DiagnosticBag());
        return
        [
            .. ((Paragraph)read.Blocks[0]).Content.SelectMany(inline => inline is TextRun run
                ? ReviewWords.Pieces(run.Value).Where(p => p.Text.Length > 0).SelectMany(p => p.Place is { } at ? fill(run, at) : [run with { Value = p.Text }])
                : [inline]),
        ];
    }

    /// <summary>A gap with words of the edition's own language, since the names of fields are English.</summary>
    private Gap Open(Gap gap) => gap with { Shown = words.Find("gap", "shown") ?? "" };
}
