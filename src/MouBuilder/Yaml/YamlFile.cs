using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MouBuilder.Yaml;

/// <summary>
/// Reads YAML from the parser's events into nodes with places. Less than all of YAML is taken: one document, no tags, anchors or aliases,
/// no key twice, and limits on depth, nodes and text, so that no file can exhaust or mislead the program.
/// </summary>
internal sealed partial class YamlFile
{
    public const int DeepestNesting = 32;
    public const int MostNodes = 20_000;
    public const int LongestScalar = 256 * 1024;

    private readonly SourceText source;
    private readonly DiagnosticBag bag;
    private readonly Parser parser;
    private readonly int mostNodes;
    private int nodes;
    private int depth;

    private YamlFile(SourceText source, DiagnosticBag bag, int mostNodes)
    {
        this.mostNodes = mostNodes;
        this.source = source;
        this.bag = bag;
        parser = new(new StringReader(source.Text));
    }

    /// <summary>The set of keys the file holds; null when a diagnostic says why not.</summary>
    /// <param name="mostNodes">More than <see cref="MostNodes"/> only for files that the program itself writes.</param>
    public static YamlMap? Read(SourceText source, DiagnosticBag bag, int mostNodes = MostNodes)
    {
        try
        {
            return new YamlFile(source, bag, mostNodes).Document();
        }
        catch (Refused)
        {
            return null;
        }
        catch (YamlException e)
        {
            bag.NotYaml(FirstTabIndent(source, e) ?? PlaceOf(source, e.Start), YamlMistake.InWords(Message(e)));
            return null;
        }
        catch (InvalidOperationException)
        {
            // The parser throws this, without a place, for a flow list or map that is never closed.
            bag.NotYaml(source.PlaceOf(source.Text.Length), "a bracket or brace is never closed");
            return null;
        }
    }

    private YamlMap? Document()
    {
        Next<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
        {
            bag.NotYaml(source.PlaceOf(0), "the file is empty");
            return null;
        }

        Next<DocumentStart>();
        YamlNode root = Node();
        Next<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out DocumentStart? second))
        {
            bag.YamlFeature(Place(second), "a second document");
            return null;
        }

        if (root is YamlMap map)
        {
            return map;
        }

        bag.WrongKind(root.Place, "The file", "a set of keys", root.Kind);
        return null;
    }

    private YamlNode Node()
    {
        ParsingEvent current = Take();
        if (++nodes > mostNodes)
        {
            bag.YamlTooMuch(Place(current), $"more than {mostNodes} entries");
            throw new Refused();
        }

        if (current is AnchorAlias)
        {
            bag.YamlFeature(Place(current), "an alias (*)");
            throw new Refused();
        }

        if (current is NodeEvent node)
        {
            RefuseTagsAndAnchors(node);
        }

        return current switch
        {
            Scalar s => ScalarOf(s),
            SequenceStart s => Deeper(s, ListOf),
            MappingStart m => Deeper(m, MapOf),
            _ => throw new InvalidOperationException($"The YAML parser gave {current.GetType().Name} where a node was due."),
        };
    }

    private YamlNode Deeper<T>(T start, Func<T, YamlNode> read)
        where T : ParsingEvent
    {
        if (++depth > DeepestNesting)
        {
            bag.YamlTooMuch(Place(start), $"more than {DeepestNesting} levels of nesting");
            throw new Refused();
        }

        YamlNode node = read(start);
        depth--;
        return node;
    }

    private YamlList ListOf(SequenceStart start)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (!parser.Accept<SequenceEnd>(out _))
        {
            items.Add(Node());
        }

        parser.MoveNext();
        return new(Place(start), items.ToImmutable());
    }

    private YamlMap MapOf(MappingStart start)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        HashSet<string> keys = new(StringComparer.Ordinal);
        while (!parser.Accept<MappingEnd>(out _))
        {
            YamlNode key = Node();
            if (key is not YamlScalar { Value: var name })
            {
                bag.YamlFeature(key.Place, "a key that is not plain text");
                throw new Refused();
            }

            if (!keys.Add(name))
            {
                bag.DuplicateKey(key.Place, name);
                throw new Refused();
            }

            entries.Add(new(key.Place, name, Node()));
        }

        parser.MoveNext();
        return new(Place(start), entries.ToImmutable());
    }

    private YamlScalar ScalarOf(Scalar scalar)
    {
        Source place = Place(scalar);
        if (scalar.Value.Length > LongestScalar)
        {
            bag.YamlTooMuch(place, $"a text of more than {LongestScalar} characters");
            throw new Refused();
        }

        // An escape such as "\u202E" can bring in what the text reader has refused in the file itself.
        string value = scalar.Style != ScalarStyle.DoubleQuoted ? scalar.Value : TextRules.Composed(scalar.Value, _ => place, bag) ?? throw new Refused();
        return new(place, value, scalar.Style == ScalarStyle.Plain, scalar.Style == ScalarStyle.Literal ? LiteralOf(scalar) : null);
    }

    private SourceText LiteralOf(Scalar scalar)
    {
        int firstLine = (int)scalar.Start.Line + 1;
        string[] lines = scalar.Value.Split('\n');
        int told = Array.FindIndex(lines, line => line.Trim().Length > 0);
        int indent = told < 0 ? 0 : LineLength(firstLine + told) - lines[told].Length;
        return new(source.Path, scalar.Value, firstLine + source.FirstLine - 1, indent + source.Indent);
    }

    private int LineLength(int line)
    {
        int start = 0;
        for (; line > 1; line--)
        {
            start = source.Text.IndexOf('\n', start) + 1;
        }

        int end = source.Text.IndexOf('\n', start);
        return (end < 0 ? source.Text.Length : end) - start;
    }

    private void RefuseTagsAndAnchors(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            bag.YamlFeature(Place(node), "an anchor (&)");
            throw new Refused();
        }

        if (!node.Tag.IsEmpty)
        {
            bag.YamlFeature(Place(node), "a tag (!)");
            throw new Refused();
        }
    }

    private void Next<T>()
        where T : ParsingEvent
    {
        if (Take() is not T)
        {
            throw new InvalidOperationException();
        }
    }

    /// <summary>The event the parser stands at, which it then leaves behind.</summary>
    private ParsingEvent Take()
    {
        if (parser.Current is null && !parser.MoveNext())
        {
            throw new InvalidOperationException();
        }

        ParsingEvent current = parser.Current!;
        parser.MoveNext();
        return current;
    }

    private Source Place(ParsingEvent at) => PlaceOf(source, at.Start);

    private static Source PlaceOf(SourceText source, Mark mark) =>
        new(source.Path, (int)mark.Line + source.FirstLine - 1, (int)mark.Column + source.Indent);

    // The parser puts this message at the start of the file.
    private static Source? FirstTabIndent(SourceText source, YamlException e)
    {
        Match tab = Message(e).Contains("tab as indentation", StringComparison.Ordinal) ? TabIndent().Match(source.Text) : Match.Empty;
        return tab.Success ? source.PlaceOf(tab.Index + tab.Length - 1) : null;
    }

    private static string Message(YamlException e) => e.InnerException is YamlException inner ? inner.Message : e.Message;

    [GeneratedRegex(@"^ *\t", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex TabIndent();

    /// <summary>Leaves the recursion once a diagnostic has been reported; never leaves this class.</summary>
    private sealed class Refused : Exception;
}
