namespace MouBuilder.Templates.Language.Values;

/// <summary>A fact nobody has filled in yet: printing it writes <c>[[?field]]</c>.</summary>
internal sealed record Gap(string Field)
{
    public string Text => $"[[?{Field}]]";
}

/// <summary>Something that is not text and belongs here, such as the blocks of a clause.</summary>
internal sealed record Placement(object Payload);

/// <summary>Text whose marks are meant: it is written as it stands.</summary>
internal sealed record Markup(string Text);

/// <summary>What <c>empty</c> names: equal to every empty list and map, and nothing in arithmetic.</summary>
internal sealed class EmptyValue
{
    public static EmptyValue Instance { get; } = new();
}
