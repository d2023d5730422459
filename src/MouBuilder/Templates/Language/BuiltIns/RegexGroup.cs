using System.Diagnostics;
using System.Text.RegularExpressions;
using MouBuilder.Diagnostics;
using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.BuiltIns;

/// <summary><c>regex.…</c>: a match that takes too long is an error.</summary>
internal static class RegexGroup
{
    private const int LongestPattern = 1_000;

    /// <summary>Building a pattern costs about as much as this many steps.</summary>
    private const int StepsPerPattern = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan PatienceInAll = TimeSpan.FromMilliseconds(500);

    public static TemplateMap Build() => new GroupBuilder("regex")
        .Add("escape", "pattern:text", (_, a) => a[0] is string text ? Regex.Escape(text) : null)
        .Add("match", "text:text pattern:text options:text?", (c, a) => Try(c, a[1], () => Groups(c, Pattern(c, a[1], a[2]).Match(Text(a[0])))))
        .Add("matches", "text:text pattern:text options:text?", (c, a) => Try(c, a[1], () => TemplateList.Writable([.. Pattern(c, a[1], a[2]).Matches(Text(a[0])).Select(m => Groups(c, m))])))
        .Add("replace", "text:text pattern:text replace:text options:text?", (c, a) => Try(c, a[1], () => Replace(c, a)))
        .Add("split", "text:text pattern:text options:text?", (c, a) => Try(c, a[1], () => TemplateList.Writable([.. Pattern(c, a[1], a[2]).Split(Text(a[0]))])))
        .Add("unescape", "pattern:text", (c, a) => a[0] is string text ? Try(c, a[0], () => Regex.Unescape(text)) : null)
        .Build();

    private static string Text(object? value) => (string?)value ?? "";

    private static object? Try(Call call, object? pattern, Func<object?> work)
    {
        call.Items(StepsPerPattern);
        long start = Stopwatch.GetTimestamp();
        try
        {
            object? result = work();
            if ((call.Renderer.PatternTime += Stopwatch.GetElapsedTime(start)) > PatienceInAll)
            {
                throw TooSlow(call, pattern, "all patterns of this render together take too long");
            }

            return result;
        }
        catch (RegexMatchTimeoutException)
        {
            throw TooSlow(call, pattern, "it takes too long on this text");
        }
        catch (ArgumentException)
        {
            throw Bad(call, pattern, "it is not a regular expression");
        }
    }

    /// <summary>Fatal: the next statements would only wait again.</summary>
    private static Running.Fault TooSlow(Call call, object? pattern, string problem)
    {
        Running.Fault fault = Bad(call, pattern, problem);
        return new(fault.Report, fatal: true);
    }

    private static Running.Fault Bad(Call call, object? pattern, string problem) =>
        call.Fail((bag, at) => bag.TemplateBadPattern(at, Text(pattern), problem));

    private static Regex Pattern(Call call, object? pattern, object? options)
    {
        string text = Text(pattern);
        if (text.Length > LongestPattern)
        {
            throw Bad(call, pattern, "it is too long");
        }

        RegexOptions chosen = RegexOptions.CultureInvariant;
        foreach (char c in Text(options))
        {
            chosen |= c switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => RegexOptions.None,
            };
        }

        return new(text, chosen, Patience);
    }

    private static TemplateList Groups(Call call, Match match)
    {
        List<object?> groups = [];
        if (match.Success)
        {
            call.Items(match.Groups.Count * 4L);
            foreach (Group group in match.Groups)
            {
                if (group.Success)
                {
                    groups.Add(group.Value);
                }
            }
        }

        return TemplateList.Writable(groups);
    }

    /// <summary>Counts what the result will hold before it is made.</summary>
    private static string Replace(Call call, object?[] a)
    {
        Regex pattern = Pattern(call, a[1], a[3]);
        (string text, string replacement) = (Text(a[0]), Text(a[2]));
        long length = text.Length;
        for (Match match = pattern.Match(text); match.Success; match = match.NextMatch())
        {
            call.Items(1);
            length += match.Result(replacement).Length - match.Length;
            call.Characters(length);
        }

        return pattern.Replace(text, replacement);
    }
}
