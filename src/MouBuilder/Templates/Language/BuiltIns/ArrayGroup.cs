using MouBuilder.Templates.Language.Running;
using MouBuilder.Templates.Language.Syntax;
using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.BuiltIns;

/// <summary><c>array.…</c>: none of them changes the list it is given.</summary>
internal static class ArrayGroup
{
    public static TemplateMap Build() => new GroupBuilder("array")
        .Add("add", "list:list value:any", (c, a) => Joined(c, L(a[0]), new([a[1]])))
        .Add("add_range", "list1:list list2:list", (c, a) => a[0] is null && a[1] is null ? null : Joined(c, L(a[0]), L(a[1])))
        .Add("any", "list:list function:function args:rest", Any)
        .Add("compact", "list:list", (c, a) => Kept(c, a[0], item => item is not null))
        .Add("concat", "list1:list list2:list", (c, a) => a[0] is null && a[1] is null ? null : Joined(c, L(a[0]), L(a[1])))
        .Add("contains", "list:list item:any", Contains)
        .Add("cycle", "list:any group:any?", Cycle)
        .Add("each", "list:list function:function", (c, a) => a[0] is TemplateList list ? Sequence(c, list.Select(i => c.Invoke((Function)a[1]!, i))) : null)
        .Add("filter", "list:list function:function", (c, a) => Kept(c, a[0], item => Kinds.IsTrue(c.Settled(c.Invoke((Function)a[1]!, item), "to choose items of a list"))))
        .Add("first", "list:list", (_, a) => L(a[0]) is { Count: > 0 } list ? list[0] : null)
        .Add("insert_at", "list:list index:int value:any", InsertAt)
        .Add("join", "list:list delimiter:text? function:function?", Join)
        .Add("last", "list:list", (_, a) => L(a[0]) is { Count: > 0 } list ? list[^1] : null)
        .Add("limit", "list:list count:int", (c, a) => a[0] is TemplateList list ? Sequence(c, list.Take((int)a[1]!)) : null)
        .Add("map", "list:any member:text", Map)
        .Add("offset", "list:list index:int", (c, a) => a[0] is TemplateList list ? Sequence(c, list.Skip((int)a[1]!)) : null)
        .Add("remove_at", "list:list index:int", RemoveAt)
        .Add("reverse", "list:list", (c, a) => Sequence(c, L(a[0]).Reverse()))
        .Add("size", "list:list", (_, a) => Boxes.Of(L(a[0]).Count))
        .Add("sort", "list:any member:text?", Sort)
        .Add("uniq", "list:list", (c, a) => a[0] is TemplateList list ? Sequence(c, Charged(c, list).DistinctBy(i => Key(c, i))) : null)
        .Build();

    private static readonly TemplateList None = new([]);

    private static TemplateList L(object? value) => (TemplateList?)value ?? None;

    private static TemplateList Charged(Call call, TemplateList list)
    {
        call.Items(list.Count);
        return list;
    }

    /// <summary>Goes through the whole list, so that a gap is told wherever it stands.</summary>
    private static object Contains(Call call, object?[] a)
    {
        bool found = false;
        foreach (object? item in Charged(call, L(a[0])))
        {
            found |= Equals(Key(call, item), a[1]);
        }

        return Boxes.Of(found);
    }

    /// <summary>What an item is compared by; its characters are charged, because each may be read.</summary>
    private static object? Key(Call call, object? item)
    {
        object? key = call.Renderer.Plain(call.Settled(item, "inside a list whose items are compared"), call.Start);
        call.Items(key is string text ? text.Length / 64 : 0);
        return key;
    }

    private static TemplateList Sequence(Call call, IEnumerable<object?> items)
    {
        List<object?> made = [];
        foreach (object? item in items)
        {
            call.Items(1);
            made.Add(item);
        }

        return TemplateList.Sequence(made);
    }

    private static TemplateList Joined(Call call, TemplateList first, TemplateList second)
    {
        call.Items(first.Count + second.Count);
        return TemplateList.Sequence([.. first, .. second]);
    }

    private static TemplateList? Kept(Call call, object? list, Func<object?, bool> keep) =>
        list is TemplateList items ? Sequence(call, items.Where(i =>
        {
            call.Items(1);
            return keep(i);
        })) : null;

    private static object Any(Call call, object?[] a)
    {
        foreach (object? item in Charged(call, L(a[0])))
        {
            if (call.Settled(call.Invoke((Function)a[1]!, [item, .. (TemplateList)a[2]!]), "to choose items of a list") is true)
            {
                return Boxes.True;
            }
        }

        return Boxes.False;
    }

    private static object? Cycle(Call call, object?[] a)
    {
        if (a[0] is null)
        {
            return null;
        }

        TemplateList list = call.ItemsOf(a[0]) ?? throw call.RejectedArgument(0, "there is no array to go through");
        if (list.Count == 0)
        {
            return null;
        }

        string key = a[1] is null ? call.Text(list) : call.Text(a[1]);
        return list[call.Renderer.NextTurn(key) % list.Count];
    }

