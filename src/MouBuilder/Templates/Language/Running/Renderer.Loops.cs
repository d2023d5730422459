using System.Globalization;
using MouBuilder.Diagnostics;
using MouBuilder.Templates.Language.Syntax;
using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.Running;

/// <summary>Loops and leaving them.</summary>
internal sealed partial class Renderer
{
    private void RunFor(ForStatement loop)
    {
        object? source = Settled(Evaluate(loop.Items), loop.Items.Start, "to go through its items");
        if (source is null)
        {
            return;
        }

        TemplateList items = ItemsOf(source, loop.Items.Start)
            ?? throw NotLoopable(loop.Items.Start, Kinds.Name(source));
        (int from, int count, bool reversed, int columns) = LoopBounds(loop, items.Count);
        if (count == 0)
        {
            if (loop.Otherwise is not null)
            {
                RunBlock(loop.Otherwise);
            }

            return;
        }

        Loop state = new(frame.Loop, loop.Table ? "tablerow" : "for") { Length = count };
        LocalFrame home = frame;
        home.Loop = state;
        string? local = (loop.Variable as LocalExpression)?.Name;
        TemplateMap layer = TemplateMap.Writable();
        if (local is null)
        {
            scopes.Push(layer, isLoop: true);
        }

        bool hadLocal = local is not null && home.TryGet(local, out _);
        object? outerLocal = null;
        if (hadLocal)
        {
            home.TryGet(local!, out outerLocal);
        }

        string variable = local ?? ((NameExpression)loop.Variable).Name;
        bool inDoubt = recovery.Settle(variable);
        int failedTurns = 0;
        object? previous = null;
        for (int i = 0; i < count && !Recovery.IsHopeless(failedTurns); i++)
        {
            int failures = recovery.Failures;
            meter.Step(file, loop.Start);
            object? item = scopes.Live(items[reversed ? from + count - 1 - i : from + i]);
            state.Index = i;
            state.Changed = i == 0 || !Equals(previous, item);
            state.Undecided = i == 0 ? null : Gaps.In(previous) ?? Gaps.In(item);
            previous = item;
            if (local is null)
            {
                layer.Set(variable, item);
            }
            else
            {
                home.Set(local, item);
            }

            if (loop.Table)
            {
                OpenCell(state, i, columns, loop.Start);
            }

            RunBlock(loop.Body);
            if (loop.Table)
            {
                CloseCell(i, count, columns, loop.Start);
            }

            if (flow is Flow.Break or Flow.Return)
            {
                break;
            }

            flow = Flow.None;
            failedTurns += recovery.Failures > failures ? 1 : 0;
        }

        if (flow == Flow.Break)
        {
            flow = Flow.None;
        }

        if (inDoubt)
        {
            recovery.Doubt(variable);
        }

        if (local is null)
        {
            scopes.Pop();
        }
        else if (hadLocal)
        {
            home.Set(local, outerLocal);
        }
        else
        {
            home.Remove(local);
        }

        home.Loop = state.Outer;
    }

    private Fault NotLoopable(int at, string kind) => Fail(at, (b, place) => b.TemplateNotLoopable(place, kind));

    private Fault WrongArgument(int at, string of, string parameter, string wanted, object? found) =>
        Fail(at, (b, place) => b.TemplateWrongArgument(place, of, parameter, wanted, Kinds.Name(found)));

    private (int From, int Count, bool Reversed, int Columns) LoopBounds(ForStatement loop, int length)
    {
        int from = 0;
        int? limit = null;
        int columns = 1;
        bool reversed = false;
        foreach (Argument argument in loop.Arguments)
        {
            if (argument.Value is null)
            {
                reversed = true;
                continue;
            }

            object? value = Settled(Evaluate(argument.Value), argument.Value.Start, "to bound a loop");
            int number = (value is not null && Kinds.IsNumber(value) && Numbers.ToInt(value) is { } whole and >= 0 ? whole : (int?)null)
                ?? throw WrongArgument(argument.Value.Start, "for", argument.Name!, "a whole number that is not negative", value);
            switch (argument.Name)
            {
                case "offset":
                    from = number;
                    break;
                case "limit":
                    limit = number;
                    break;
                default:
                    columns = Math.Max(1, number);
                    break;
            }
        }

        from = Math.Min(from, length);
        int count = length - from;
        // The language takes a limit of 0 for none.
        if (limit > 0)
        {
            count = Math.Min(count, limit.Value);
        }

        return (from, count, reversed, columns);
    }

    private void OpenCell(Loop state, int index, int columns, int at)
    {
        state.Column = index % columns;
        string row = state.Column == 0 ? string.Create(CultureInfo.InvariantCulture, $"<tr class=\"row{(index / columns) + 1}\">") : "";
        Write(new Markup(string.Create(CultureInfo.InvariantCulture, $"{row}<td class=\"col{state.Column + 1}\">")), at);
    }

    private void CloseCell(int index, int count, int columns, int at)
    {
        bool last = index % columns == columns - 1 || index == count - 1;
        Write(new Markup(last ? "</td></tr>\n" : "</td>"), at);
    }

    private void RunWhile(WhileStatement loop)
    {
        Loop state = new(frame.Loop, "while");
        LocalFrame home = frame;
        home.Loop = state;
        int failedTurns = 0;
        while (!Recovery.IsHopeless(failedTurns) && IsTrue(loop.Condition))
        {
            int failures = recovery.Failures;
            meter.Step(file, loop.Start);
            RunBlock(loop.Body);
            if (flow is Flow.Break or Flow.Return)
            {
                break;
            }

            flow = Flow.None;
            failedTurns += recovery.Failures > failures ? 1 : 0;
            state.Index++;
        }

        if (flow == Flow.Break)
        {
            flow = Flow.None;
        }

        home.Loop = state.Outer;
    }

    private void RunLeave(LeaveStatement leave)
    {
        if (frame.Loop is null)
        {
            throw Fail(leave.Start, (b, at) => b.TemplateMisplacedLeave(at, leave.Breaks ? "break" : "continue"));
        }

        flow = leave.Breaks ? Flow.Break : Flow.Continue;
    }
}
