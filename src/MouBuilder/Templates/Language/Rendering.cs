using System.Collections.Immutable;
using MouBuilder.Templates.Language.Running;

namespace MouBuilder.Templates.Language;

/// <summary>What a template wrote.</summary>
/// <param name="Text">The output.</param>
/// <param name="SourceMap">Stretches in order that cover the whole output without a hole.</param>
internal sealed record Rendering(string Text, ImmutableArray<Stretch> SourceMap);