    private static TemplateList InsertAt(Call call, object?[] a)
    {
        TemplateList list = L(a[0]);
        int index = Math.Max(0, (int)a[1]!);
        call.Items(Math.Max(list.Count, index) + 1L);
        List<object?> items = [.. list];
        while (items.Count < index)
        {
            items.Add(null);
        }

        items.Insert(index, a[2]);
        return TemplateList.Writable(items);
    }

    private static TemplateList RemoveAt(Call call, object?[] a)
    {
        TemplateList list = L(a[0]);
        call.Items(list.Count);
        int index = (int)a[1]! < 0 ? (int)a[1]! + list.Count : (int)a[1]!;
        List<object?> items = [.. list];
        if (index >= 0 && index < items.Count)
        {
            items.RemoveAt(index);
        }

        return list.With(items);
    }

    /// <summary>Items keep their origin, so that a gap or a captured text in a list is still one in the joined text.</summary>
    private static object? Join(Call call, object?[] a)
    {
        if (a[0] is not TemplateList list)
        {
            return null;
        }

        string delimiter = (string?)a[1] ?? "";
        bool plain = true;
        RopeBuilder built = new(call.Renderer.File, call.Start);
        for (int i = 0; i < list.Count; i++)
        {
            call.Items(1);
            if (i > 0)
            {
                built.AppendValue(delimiter);
            }

            object? item = a[2] is Function function ? call.Invoke(function, list[i]) : list[i];
            string text = item is Rope or Gap ? "" : call.Text(call.Renderer.Plain(item, call.Start));
            call.Characters(built.Length + (long)delimiter.Length + ((item as Rope)?.Text.Length ?? text.Length));
            plain &= item is not (Rope or Gap);
            switch (item)
            {
                case Rope rope:
                    call.Items(rope.Stretches.Length);
                    built.Append(rope);
                    break;
                case Gap gap:
                    built.Append(gap);
                    break;
                default:
                    built.AppendValue(text);
                    break;
            }
        }

        Rope joined = built.ToRope();
        return plain ? joined.Text : joined;
    }

    private static TemplateList Map(Call call, object?[] a)
    {
        string member = (string?)a[1] ?? "";
        List<object?> made = [];
        foreach (object? item in call.ItemsOf(a[0]) ?? None)
        {
            call.Items(1);
            if (item is Gap)
            {
                made.Add(item); // what it has for a member is as open as it is
            }
            else if (call.Renderer.LiveValue(item) is TemplateMap map && map.TryGet(member, out object? value))
            {
                made.Add(value);
            }
        }

        return TemplateList.Sequence(made);
    }

    private static TemplateList Sort(Call call, object?[] a)
    {
        TemplateList list = a[0] is null ? None : call.ItemsOf(a[0]) ?? new TemplateList([a[0]]);
        call.Items(list.Count * 4L);
        string? member = (string?)a[1];
        (object? Key, object? Item)[] keyed = [.. list.Select(item => (member is null ? item : MemberOf(call, item, member), item))];
        if (list.Count < 2)
        {
            return TemplateList.Writable([.. list]);
        }

        foreach ((object? key, _) in keyed)
        {
            call.Settled(key, "to put a list in order");

            // Each key is compared about as often as the list can be halved.
            call.Items(key switch
            {
                string text => text.Length / 64L,
                Rope rope => rope.Text.Length / 64L,
                _ => 0,
            } * (System.Numerics.BitOperations.Log2((uint)keyed.Length) + 1));
        }

        bool numbers = keyed.All(k => k.Key is null || Kinds.IsNumber(k.Key));
        bool dates = keyed.All(k => k.Key is null or DateTime);
        bool texts = keyed.All(k => k.Key is null or string or char or bool or Rope or Markup);
        if (!numbers && !dates && !texts)
        {
            throw call.RejectedArgument(0, "its items are of different kinds, or of a kind that has no order");
        }

        Comparison<object?> order = numbers
            ? (x, y) => x is null || y is null ? Missing(x, y) : call.Apply(BinaryOperator.Less, x, y) is true ? -1 : call.Apply(BinaryOperator.Greater, x, y) is true ? 1 : 0
            : dates
            ? (x, y) => x is DateTime d && y is DateTime e ? d.CompareTo(e) : Missing(x, y)
            : (x, y) => x is null || y is null ? Missing(x, y) : string.CompareOrdinal(call.Text(x), call.Text(y));
        try
        {
            return TemplateList.Writable([.. keyed.Order(Comparer<(object? Key, object? Item)>.Create((x, y) => order(x.Key, y.Key))).Select(k => k.Item)]);
        }
        catch (InvalidOperationException e) when (e.InnerException is Fault fault)
        {
            // Sorting wraps what a comparison throws.
            throw fault;
        }
    }

    private static int Missing(object? x, object? y) => (x is null ? 0 : 1) - (y is null ? 0 : 1);

    private static object? MemberOf(Call call, object? item, string member) =>
        call.Renderer.LiveValue(item) is TemplateMap map && map.TryGet(member, out object? value) ? value : null;
}
