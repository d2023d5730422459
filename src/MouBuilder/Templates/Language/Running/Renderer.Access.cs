using MouBuilder.Diagnostics;
using MouBuilder.Templates.Language.Syntax;
using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.Running;

/// <summary>Reading names, members and items.</summary>
internal sealed partial class Renderer
{
    private object? EvaluatePath(Expression path, bool lenient)
    {
        object? value = Look(path, lenient);
        return value is Function function ? Invoke(function, path) : ReferenceEquals(value, Skipped) ? null : value;
    }

    /// <summary>What a <c>?.</c> on nothing leaves for the rest of its chain.</summary>
    private static readonly object Skipped = new();

    /// <summary>A function as a value, not called; null when there is none.</summary>
    private object? EvaluateTarget(Expression target)
    {
        switch (target)
        {
            case ParenthesisExpression parenthesis:
                return parenthesis.Inner is FunctionExpression or UnaryExpression { Operator: UnaryOperator.Alias } ? EvaluateTarget(parenthesis.Inner) : Evaluate(parenthesis.Inner);
            case FunctionExpression function:
                return new TemplateFunction(function.Function, file, frame.Parameters);
            case UnaryExpression { Operator: UnaryOperator.Alias } alias:
                return EvaluateTarget(alias.Operand);
            case NameExpression or LocalExpression or MemberExpression or IndexExpression:
                object? found = Look(target, lenient: true);
                return ReferenceEquals(found, Skipped) ? null : found;
            default:
                return Evaluate(target);
        }
    }

    private object? Look(Expression path, bool lenient) => path switch
    {
        NameExpression name => LookUp(name, lenient),
        LocalExpression local => LookUp(local, lenient),
        MemberExpression member => Member(member, lenient),
        IndexExpression index => Item(index),
        ThisExpression => scopes.Everything(),
        _ => Evaluate(path),
    };

    private Fault UnknownName(int at, string name, IEnumerable<string> known) =>
        recovery.AnyNameIsInDoubt ? Fault.Silent() : Fail(at, (b, place) => b.TemplateUnknownName(place, name, known));

    private object? LookUp(NameExpression name, bool lenient)
    {
        if (frame.Parameters is { } parameters && Parameters.Holding(parameters, name.Name) is { } holder && holder.TryGet(name.Name, out object? value))
        {
            return scopes.Live(value);
        }

        DemandKnown(name.Name);
        if (scopes.TryGet(name.Name, out value))
        {
            return value;
        }

        return lenient ? null : throw UnknownName(name.Start, name.Name, scopes.KnownNames);
    }

    private object? LookUp(LocalExpression local, bool lenient)
    {
        DemandKnown(local.Name);
        if (local.Argument >= 0)
        {
            return frame.Arguments is { } arguments && local.Argument < arguments.Count
                ? scopes.Live(arguments[local.Argument])
                : lenient ? null : throw UnknownName(local.Start, local.Name, []);
        }

        switch (local.Name)
        {
            case "$":
                return frame.ArgumentList;
            case "$$":
                return frame.Block;
        }

        if (frame.TryGet(local.Name, out object? value))
        {
            return scopes.Live(value);
        }

        if (frame.Arguments is { } named && named.TryGetMember(local.Name[1..], out value))
        {
            return scopes.Live(value);
        }

        return lenient ? null : throw UnknownName(local.Start, local.Name, []);
    }

    private Fault MemberOfNothing(int at, string path, string what) => Fail(at, (b, place) => b.TemplateMemberOfNothing(place, path, what));

    private string Written(Expression expression) => file.Text[expression.Start..expression.End];

    private object? Member(MemberExpression member, bool lenient)
    {
        switch (member.Target)
        {
            case LoopExpression loop:
                return LoopMember(loop, member);
            case ThisExpression:
                DemandKnown(member.Name);
                return scopes.TryGet(member.Name, out object? own)
                    ? own
                    : lenient ? null : throw UnknownMember(member, scopes.KnownNames);
        }

        if (recovery.IsInDoubt(member))
        {
            throw Fault.Silent();
        }

        Descend(member);
        object? target = TargetValue(member.Target, member.Guarded || lenient);
        depth--;
        switch (target)
        {
            case null:
                return member.Guarded ? Skipped : throw MemberOfNothing(member.NameStart, Written(member.Target), $"member \"{member.Name}\"");
            case Gap gap:
                return gap;
            case not null when ReferenceEquals(target, Skipped):
                return Skipped;
            case TemplateMap map:
                if (map.TryGet(member.Name, out object? value))
                {
                    return scopes.Live(value);
                }

                return lenient || member.Guarded ? null : throw UnknownMember(member, map.Keys);
            default:
                return MemberOf(target, member, lenient);
        }
    }

    /// <summary>A target is looked up without being called, unless it is a function.</summary>
    private object? TargetValue(Expression target, bool lenient)
    {
        if (target is NameExpression or LocalExpression or MemberExpression or IndexExpression)
        {
            object? value = Look(target, lenient);
            return value is Function function ? Invoke(function, target) : value;
        }

