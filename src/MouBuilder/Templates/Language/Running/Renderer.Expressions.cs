using MouBuilder.Diagnostics;
using MouBuilder.Templates.Language.Syntax;
using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.Running;

/// <summary>Expressions.</summary>
internal sealed partial class Renderer
{
    /// <summary>The value of an expression; a function is called, and in strict renders a name nobody defined is an error.</summary>
    private object? Evaluate(Expression expression) => Evaluate(expression, !options.Strict);

    /// <summary>The same in a place that asks whether something is there: a missing name is null.</summary>
    private object? EvaluateGuarded(Expression expression) => Evaluate(expression, lenient: true);

    private object? Evaluate(Expression expression, bool lenient)
    {
        Descend(expression);
        object? value = expression switch
        {
            LiteralExpression literal => literal.Value,
            NameExpression or LocalExpression or MemberExpression or IndexExpression => EvaluatePath(expression, lenient),
            BinaryExpression binary => EvaluateBinary(binary),
            CallExpression call => EvaluateCall(call, null, hasPiped: false),
            PipeExpression pipe => EvaluatePipe(pipe),
            ParenthesisExpression parenthesis => EvaluateParenthesis(parenthesis, lenient),
            ConditionalExpression conditional => Evaluate(IsTrue(conditional.Condition) ? conditional.WhenTrue : conditional.WhenFalse),
            UnaryExpression unary => EvaluateUnary(unary),
            InterpolatedExpression interpolated => EvaluateInterpolated(interpolated),
            ListExpression list => EvaluateList(list),
            MapExpression map => EvaluateMap(map),
            IsEmptyExpression empty => EvaluateIsEmpty(empty),
            StepExpression step => EvaluateStep(step),
            FunctionExpression function => new TemplateFunction(function.Function, file, frame.Parameters),
            ThisExpression => scopes.Everything(),
            LoopExpression loop => throw MemberOfNothing(loop.Start, loop.Keyword, "value"),
            _ => throw new InvalidOperationException(expression.GetType().Name),
        };
        depth--;
        return value;
    }

    private object? EvaluateParenthesis(ParenthesisExpression parenthesis, bool lenient)
    {
        object? value = Evaluate(parenthesis.Inner, lenient);
        return parenthesis.Inner is FunctionExpression ? Invoke((Function)value!, parenthesis) : value;
    }

    private object? Invoke(Function function, Expression target) =>
        Call(function, new(target, [], target.End), null, hasPiped: false, null);

    /// <summary>A value that is about to decide, be counted or be calculated with; a gap cannot.</summary>
    private object? Settled(object? value, int at, string use) => value is Gap gap ? throw GapDecides(at, gap, use) : Flat(value, at);

    /// <summary>A captured text becomes plain text; what is not text in it would be lost, so that is an error.</summary>
    private object? Flat(object? value, int at)
    {
        switch (value)
        {
            case Rope rope:
                meter.Items(rope.Stretches.Length / 8, file, at);
                foreach (Stretch stretch in rope.Stretches)
                {
                    if (stretch.Kind == StretchKind.Gap)
                    {
                        throw GapDecides(at, new((string)stretch.Payload!), "inside a captured text that a function or operator changes");
                    }

                    if (stretch.Kind == StretchKind.Placement)
                    {
                        throw PlacementChanged(at);
                    }
                }

                return rope.Text;
            case Markup markup:
                return markup.Text;
            case Placement:
                throw PlacementChanged(at);
            default:
                return value;
        }
    }

    private Fault PlacementChanged(int at) => Fail(at, (b, place) =>
        b.TemplateRejectedArgument(place, "place", "what it puts here is not text, so no function or operator can change it"));

    private object? EvaluateBinary(BinaryExpression binary)
    {
        switch (binary.Operator)
        {
            case BinaryOperator.Coalesce:
                object? first = EvaluateGuarded(binary.Left);
                return first is null or Gap ? Evaluate(binary.Right) : first;
            case BinaryOperator.NotCoalesce:
                object? known = EvaluateGuarded(binary.Left);
                return known is null ? null : known is Gap unknown ? throw GapDecides(binary.Left.Start, unknown, "before ?! to decide something") : Evaluate(binary.Right);
            case BinaryOperator.And:
                return Boxes.Of(IsTrue(binary.Left) && IsTrue(binary.Right));
            case BinaryOperator.Or:
                return Boxes.Of(IsTrue(binary.Left) || IsTrue(binary.Right));
            default:
                return Combine(binary, EvaluateOperand(binary.Left, binary));
        }
    }

    private object? Combine(BinaryExpression binary, object? left)
    {
        left = Settled(left, binary.Left.Start, UseIn(binary.Operator));
        object? right = Settled(EvaluateOperand(binary.Right, binary), binary.Right.Start, UseIn(binary.Operator));
        return operators.Apply(binary.Operator, left, right, new(file, binary.Left.Start, binary.OperatorStart, binary.Right.Start));
    }

    private static string UseIn(BinaryOperator @operator) => @operator switch
    {
        _ when @operator.IsComparison() => "in a comparison",
        BinaryOperator.Add => "with +",
        _ => "in a calculation",
    };

