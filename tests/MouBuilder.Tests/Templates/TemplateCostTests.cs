using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Templates.Language;
using MouBuilder.Templates.Language.Values;
using Xunit;

namespace MouBuilder.Tests.Templates;

/// <summary>Rendering an agreement costs no more than zipping it.</summary>
public class TemplateCostTests(ITestOutputHelper log)
{
    private const int Clauses = 40;

    private const long MostBytes = 1_300_000;

    [Fact]
    public void Forty_clauses_are_parsed_and_rendered_in_the_time_of_zipping_them()
    {
        SourceText source = new("agreement.sbn", Template());
        TemplateScope model = new(Model());
        string text = Once(source, model);
        Assert.InRange(text.Length, 40_000, 47_000);

        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Stopwatch warming = Stopwatch.StartNew();
        while (warming.ElapsedMilliseconds < 1_000)
        {
            Once(source, model);
            Zip(bytes);
        }

        // The other tests run beside this one, so the quickest of alternating runs is the fair one, and more are made while it is not reached.
        double engine = double.MaxValue;
        double zip = double.MaxValue;
        for (int i = 0; i < 40 || (engine > zip && i < 2_000); i++)
        {
            engine = Math.Min(engine, Time(() => Once(source, model)));
            zip = Math.Min(zip, Time(() => Zip(bytes)));
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        Once(source, model);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{text.Length} characters, {source.Text.Length} of template: parse and render {engine:F3} ms, zip {zip:F3} ms, ratio {engine / zip:F2}, {allocated:N0} bytes"));
        Assert.True(allocated <= MostBytes, $"{allocated} bytes");
#if !DEBUG
        Assert.True(engine <= zip, $"{engine} ms against {zip} ms");
#endif
    }

    private static string Once(SourceText source, TemplateScope model)
    {
        DiagnosticBag bag = new();
        return MouBuilder.Templates.Language.Template.Parse(source, bag)!.Render(model, RenderOptions.Default, bag)!.Text;
    }

    private static double Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static byte[] Zip(byte[] bytes)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream entry = archive.CreateEntry("agreement.md").Open();
            entry.Write(bytes);
        }

        return stream.ToArray();
    }

    private static TemplateMap Model() => TemplateMap.Of(
        ("police", TemplateMap.Of(("short", "DPD"), ("name", "Denver Police Department"))),
        ("district", TemplateMap.Of(("short", "DPS"), ("name", "Denver Public Schools"))),
        ("hours", 24),
        ("items", new TemplateList(["a written notice", "a list of witnesses", "the name of the officer"])),
        ("binding", true));

    /// <summary>Words that differ from clause to clause, so that zipping has real work.</summary>
    private static string Template()
    {
        string[] words = "student parent school officer principal notice arrest ticket shall may agency record review annual training data report share privacy hearing right counsel complaint within before after unless district police board month deadline safety discipline restorative meeting interpreter language custody search question".Split(' ');
        StringBuilder built = new();
        uint seed = 12345;
        for (int clause = 1; clause <= Clauses; clause++)
        {
            built.Append(CultureInfo.InvariantCulture, $"## Clause {clause}: {{{{ district.name }}}} and {{{{ police.name }}}}\n\n");
            for (int sentence = 0; sentence < 5; sentence++)
            {
                built.Append("{{ police.short }} shall within {{ hours + ").Append(sentence).Append(" }} hours ");
                for (int word = 0; word < 21; word++)
                {
                    seed = (seed * 1664525) + 1013904223;
                    built.Append(words[(seed >> 16) % words.Length]).Append(' ');
                }

                built.Append("{{ if binding }}and{{ else }}or{{ end }} give it to {{ district.short | string.upcase }}.\n");
            }

            built.Append("{{ for item in items }}\n{{ for.index + 1 }}. {{ item }}{{ end }}\n\n");
        }

        return built.ToString();
    }
}
