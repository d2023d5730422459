using MouBuilder.Templates.Language.Running;
using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.BuiltIns;

/// <summary><c>include_join</c>: several templates with something between them.</summary>
internal static class IncludeJoinFunction
{
    public static BuiltIn Instance { get; } = new(
        "include_join",
        [
            new("names", ParameterType.List, false),
            new("separator", ParameterType.Text, true),
            new("begin", ParameterType.Text, true),
            new("end", ParameterType.Text, true),
        ],
        Join);

    private static object? Join(Call call, object?[] a)
    {
        if (a[0] is not TemplateList names || names.Count == 0)
        {
            return "";
        }

        RopeBuilder built = new(call.Renderer.File, call.Start);
        AppendMark(call, built, (string?)a[2]);
        for (int i = 0; i < names.Count; i++)
        {
            if (i > 0)
            {
                AppendMark(call, built, (string?)a[1]);
            }

            string name = call.Text(names[i]);
            Append(call, built, call.Renderer.Include(name, TemplateList.Writable([name]), call.Start));
        }

        AppendMark(call, built, (string?)a[3]);
        return built.ToRope();
    }

    /// <summary>A separator may itself be a template, named with <c>tpl:</c> before it.</summary>
    private static void AppendMark(Call call, RopeBuilder built, string? mark)
    {
        const string Prefix = "tpl:";
        if (mark is null)
        {
            return;
        }

        if (mark.StartsWith(Prefix, StringComparison.Ordinal))
        {
            string name = mark[Prefix.Length..];
            Append(call, built, call.Renderer.Include(name, TemplateList.Writable([name]), call.Start));
            return;
        }

        call.Characters(built.Length + (long)mark.Length);
        built.AppendValue(mark);
    }

    private static void Append(Call call, RopeBuilder built, Rope rope)
    {
        call.Characters(built.Length + (long)rope.Text.Length);
        call.Items(rope.Stretches.Length);
        built.Append(rope);
    }
}
