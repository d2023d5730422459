using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.Running;

/// <summary>Other templates, rendered where they are named.</summary>
internal sealed partial class Renderer
{
    /// <summary>Renders the template of a name; <c>$0</c> is the name itself, as the language has it.</summary>
    public Rope Include(string name, TemplateList arguments, int at)
    {
        Template template = Included(name, at);
        if (includeDepth + 1 > options.Limits.IncludeDepth)
        {
            throw Meter.Over(file, at, "includes inside each other", options.Limits.IncludeDepth);
        }

        (Output outerOutput, LocalFrame outerFrame, SourceText outerFile, Indent? outerIndent, long before) =
            (output, frame, file, margin.Indent, captured);
        bool atLineStart = margin.AtLineStart;
        int taking = takers;
        takers = 0;
        includeDepth++;
        captured += output.Length;
        output = new(margin);
        frame = new(arguments);
        file = template.Source;
        margin.Indent = null;
        int failures = recovery.Failures;
        RunBlock(template.Body);
        if (flow == Flow.Return)
        {
            flow = Flow.None;
        }

        meter.Handled(output.Length, file, at);
        Rope rope = new(output.Text, output.Stretches);
        (output, frame, file, margin.Indent, captured) = (outerOutput, outerFrame, outerFile, outerIndent, before);
        margin.AtLineStart = atLineStart;
        takers = taking;
        includeDepth--;
        return recovery.Failures > failures ? throw Fault.Silent() : rope; // something is missing from it
    }

    private Template Included(string name, int at)
    {
        if (included.TryGetValue(name, out Template? known))
        {
            return known;
        }

        string? problem = options.Include is null ? "there is no templates folder here" : NameProblem(name);
        SourceText? source = problem is null ? options.Include!(name) : null;
        if (source is null)
        {
            throw Fail(at, (b, place) => b.TemplateUnknownInclude(place, name, problem ?? "there is none of that name"));
        }

        DiagnosticBag problems = new();
        Template? template = options.Parse is { } parse ? parse(source, problems) : Template.Parse(source, problems, options.Limits);
        if (template is null)
        {
            throw new Fault(b =>
            {
                if (broken.Add(name))
                {
                    b.AddRange(problems.ToImmutable());
                }
            });
        }

        included.Add(name, template);
        return template;
    }

    /// <summary>A name is a path below the templates folder and can lead nowhere else.</summary>
    private static string? NameProblem(string name)
    {
        if (name.Length is 0 or > 200)
        {
            return "a name has 1 to 200 characters";
        }

        if (name.Any(c => char.IsControl(c) || c is '\\' or ':'))
        {
            return "a name has no \\, no : and no control characters";
        }

        return name.Split('/').Any(part => part is "" or "." or "..") ? "a name does not begin or end with / and has no . or .. between slashes" : null;
    }
}