    /// <summary>Comparing with null or <c>empty</c> asks whether something is there, so the other side may be missing.</summary>
    private object? EvaluateOperand(Expression operand, BinaryExpression binary)
    {
        bool asks = binary.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual
            && (binary.Left is LiteralExpression { Value: null } || binary.Right is LiteralExpression { Value: null });
        return asks ? EvaluateGuarded(operand) : Evaluate(operand);
    }

    private object? EvaluateUnary(UnaryExpression unary)
    {
        switch (unary.Operator)
        {
            case UnaryOperator.Not:
                return Boxes.Of(!IsTrue(unary.Operand));
            case UnaryOperator.Alias:
                return EvaluateTarget(unary.Operand) ?? (options.Strict && unary.Operand is NameExpression or MemberExpression ? throw UnknownFunction(unary.Operand) : null);
            case UnaryOperator.Expand:
                return Evaluate(unary.Operand);
            default:
                return Signed(unary);
        }
    }

    private object? Signed(UnaryExpression unary)
    {
        object? value = Settled(Evaluate(unary.Operand), unary.Operand.Start, "in a calculation");
        bool negative = unary.Operator == UnaryOperator.Negate;
        if (value is null && negative)
        {
            return null;
        }

        if (value is null || !Kinds.IsNumber(value))
        {
            throw NoNumber(unary.Operand.Start, negative ? "-" : "+", Kinds.Name(value));
        }

        if (!negative)
        {
            return value;
        }

        meter.Number(value, file, unary.Start);
        return value switch
        {
            double number => -number,
            float number => -number,
            decimal number => -number,
            _ => NumberReader.Narrow(-Numbers.ToBig(value)),
        };
    }

    private Fault NoNumber(int at, string sign, string kind) => Fail(at, (b, place) => b.TemplateWrongOperand(place, sign, $"{kind} is no number"));

    private string EvaluateInterpolated(InterpolatedExpression interpolated)
    {
        System.Text.StringBuilder built = new();
        foreach (Expression part in interpolated.Parts)
        {
            object? value = Settled(Evaluate(part), part.Start, "inside a string");
            string text = TextOf(value, part.Start);
            meter.Characters(built.Length + (long)text.Length, file, part.Start);
            built.Append(text);
        }

        return built.ToString();
    }

    private TemplateList EvaluateList(ListExpression list)
    {
        List<object?> items = new(list.Items.Count);
        foreach (Expression item in list.Items)
        {
            items.Add(Evaluate(item));
        }

        return TemplateList.Writable(items);
    }

    private TemplateMap EvaluateMap(MapExpression map)
    {
        meter.Items(4, file, map.Start);
        TemplateMap made = TemplateMap.Writable();
        foreach ((string name, Expression value) in map.Members)
        {
            object? member = value is FunctionExpression function ? new TemplateFunction(function.Function, file, frame.Parameters) : Evaluate(value);
            made.Set(name, member);
        }

        return made;
    }

    private object? EvaluateIsEmpty(IsEmptyExpression empty)
    {
        object? value = EvaluateGuarded(empty.Target);
        return Kinds.IsEmpty(Settled(value, empty.Start, "to decide something")) is { } known ? Boxes.Of(known) : null;
    }

    private object? EvaluateStep(StepExpression step)
    {
        object? before = Settled(Evaluate(step.Target), step.Target.Start, "in a calculation");
        object? after = operators.Apply(BinaryOperator.Add, before, Boxes.Of(step.Change), new(file, step.Start, step.Start, step.Start));
        Assign(step.Target, after, step.Target.Start);
        return step.Before ? after : before;
    }

    private object? EvaluatePipe(PipeExpression pipe)
    {
        object? value = IsGuard(pipe.To) ? EvaluateGuarded(pipe.From) : Evaluate(pipe.From);
        return EvaluatePiped(pipe.To, value, pipe.From.Start, pipe.From is UnaryExpression { Operator: UnaryOperator.Expand });
    }

    /// <summary><c>object.default</c> asks whether its first argument is there.</summary>
    private static bool IsGuard(Expression target) => target switch
    {
        CallExpression call => IsGuard(call.Target),
        MemberExpression { Name: "default", Target: NameExpression { Name: "object" } } => true,
        _ => false,
    };

    private object? EvaluatePiped(Expression target, object? value, int valueStart, bool expand)
    {
        Descend(target);
        object? result;
        switch (target)
        {
            case CallExpression call:
                result = EvaluateCall(call, value, hasPiped: true, valueStart, expand);
                break;
            case BinaryExpression binary when binary.Operator is not (BinaryOperator.Coalesce or BinaryOperator.NotCoalesce or BinaryOperator.And or BinaryOperator.Or):
                result = Combine(binary, EvaluatePiped(binary.Left, value, valueStart, expand));
                break;
            default:
                object? found = target is ParenthesisExpression ? Evaluate(target) : target is NameExpression or LocalExpression or MemberExpression or IndexExpression ? EvaluateTarget(target) : null;
                if (found is not Function function)
                {
                    throw target is NameExpression or MemberExpression && found is null
                        ? UnknownFunction(target)
                        : NotFunction(target.Start, Kinds.Name(found));
                }

                result = Call(function, new(target, [], target.End), value, hasPiped: true, null, valueStart, expand);
                break;
        }

        depth--;
        return result;
    }
}
