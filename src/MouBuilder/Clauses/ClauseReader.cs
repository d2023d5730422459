using System.Collections.Immutable;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Yaml;

namespace MouBuilder.Clauses;

/// <summary>Reads <c>clause.yaml</c> and version files into their values.</summary>
internal static class ClauseReader
{
    public static ClauseEntry? ReadEntry(string folder, DiagnosticBag bag)
    {
        string id = Path.GetFileName(folder);
        if (TextFile.Read(Path.Combine(folder, "clause.yaml"), bag) is not { } file || YamlFile.Read(file.Text, bag) is not { } map)
        {
            return null;
        }

        YamlKeys keys = new(map, "clause.yaml", bag);
        string written = keys.Required("id");
        if (written.Length > 0 && written != id)
        {
            bag.IdIsNotFolder(keys.PlaceOf("id"), written, id);
        }

        string family = keys.Required("family");
        ImmutableArray<VersionEntry> versions = ReadVersions(keys, bag);
        keys.Finish();
        return new(id, family, versions, folder);
    }

    public static ClauseVersion? ReadVersion(ClauseEntry entry, VersionEntry version, DiagnosticBag bag)
    {
        string path = Path.Combine(entry.Folder, version.Version + ".yaml");
        if (TextFile.Read(path, bag) is not { } file || YamlFile.Read(file.Text, bag) is not { } map)
        {
            return null;
        }

        YamlKeys keys = new(map, "a clause", bag);
        string id = keys.Required("id");
        if (id.Length > 0 && id != entry.Id)
        {
            bag.IdIsNotFolder(keys.PlaceOf("id"), id, entry.Id);
        }

        string written = keys.Required("version");
        if (written.Length > 0 && written != version.Version)
        {
            bag.VersionIsNotFileName(keys.PlaceOf("version"), written, version.Version);
        }

        return ReadText(entry.Id, version.Version, version.Status, keys, file.Hash, bag);
    }

    /// <summary>Reads the keys a version file and a local text have in common.</summary>
    /// <param name="mayGoBySection">Whether the title may be empty: for a numbered paragraph, and for a clause that goes by the heading of its section.</param>
    public static ClauseVersion? ReadText(string id, string version, VersionStatus status, YamlKeys keys, string fileHash, DiagnosticBag bag, bool mayGoBySection = false)
    {
        string title = mayGoBySection && keys.Node("title") is YamlScalar { Value: "" } ? "" : keys.RequiredLine("title");
        bool isNumbered = mayGoBySection && keys.Flag("numbered");
        if (isNumbered && title.Length > 0)
        {
            bag.NumberedWithTitle(keys.PlaceOf("numbered"), id);
        }

        DateOnly? date = keys.Date("date");
        string reason = keys.Text("reason", "");
        ImmutableArray<ClauseSource> sources = [.. keys.Maps("sources", "a source").Select(s => ReadSource(s, bag))];
        ImmutableArray<string> fallback = [.. keys.Texts("fallback").Select(s => s.Value)];
        ImmutableArray<Named> satisfies = NamesOf(keys, "satisfies");
        ImmutableArray<Named> answers = NamesOf(keys, "answers");
        ImmutableArray<Named> requires = NamesOf(keys, "requires");
        ImmutableArray<Named> excludes = NamesOf(keys, "excludes");
        ImmutableArray<Named> insteadOf = NamesOf(keys, "instead_of");
        ImmutableArray<Definition> defines = ReadDefinitions(keys, bag);
        ImmutableArray<FieldSpec> fields = ReadFields(keys, bag);
        ImmutableArray<ClauseNote> notes = [.. keys.Maps("notes", "a note").Select(ReadNote)];
        if (!keys.Has("text"))
        {
            bag.MissingKey(keys.Place, "text", "the clause");
        }

        SourceText? text = keys.Literal("text");
        keys.Finish();
        return text is null ? null : new()
        {
            Id = id,
            Version = version,
            Status = status,
            Title = title,
            IsNumberedParagraph = isNumbered,
            Date = date,
            Reason = reason,
            Sources = sources,
            Fallback = fallback,
            Satisfies = satisfies,
            Answers = answers,
            Requires = requires,
            Excludes = excludes,
            InsteadOf = insteadOf,
            Defines = defines,
            Fields = fields,
            Notes = notes,
            Text = text,
            Fingerprint = ClauseFingerprint.Of(title, text.Text, defines, fields),
            FileHash = fileHash,
            Path = text.Path,
        };
    }

    public static ImmutableArray<Named> NamesOf(YamlKeys keys, string key) => [.. keys.Texts(key).Select(s => new Named(s.Value, s.Place))];

