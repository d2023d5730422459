using MouBuilder.Diagnostics;
using MouBuilder.Templates.Language.Syntax;
using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.Running;

/// <summary>Statements.</summary>
internal sealed partial class Renderer
{
    /// <summary>
    /// Runs statements in order. Code blocks set the indent of what they write from the blanks before them; it is put back
    /// at their end.
    /// </summary>
    private void RunBlock(Block block)
    {
        Indent? outer = margin.Indent;
        try
        {
            foreach (Statement statement in block.Statements)
            {
                switch (statement)
                {
                    case RawStatement raw:
                        CheckOutput(file.Text.AsSpan(raw.Start, raw.End - raw.Start), raw.Start);
                        output.WriteTemplate(file, raw.Start, raw.End - raw.Start);
                        break;
                    case EnterStatement enter:
                        margin.Indent = enter.IndentLength == 0 ? outer : new(outer, file, enter.IndentStart, enter.IndentLength);
                        break;
                    case ExitStatement:
                        margin.Indent = outer;
                        break;
                    default:
                        RunOrReport(statement);
                        if (flow != Flow.None)
                        {
                            return;
                        }

                        break;
                }
            }
        }
        finally
        {
            margin.Indent = outer;
        }
    }

    /// <summary>
    /// One render finds several mistakes: after a statement that failed the next ones run. What it would have set is in doubt from then on, and
    /// nothing is said about statements that read it; the result of a function in which a statement failed is in doubt too.
    /// </summary>
    private void RunOrReport(Statement statement)
    {
        (int before, Output into, LocalFrame local, Loop? loop, long taken) = (depth, output, frame, frame.Loop, captured);
        (int includes, int calls, int taking, int layers) = (includeDepth, callDepth, takers, scopes.Count);
        Files.SourceText here = file;
        try
        {
            if (statement is WriteStatement write)
            {
                Write(Evaluate(write.Expression), write.Expression.Start);
            }
            else
            {
                Run(statement);
            }
        }
        catch (Fault fault) when (!fault.IsFatal && recovery.MayGoOn)
        {
            (depth, output, frame, captured, includeDepth, callDepth, takers, file) = (before, into, local, taken, includes, calls, taking, here);
            frame.Loop = loop;
            frame.HasFailed = true;
            scopes.CutTo(layers);
            recovery.Failed(fault, statement);
        }
    }

    /// <summary>Reading a name in doubt ends a statement without a word: what was wrong has been said where the name should have been set.</summary>
    private void DemandKnown(string name)
    {
        if (recovery.IsInDoubt(name))
        {
            throw Fault.Silent();
        }
    }

    private void Run(Statement statement)
    {
        Descend(statement);
        switch (statement)
        {
            case AssignStatement assign:
                RunAssignment(assign);
                break;
            case IfStatement choice:
                RunIf(choice);
                break;
            case ForStatement loop:
                RunFor(loop);
                break;
            case CaseStatement choice:
                RunCase(choice);
                break;
            case CaptureStatement capture:
                RunCapture(capture);
                break;
            case WithStatement with:
                RunWith(with);
                break;
            case WhileStatement loop:
                RunWhile(loop);
                break;
            case FunctionStatement function:
                Assign(function.Target, new TemplateFunction(function.Function, file, null), function.Target.Start);
                break;
            case ReturnStatement result:
                returned = result.Value is null ? null : takers > 0 ? Evaluate(result.Value) : throw Fail(result.Start, (b, at) =>
                    b.TemplateRefused(at, "`ret` with a value", "outside of a function nothing takes the value. Print the value first, then write ret alone."));
                flow = Flow.Return;
                break;
            case LeaveStatement leave:
                RunLeave(leave);
                break;
            case ImportStatement import:
                RunImport(import);
                break;
            case ReadOnlyStatement fix:
                RunReadOnly(fix);
                break;
            case WrapStatement wrap:
                RunWrap(wrap);
                break;
        }

        depth--;
    }

    private void RunIf(IfStatement choice)
    {
        foreach (Branch branch in choice.Branches)
        {
            if (IsTrue(branch.Condition))
            {
                RunBlock(branch.Body);
                return;
            }
        }

        if (choice.Otherwise is not null)
        {
            RunBlock(choice.Otherwise);
        }
    }

