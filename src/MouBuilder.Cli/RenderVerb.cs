using System.Collections.Immutable;
using System.CommandLine;
using MouBuilder.Diagnostics;
using MouBuilder.Templates;

namespace MouBuilder.Cli;

/// <summary><c>mou render TEMPLATE --model DATA</c>: what a template prints, for its author.</summary>
internal static class RenderVerb
{
    public static Command Command()
    {
        Argument<string> template = new("TEMPLATE") { Description = "A template file." };
        Option<string?> model = new("--model") { Description = "The values it sees: a YAML or JSON file." };
        Option<string?> includes = new("--includes") { Description = "The folder of the templates it includes. Default: none." };
        Command command = new("render", "Prints what a template makes of a model.") { template, model, includes };
        command.SetAction(result => Render(result.GetValue(template)!, result.GetValue(model), result.GetValue(includes)));
        return command;
    }

    private static int Render(string template, string? model, string? includes)
    {
        (string? text, ImmutableArray<Diagnostic> found) = TemplatePreview.Render(template, model, includes);
        Run.Print(found);
        Console.Out.Write(text);
        return Run.Code(found);
    }
}