        return Evaluate(target);
    }

    // A name set inside of `with` is the member's.
    private Fault UnknownMember(MemberExpression member, IEnumerable<string> known) =>
        recovery.IsInDoubt(member.Name) ? Fault.Silent() : Fail(member.NameStart, (b, at) => b.TemplateUnknownMember(at, member.Name, known));

    private object? MemberOf(object target, MemberExpression member, bool lenient)
    {
        if (target is TemplateList list)
        {
            if (member.Name == "size")
            {
                return Boxes.Of(list.Count);
            }

            if (list.TryGetMember(member.Name, out object? named))
            {
                return scopes.Live(named);
            }
        }
        else if (target is string or Rope or Markup && member.Name == "size")
        {
            return Boxes.Of(((string)Flat(target, member.Start)!).Length);
        }
        else if (target is DateTime date && DateMembers.TryGet(date, member.Name, out object? part))
        {
            return part;
        }
        else if (target is TimeSpan span && DateMembers.TryGet(span, member.Name, out part))
        {
            return part;
        }

        return lenient ? null : throw UnknownMember(member, target is TemplateList or string ? ["size"] : []);
    }

    private object? LoopMember(LoopExpression loop, MemberExpression member)
    {
        Loop? state = frame.Loop;
        while (state is not null && state.Keyword != loop.Keyword)
        {
            state = state.Outer;
        }

        if (member.Name == "changed" && state?.Undecided is { } gap)
        {
            throw GapDecides(member.Target.Start, gap, "in a loop that asks whether its item has changed");
        }

        return state is null
            ? throw MemberOfNothing(member.NameStart, loop.Keyword, $"member \"{member.Name}\": no such loop is running here")
            : state.Member(member.Name);
    }

    private object? Item(IndexExpression index)
    {
        if (index.Target is ThisExpression)
        {
            string name = TextOf(Settled(Evaluate(index.Index), index.Index.Start, "as an index"), index.Index.Start);
            DemandKnown(name);
            return scopes.TryGet(name, out object? found) ? found : !options.Strict ? null : throw UnknownKey(index, name, scopes.KnownNames);
        }

        Descend(index);
        object? target = TargetValue(index.Target, !options.Strict);
        depth--;
        if (target is Gap || ReferenceEquals(target, Skipped))
        {
            return target;
        }

        if (target is null)
        {
            throw MemberOfNothing(index.Start, Written(index.Target), "items");
        }

        object? key = Settled(Evaluate(index.Index), index.Index.Start, "as an index");
        if (key is null)
        {
            throw BadIndex(index.Index.Start, "it is empty");
        }

        switch (target)
        {
            case TemplateMap map:
                string name = TextOf(key, index.Index.Start);
                return map.TryGet(name, out object? value)
                    ? scopes.Live(value)
                    : !options.Strict ? null : throw UnknownKey(index, name, map.Keys);
            case TemplateList list:
                return ItemOfList(list, key, index);
            case string or Rope or Markup:
                return ItemOfText((string)Flat(target, index.Start)!, key, index);
            default:
                throw BadIndex(index.Start, $"{Kinds.Name(target)} has no items");
        }
    }

    private object? ItemOfList(TemplateList list, object key, IndexExpression index)
    {
        if (key is string member)
        {
            return list.TryGetMember(member, out object? named) ? scopes.Live(named)
                : member == "size" ? Boxes.Of(list.Count)
                : !options.Strict ? null : throw UnknownKey(index, member, ["size"]);
        }

        int at = WholeIndex(key, index);
        at = at < 0 ? at + list.Count : at;
        if (at >= 0 && at < list.Count)
        {
            return scopes.Live(list[at]);
        }

        return !options.Strict ? null : throw OutOfBounds(index, list.Count);
    }

    private object? ItemOfText(string text, object key, IndexExpression index)
    {
        if (key is string member)
        {
            return member == "size" ? Boxes.Of(text.Length) : !options.Strict ? null : throw UnknownKey(index, member, ["size"]);
        }

        int at = WholeIndex(key, index);
        at = at < 0 ? at + text.Length : at;
        if (at >= 0 && at < text.Length)
        {
            return text[at];
        }

        throw options.Strict ? OutOfBounds(index, text.Length) : BadIndex(index.Start, "there are not so many characters");
    }

    private int WholeIndex(object key, IndexExpression index) =>
        (key is bool truth ? (truth ? 1 : 0) : Kinds.IsNumber(key) ? Numbers.ToInt(key) : null)
        ?? throw BadIndex(index.Index.Start, $"{Kinds.Name(key)} is no whole number");

    private Fault BadIndex(int at, string problem) => Fail(at, (b, place) => b.TemplateBadIndex(place, problem));

    private Fault UnknownKey(IndexExpression index, string name, IEnumerable<string> known) =>
        Fail(index.Index.Start, (b, at) => b.TemplateUnknownKey(at, name, known));

    private Fault OutOfBounds(IndexExpression index, int count) => Fail(index.Index.Start, (b, at) =>
        b.TemplateBadIndex(at, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"there are {count} items, counted from 0")));
}
