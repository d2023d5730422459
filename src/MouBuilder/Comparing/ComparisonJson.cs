using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using MouBuilder.Clauses;
using MouBuilder.Documents;
using MouBuilder.Yaml;

namespace MouBuilder.Comparing;

/// <summary>Writes a comparison for other programs, as <c>docs/comparison-json.md</c> describes.</summary>
public static class ComparisonJson
{
    /// <summary>The comparison, indented, with <c>\n</c> line ends.</summary>
    public static string Write(Comparison comparison)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new() { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("comparison", 1);
            WriteSide(json, "old", comparison.Old);
            WriteSide(json, "new", comparison.New);
            WriteCounts(json, ComparisonCounts.Of(comparison));
            PageEdges edges = PageEdges.Of(comparison);
            json.WriteStartObject("headers-and-footers");
            WriteStrings(json, "removed", edges.Removed);
            WriteStrings(json, "added", edges.Added);
            json.WriteEndObject();
            json.WriteStartArray("renamed-parties");
            foreach (Renaming renaming in comparison.Renamings.All.Where(r => r.Role is not null))
            {
                json.WriteStartObject();
                json.WriteString("role", renaming.Role);
                json.WriteString("old", renaming.Old);
                json.WriteString("new", renaming.New);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("renamed-terms");
            foreach (Renaming renaming in comparison.Renamings.All.Where(r => r.Role is null))
            {
                json.WriteStartObject();
                json.WriteString("old", renaming.Old);
                json.WriteString("new", renaming.New);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("parts");
            foreach (PartChange part in comparison.Parts)
            {
                WritePart(json, part, comparison.Definitions);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteSide(Utf8JsonWriter json, string name, ComparisonSide side)
    {
        json.WriteStartObject(name);
        json.WriteString("name", side.Name);
        json.WriteString("title", side.Document.Properties.Title);
        json.WriteString("reconstruction", side.Reconstruction);
        WriteStrings(json, "reading-warnings", side.ReadingWarnings);
        if (side.UnknownFamilies is { } unknown)
        {
            WriteStrings(json, "unknown", unknown);
        }
        else
        {
            json.WriteNull("unknown");
        }

        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, ComparisonCounts counts)
    {
        json.WriteStartObject("counts");
        json.WriteNumber("unchanged", counts.Unchanged);
        json.WriteNumber("renumbered", counts.Renumbered);
        json.WriteNumber("changed", counts.Changed);
        json.WriteNumber("moves", counts.Moves);
        json.WriteNumber("merged", counts.Merged);
        json.WriteNumber("split-off", counts.SplitOff);
        json.WriteNumber("added", counts.Added);
        json.WriteNumber("added-where-unknown", counts.AddedWhereUnknown);
        json.WriteNumber("removed", counts.Removed);
        json.WriteNumber("removed-where-unknown", counts.RemovedWhereUnknown);
        json.WriteNumber("in-new-alone", counts.InNewAlone);
        json.WriteNumber("in-old-alone", counts.InOldAlone);
        json.WriteNumber("sections-added", counts.SectionsAdded);
        json.WriteNumber("sections-removed", counts.SectionsRemoved);
        json.WriteNumber("sections-changed", counts.SectionsChanged);
        json.WriteNumber("texts-changed", counts.TextsChanged);
        json.WriteNumber("headers-and-footers", counts.HeadersAndFooters);
        json.WriteNumber("references", counts.References);
        json.WriteNumber("typed-references", counts.TypedReferences);
        json.WriteNumber("rows-inserted", counts.RowsInserted);
        json.WriteNumber("rows-deleted", counts.RowsDeleted);
        json.WriteNumber("rows-moved", counts.RowsMoved);
        json.WriteNumber("formattings", counts.Formattings);
        json.WriteNumber("paragraph-formattings", counts.ParagraphFormattings);
        json.WriteNumber("words-inserted", counts.WordsInserted);
        json.WriteNumber("words-deleted", counts.WordsDeleted);
        json.WriteNumber("words-inserted-where-unknown", counts.WordsInsertedWhereUnknown);
        json.WriteNumber("words-deleted-where-unknown", counts.WordsDeletedWhereUnknown);
        json.WriteEndObject();
    }

    private static void WritePart(Utf8JsonWriter json, PartChange part, DefinitionChanges definitions)
    {
        json.WriteStartObject();
        json.WriteString("kind", KebabCase.Of((part.New ?? part.Old)!.Kind));
        json.WriteString("category", KebabCase.Of(part.Category));
        json.WriteString("rank", KebabCase.Of(part.Rank));
        WriteDocumentPart(json, "old", part.Old, part.OldFacts);
        WriteDocumentPart(json, "new", part.New, part.NewFacts);
        json.WriteString("moved-with", part.MovedWith);
        json.WriteString("related", part.Related);
        json.WriteBoolean("rewritten", part.IsRewritten);
        json.WriteStartArray("duties");
        foreach (DutyChange duty in part.Duties)
        {
            json.WriteStartObject();
            json.WriteString("old-actor", duty.OldActor);
            json.WriteString("old-modal", duty.OldModal);
            json.WriteString("old-act", duty.OldAct);
            json.WriteString("new-actor", duty.NewActor);
            json.WriteString("new-modal", duty.NewModal);
            json.WriteString("new-act", duty.NewAct);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("deadlines");
        foreach (DeadlineChange deadline in part.Deadlines)
        {
            json.WriteStartObject();
            json.WriteString("old", deadline.Old);
            json.WriteString("new", deadline.New);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteOthers(json, part, definitions.Of(part));
        WriteWords(json, "title", part.Title);
        WriteBlocks(json, "blocks", part.Blocks);
        WriteBlocks(json, "notes", part.Notes);
        json.WriteEndObject();
    }

    private static void WriteOthers(Utf8JsonWriter json, PartChange part, ImmutableArray<DefinitionChange> definitions)
    {
        json.WriteStartArray("definitions");
        foreach (DefinitionChange definition in definitions)
        {
            json.WriteStartObject();
            json.WriteString("term", definition.Term);
            json.WriteString("old", definition.OnceMore == OnceMore.New ? null : definition.Old?.Text);
            json.WriteString("new", definition.OnceMore == OnceMore.Old ? null : definition.New?.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("moved-sentences");
        foreach (SentenceMove move in part.SentenceMoves)
        {
            json.WriteStartObject();
            json.WriteString("from", move.IsAway ? null : move.Other.Id);
            json.WriteString("to", move.IsAway ? move.Other.Id : move.IsWithin ? part.New!.Id : null);
            json.WriteString("old", move.Old);
            json.WriteString("new", move.New);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("stale-references");
        foreach (StaleReference reference in part.StaleReferences)
        {
            json.WriteStartObject();
            json.WriteString("text", reference.Text);
            json.WriteString("led-to", reference.Led?.Id);
            json.WriteString("leads-to", reference.Leads?.Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDocumentPart(Utf8JsonWriter json, string name, DocumentPart? part, ClauseFacts? facts)
    {
        if (part is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("id", part.Id);
        json.WriteString("section", part.Section);
        json.WriteNumber("position", part.Position);
        json.WriteString("label", part.Label);
        json.WriteString("title", PlainText.Of(part.Title));
        if (facts is not null)
        {
            json.WriteString("version", facts.Version);
            json.WriteString("family", facts.Family);
            json.WriteString("reason", facts.Reason);
            json.WriteStartArray("sources");
            foreach (ClauseSource source in facts.Sources)
            {
                json.WriteStartObject();
                json.WriteString("cite", source.Cite);
                json.WriteString("basis", KebabCase.Of(source.Basis));
                json.WriteString("certainty", source.Certainty == SourceCertainty.None ? null : source.Certainty.ToString());
                json.WriteString("note", source.Note);
                json.WriteString("address", source.Address);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteStrings(json, "satisfies", facts.Satisfies);
        }

        json.WriteEndObject();
    }

    private static void WriteBlocks(Utf8JsonWriter json, string name, ImmutableArray<BlockChange> blocks)
    {
        json.WriteStartArray(name);
        foreach (BlockChange block in blocks)
        {
            json.WriteStartObject();
            json.WriteString("kind", KebabCase.Of(block.Kind));
            json.WriteString("block", (block.New ?? block.Old)!.GetType().Name.ToLowerInvariant());
            json.WriteString("old-label", LabelOf(block.Old));
            json.WriteString("new-label", LabelOf(block.New));
            switch (block.Kind)
            {
                case BlockChangeKind.Added:
                    WriteStrings(json, "text", TextOf(block.New!));
                    break;
                case BlockChangeKind.Removed or BlockChangeKind.MovedFrom:
                    WriteStrings(json, "text", TextOf(block.Old!));
                    break;
                default:
                    WriteWords(json, "words", block.Words);
                    WriteBlocks(json, "blocks", block.Blocks);
                    break;
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static ImmutableArray<string> TextOf(Block block) =>
        [.. block.WithDescendants().Where(b => b is Paragraph or Heading).Select(b => PlainText.Of(Wording.Inlines(b)))];

    private static string? LabelOf(Block? block) => block switch
    {
        ListItem i => i.Label,
        Heading h => h.Label,
        Note n => n.Label,
        _ => null,
    };

    private static void WriteWords(Utf8JsonWriter json, string name, ImmutableArray<WordChange> words)
    {
        json.WriteStartArray(name);
        foreach (WordChange word in words)
        {
            json.WriteStartObject();
            json.WriteString("kind", KebabCase.Of(word.Kind));
            json.WriteString("old", word.OldText);
            json.WriteString("new", word.NewText);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