    /// <summary>Whether a condition holds; a name nobody defined does not, but a gap decides nothing.</summary>
    private bool IsTrue(Expression condition)
    {
        object? value = EvaluateGuarded(condition);
        return value is Gap gap ? throw GapDecides(condition.Start, gap, "to decide something") : Kinds.IsTrue(value);
    }

    private Fault GapDecides(int at, Gap gap, string where) => Fail(at, (b, place) => b.TemplateGapDecides(place, gap.Field, where));

    private void RunCase(CaseStatement choice)
    {
        object? value = Settled(Evaluate(choice.Value), choice.Value.Start, "to choose a case");
        RunBlock(choice.Before);
        foreach (When when in choice.Whens)
        {
            foreach (Expression candidate in when.Values)
            {
                object? other = Settled(Evaluate(candidate), candidate.Start, "to choose a case");
                if (operators.Apply(BinaryOperator.Equal, value, other, new(file, choice.Value.Start, candidate.Start, candidate.Start)) is true)
                {
                    RunBlock(when.Body);
                    return;
                }
            }
        }

        if (choice.Otherwise is not null)
        {
            RunBlock(choice.Otherwise);
        }
    }

    private void RunCapture(CaptureStatement capture)
    {
        Output outer = output;
        long before = captured;
        captured += outer.Length;
        bool atLineStart = margin.AtLineStart;
        int failures = recovery.Failures;
        output = new(margin);
        RunBlock(capture.Body);
        meter.Handled(output.Length, file, capture.Start);
        Rope rope = new(output.Text, output.Stretches);
        output = outer;
        captured = before;
        margin.AtLineStart = atLineStart;
        Assign(capture.Target, rope, capture.Target.Start);
        if (recovery.Failures > failures)
        {
            recovery.Doubt(capture.Target); // something is missing from it
        }
    }

    private void RunWith(WithStatement with)
    {
        object? target = Evaluate(with.Target);
        if (target is not TemplateMap map)
        {
            throw WrongArgument(with.Target.Start, "with", "target", "an object", target);
        }

        scopes.Push(scopes.Writable(map));
        RunBlock(with.Body);
        scopes.Pop();
    }

    private void RunImport(ImportStatement import)
    {
        object? value = Evaluate(import.Value);
        if (value is not TemplateMap map)
        {
            throw WrongArgument(import.Value.Start, "import", "value", "an object", value);
        }

        meter.Items(map.Count, file, import.Start);
        TemplateMap target = scopes.TargetOf("");
        foreach ((string name, object? member) in map)
        {
            if (!target.IsFixed(name))
            {
                target.Set(name, member);
            }
        }
    }

    private void RunReadOnly(ReadOnlyStatement fix)
    {
        if (fix.Target is not NameExpression name)
        {
            throw NotAssignable(fix.Target.Start);
        }

        TemplateMap target = scopes.TargetOf(name.Name);
        if (!target.TryGet(name.Name, out _))
        {
            bool isThere = scopes.TryGet(name.Name, out object? value);
            if (!isThere && options.Strict)
            {
                throw UnknownName(name.Start, name.Name, scopes.KnownNames);
            }

            target.Set(name.Name, value);
        }

        target.Fix(name.Name);
    }

    private void RunWrap(WrapStatement wrap)
    {
        WrappedBlock block = new(wrap.Body, frame, file);
        (Expression target, IReadOnlyList<Argument> arguments) = wrap.Target is CallExpression call ? (call.Target, call.Arguments) : (wrap.Target, []);
        bool direct = target is NameExpression or LocalExpression or MemberExpression;
        object? function = direct ? EvaluateTarget(target) : null;
        if (function is not Function callable)
        {
            throw NotFunction(target.Start, direct ? Kinds.Name(function) : "a value in parentheses");
        }

        Write(Call(callable, new(target, arguments, wrap.Target.End), null, hasPiped: false, block), wrap.Start);
    }

    private void RunAssignment(AssignStatement assign)
    {
        object? value;
        if (assign.Operator is { } @operator)
        {
            object? left = Settled(Evaluate(assign.Target), assign.Target.Start, "in a calculation");
            object? right = Settled(Evaluate(assign.Value), assign.Value.Start, "in a calculation");
            value = operators.Apply(@operator, left, right, new(file, assign.Target.Start, assign.OperatorStart, assign.Value.Start));
        }
        else
        {
            value = Evaluate(assign.Value);
        }

        Assign(assign.Target, value, assign.Target.Start);
    }
}
