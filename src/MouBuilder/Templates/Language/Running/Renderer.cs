using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Templates.Language.BuiltIns;
using MouBuilder.Templates.Language.Syntax;
using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.Running;

/// <summary>One render: walks the tree and writes. Everything it makes dies with it.</summary>
internal sealed partial class Renderer
{
    private readonly Template main;
    private readonly RenderOptions options;
    private readonly DiagnosticBag bag;
    private readonly Meter meter;
    private readonly Operators operators;
    private readonly Scopes scopes;
    private readonly Margin margin = new();
    private readonly Dictionary<string, Template> included = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> turns = new(StringComparer.Ordinal);
    private readonly HashSet<string> broken = new(StringComparer.Ordinal);
    private readonly Recovery recovery;

    private SourceText file;
    private Output output;
    private LocalFrame frame = new();
    private Flow flow;
    private object? returned;
    private int depth;
    private int includeDepth;
    private int callDepth;

    /// <summary>Functions and wrapped blocks of this file that run now and would take a returned value.</summary>
    private int takers;
    private long captured;

    public Renderer(Template main, TemplateScope model, RenderOptions options, DiagnosticBag bag)
    {
        this.main = main;
        this.options = options;
        this.bag = bag;
        recovery = new(bag);
        scopes = new(model.Values, options.Functions);
        meter = new(options.Limits, scopes.Live);
        Names = DateNames.Of(options.Locale);
        operators = new(meter, Names);
        file = main.Source;
        output = new(margin, main.Source.Text.Length + 256, main.Body.Statements.Count + 16);
    }

    private enum Flow
    {
        None,
        Break,
        Continue,
        Return,
    }

    public DateNames Names { get; }

    public Meter Meter => meter;

    public Operators Operators => operators;

    public SourceText File => file;

    /// <summary>The items of a value that has some: a list, the members of a map, the characters of a text; null for others.</summary>
    public TemplateList? ItemsOf(object? value, int at)
    {
        switch (value)
        {
            case TemplateList list:
                return list;
            case TemplateMap map:
                meter.Items(map.Count, file, at);
                return Pairs.Of(map);
            case string text:
                meter.Items(text.Length, file, at);
                return TemplateList.Writable([.. text.Select(c => (object?)c)]);
            case EmptyValue:
                return TemplateList.Writable([]);
            default:
                return null;
        }
    }

    /// <summary>What regular expressions have taken so far.</summary>
    public TimeSpan PatternTime { get; set; }

    public object? LiveValue(object? value) => scopes.Live(value);

    /// <summary>Counts the calls of <c>array.cycle</c> with the same items or group.</summary>
    public int NextTurn(string key)
    {
        turns.TryGetValue(key, out int turn);
        turns[key] = turn + 1;
        return turn;
    }

    /// <summary>What was written, complete only when nothing was reported.</summary>
    public Output Run()
    {
        try
        {
            RunBlock(main.Body);
        }
        catch (Fault fault) when (fault.IsFatal && recovery.HasDoubts)
        {
            // A loop may have no end only because of what has been reported already.
        }
        catch (Fault fault)
        {
            recovery.Tell(fault);
        }

        return output;
    }

    private Fault Fail(int at, Action<DiagnosticBag, Source> report, bool fatal = false)
    {
        SourceText where = file;
        return new(b => report(b, where.PlaceOf(at)), fatal, (where, at));
    }

    /// <summary>Counts levels of evaluation; the stack itself is asked too, because a host may call from a small one.</summary>
    private void Descend(Node node)
    {
        meter.Step(file, node.Start);
        if (++depth > options.Limits.Chain * 8 || ((depth & 7) == 0 && !System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack()))
        {
            throw Fail(node.Start, (b, at) => b.TemplateOverBudget(at, "levels of calls and expressions inside each other", depth), fatal: true);
        }
    }

    public string TextOf(object? value, int at) => meter.TextOf(value, Names, file, at);

    private void CheckOutput(ReadOnlySpan<char> text, int at)
    {
        long more = text.Length + margin.Before(text);
        if (output.Length + captured + more > options.Limits.OutputCharacters)
        {
            throw Meter.Over(file, at, "characters of output", options.Limits.OutputCharacters);
        }

        meter.Handled(more, file, at);
    }

    /// <summary>Writes the value of an expression.</summary>
    private void Write(object? value, int at)
    {
        switch (value)
        {
            case null or EmptyValue:
                return;
            case string text:
                CheckOutput(text, at);
                output.Write(text, StretchKind.Value, file, at, null);
                return;
            case Rope rope:
                CheckOutput(rope.Text, at);
                meter.Items(rope.Stretches.Length, file, at);
                output.WriteRope(rope);
                return;
            case Markup markup:
                CheckOutput(markup.Text, at);
                output.Write(markup.Text, StretchKind.Markup, file, at, null);
                return;
            case Gap gap:
                output.Write(gap.Text, StretchKind.Gap, file, at, gap.Field);
                return;
            case Placement placement:
                output.Write(PlacementMark, StretchKind.Placement, file, at, placement.Payload);
                return;
            case int number:
                Span<char> digits = stackalloc char[12];
                number.TryFormat(digits, out int written, default, System.Globalization.CultureInfo.InvariantCulture);
                CheckOutput(digits[..written], at);
                output.Write(digits[..written], StretchKind.Value, file, at, null);
                return;
            default:
                string printed = TextOf(value, at);
                CheckOutput(printed, at);
                output.Write(printed, StretchKind.Value, file, at, null);
                return;
        }
    }

    /// <summary>The line that stands for a placement; nothing else a template writes can be mistaken for it, because the map says so.</summary>
    public const string PlacementMark = "place-here";
}
