using System.Collections.Immutable;
using System.Reflection;
using MouBuilder.Documents;
using Xunit;

namespace MouBuilder.Tests.Documents;

public class DumpTests
{
    public static TheoryData<Type> ModelTypes()
    {
        TheoryData<Type> types = [];
        foreach (Type type in typeof(Block).Assembly.GetTypes().Where(t => !t.IsAbstract && (t.IsSubclassOf(typeof(Block)) || t.IsSubclassOf(typeof(Inline)))))
        {
            types.Add(type);
        }

        types.Add(typeof(DocumentProperties));
        types.Add(typeof(DefinedTerm));
        return types;
    }

    [Theory]
    [MemberData(nameof(ModelTypes))]
    public void Every_property_but_provenance_shows_in_the_dump(Type type)
    {
        object plain = Sample(type, changed: null);
        string before = DumpOf(plain);
        foreach (PropertyInfo property in type.GetProperties().Where(p => p.Name is not ("From" or "EqualityContract")))
        {
            Assert.True(before != DumpOf(Sample(type, property)), $"{type.Name}.{property.Name} can change without the dump changing.");
        }
    }

    [Fact]
    public void Provenance_does_not_show_in_the_dump()
    {
        Paragraph paragraph = new(ParagraphRole.Body, [new TextRun("one")]);
        Paragraph elsewhere = paragraph with { From = new(new MouBuilder.Diagnostics.Source("x.yaml", 3, 1), new("a", "1.0.0", "f")) };
        Assert.Equal(DumpOf(paragraph), DumpOf(elsewhere));
    }

    [Fact]
    public void Quotes_and_line_breaks_in_words_cannot_make_two_documents_look_alike()
    {
        Paragraph two = new(ParagraphRole.Body, [new TextRun("a"), new TextRun("b")]);
        Paragraph one = new(ParagraphRole.Body, [new TextRun("a\" \"b")]);
        Assert.NotEqual(DumpOf(two), DumpOf(one));
    }

    private static string DumpOf(object value) => value switch
    {
        Block block => new MouDocument(new() { Title = "" }, [block], []).Dump(),
        Inline inline => new MouDocument(new() { Title = "" }, [new Paragraph(ParagraphRole.Body, [inline])], []).Dump(),
        DocumentProperties properties => new MouDocument(properties, [], []).Dump(),
        DefinedTerm term => new MouDocument(new() { Title = "", Terms = [term] }, [], []).Dump(),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>An instance with a plain value in every property, and another value in the one that is to change.</summary>
    private static object Sample(Type type, PropertyInfo? changed)
    {
        ConstructorInfo constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        object instance = constructor.Invoke([.. constructor.GetParameters().Select(p => Value(p.ParameterType, p.Name!.Equals(changed?.Name, StringComparison.OrdinalIgnoreCase)))]);
        foreach (PropertyInfo property in type.GetProperties().Where(p => p.CanWrite && p.Name != "From"))
        {
            property.SetValue(instance, Value(property.PropertyType, property.Name == changed?.Name));
        }

        return instance;
    }

    private static object? Value(Type type, bool changed)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsEnum)
        {
            return Enum.GetValues(plain).GetValue(changed ? 1 : 0);
        }

        if (plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            Type item = plain.GetGenericArguments()[0];
            Array items = Array.CreateInstance(item, changed ? 1 : 0);
            if (changed)
            {
                items.SetValue(Item(item), 0);
            }

            return typeof(ImmutableArray).GetMethods().First(m => m.Name == "CreateRange" && m.GetParameters().Length == 1).MakeGenericMethod(item).Invoke(null, [items]);
        }

        return plain switch
        {
            _ when plain == typeof(string) => changed ? "two" : "one",
            _ when plain == typeof(int) => changed ? 2 : 1,
            _ when plain == typeof(bool) => changed,
            _ when plain == typeof(DateOnly) => changed ? new DateOnly(2022, 3, 8) : new DateOnly(2013, 2, 19),
            _ => throw new InvalidOperationException($"No sample value of type {plain}."),
        };
    }

    private static object Item(Type type) => type switch
    {
        _ when type == typeof(Inline) => new TextRun("x"),
        _ when type == typeof(Block) => new PageBreak(),
        _ when type == typeof(string) => "x",
        _ when type.IsEnum => Enum.GetValues(type).GetValue(0)!,
        _ => Sample(type, null),
    };
}