    private static ImmutableArray<VersionEntry> ReadVersions(YamlKeys keys, DiagnosticBag bag)
    {
        List<VersionEntry> versions = [];
        foreach (YamlEntry entry in keys.Entries("versions"))
        {
            if (ClauseName.Version(entry.Key) is null)
            {
                bag.BadValue(entry.At, "versions", entry.Key, "Write a version as three numbers, for example 2.0.0.");
            }
            else if (entry.Value is YamlMap map)
            {
                YamlKeys inner = new(map, "a version's status", bag);
                VersionStatus status = inner.Choice("status", VersionStatus.Draft);
                string reason = inner.Text("reason", "");
                inner.Finish();
                if (status == VersionStatus.Withdrawn && reason.Length == 0)
                {
                    bag.WithdrawnWithoutReason(entry.At, entry.Key);
                }

                versions.Add(new(entry.Key, status, reason, entry.At));
            }
            else
            {
                bag.WrongKind(entry.Value.Place, $"The entry of version {entry.Key}", "a set of keys", entry.Value.Kind);
            }
        }

        return [.. versions.OrderBy(v => ClauseName.Version(v.Version))];
    }

    private static ClauseSource ReadSource(YamlKeys keys, DiagnosticBag bag)
    {
        ClauseSource source = new(
            keys.RequiredLine("cite"),
            keys.Choice("basis", SourceBasis.PolicyChoice),
            keys.Text("note", ""),
            keys.Text("address", ""),
            keys.Date("effective"),
            keys.Date("until"),
            ReadCertainty(keys, bag),
            keys.Place);
        keys.Finish();
        return source;
    }

    private static SourceCertainty ReadCertainty(YamlKeys keys, DiagnosticBag bag)
    {
        switch (keys.Scalar("certainty"))
        {
            case null:
                return SourceCertainty.None;
            case { Value: "A" }:
                return SourceCertainty.A;
            case { Value: "B" }:
                return SourceCertainty.B;
            case { Value: "C" }:
                return SourceCertainty.C;
            case { } other:
                bag.BadValue(other.Place, "certainty", other.Value, "Write A, B or C.");
                return SourceCertainty.None;
        }
    }

    private static ClauseNote ReadNote(YamlKeys keys)
    {
        ClauseNote note = new(keys.Required("to"), keys.Required("text"));
        keys.Finish();
        return note;
    }

    private static ImmutableArray<Definition> ReadDefinitions(YamlKeys keys, DiagnosticBag bag)
    {
        List<Definition> definitions = [];
        foreach (YamlEntry entry in keys.Entries("defines"))
        {
            switch (entry.Value)
            {
                case YamlScalar { IsNull: false } means:
                    definitions.Add(new(entry.Key, [], SourceOf(means)));
                    break;
                case YamlMap map:
                    YamlKeys inner = new(map, "a definition", bag);
                    YamlScalar? meaning = inner.Scalar("means");
                    if (meaning is null)
                    {
                        bag.MissingKey(map.Place, "means", "a definition");
                    }

                    ImmutableArray<string> forms = [.. inner.Texts("forms").Select(s => s.Value)];
                    inner.Finish();
                    definitions.Add(new(entry.Key, forms, meaning is null ? new(map.Place.Path, "") : SourceOf(meaning)));
                    break;
                default:
                    bag.WrongKind(entry.Value.Place, $"The meaning of \"{entry.Key}\"", "text", entry.Value.Kind);
                    break;
            }
        }

        return [.. definitions.OrderBy(d => d.Term, StringComparer.Ordinal)];
    }

    // A meaning in quotes or on the key's line starts one column after its mark; which column a folded one starts at is not worth telling.
    private static SourceText SourceOf(YamlScalar scalar) =>
        scalar.Literal ?? new(scalar.Place.Path, scalar.Value, scalar.Place.Line, scalar.Place.Column - (scalar.IsPlain ? 1 : 0));

    private static ImmutableArray<FieldSpec> ReadFields(YamlKeys keys, DiagnosticBag bag)
    {
        var fields = ImmutableArray.CreateBuilder<FieldSpec>();
        foreach (YamlEntry entry in keys.Entries("fields"))
        {
            if (!ClauseName.IsField(entry.Key) || ClauseName.IsReserved(entry.Key))
            {
                bag.BadFieldName(entry.At, entry.Key);
            }
            else if (entry.Value is YamlMap map)
            {
                fields.Add(ReadField(entry, new(map, "a field", bag), bag));
            }
            else
            {
                bag.WrongKind(entry.Value.Place, $"The field \"{entry.Key}\"", "a set of keys", entry.Value.Kind);
            }
        }

        return fields.ToImmutable();
    }

    private static FieldSpec ReadField(YamlEntry entry, YamlKeys keys, DiagnosticBag bag)
    {
        keys.Required("type");
        FieldType type = keys.Choice("type", FieldType.String);
        string ask = keys.Text("ask", "");
        ImmutableArray<string> options = [.. keys.Texts("options").Select(s => s.Value)];
        if (type == FieldType.Choice && options.Length < 2)
        {
            bag.ChoiceWithoutOptions(entry.At, entry.Key);
        }

        FieldSpec bare = new(entry.Key, type, ask, null, null, null, options, entry.At);
        FieldSpec bounded = bare with
        {
            Minimum = keys.Node("minimum") is { } minimum ? bare.Read(minimum, bag) : null,
            Maximum = keys.Node("maximum") is { } maximum ? bare.Read(maximum, bag) : null,
        };
        FieldSpec field = bounded with { Default = keys.Node("default") is { } value ? bounded.Read(value, bag) : null };
        keys.Finish();
        return field;
    }
}
