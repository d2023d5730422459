using System.Collections.Immutable;
using MouBuilder.Diagnostics;
using MouBuilder.Files;

namespace MouBuilder.Yaml;

/// <summary>A node of a YAML file, with its place.</summary>
internal abstract record YamlNode(Source Place)
{
    /// <summary>What a person would call it: <c>text</c>, <c>a list</c>, <c>a set of keys</c>.</summary>
    public abstract string Kind { get; }
}

/// <summary>A scalar.</summary>
/// <param name="Literal">The text with its own lines, when the scalar is a literal block; diagnostics inside it point at the YAML file's lines.</param>
internal sealed record YamlScalar(Source Place, string Value, bool IsPlain, SourceText? Literal) : YamlNode(Place)
{
    public override string Kind => IsNull ? "nothing" : "text";

    /// <summary>Written as nothing, <c>~</c> or <c>null</c>.</summary>
    public bool IsNull => IsPlain && Value is ("" or "~" or "null");
}

internal sealed record YamlList(Source Place, ImmutableArray<YamlNode> Items) : YamlNode(Place)
{
    public override string Kind => "a list";
}

internal sealed record YamlMap(Source Place, ImmutableArray<YamlEntry> Entries) : YamlNode(Place)
{
    public override string Kind => "a set of keys";
}

/// <summary>A key and its value.</summary>
/// <param name="At">Where the key stands.</param>
internal sealed record YamlEntry(Source At, string Key, YamlNode Value);
