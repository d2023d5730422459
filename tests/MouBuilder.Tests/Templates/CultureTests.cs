using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MouBuilder.Templates.Language;
using Xunit;

namespace MouBuilder.Tests.Templates;

/// <summary>The same bytes under every culture, with the machine's locale data and without it.</summary>
public class CultureTests
{
    private const string Answer = "MOU_TEMPLATE_FINGERPRINT";

    /// <summary>Everything that a culture could touch: case, order, comparison, numbers, dates, white space.</summary>
    private const string Template = """
        {{ "IiıİßÉẾđ title" | string.upcase }} {{ "IiIİÉẾĐ TITLE" | string.downcase }} {{ "istanbul ırmak ề" | string.capitalize }}
        {{ "iğne ıslak" | string.capitalizewords }} {{ "Đại học I İ" | string.handleize }}
        {{ ["ı", "I", "i", "İ", "é", "z", "Z", "a", "Đ", "đ"] | array.sort | array.join " " }}
        {{ "I" | string.equals_ignore_case "i" }} {{ "File" | string.index_of "I" }} {{ "co-op" | string.contains "coop" }} {{ "a" < "B" }} {{ "é" == "e\u0301" }}
        {{ 1234567.5 }} {{ -1.5 }} {{ 1 / 3 }} {{ 1234.5 | math.format "N2" }} {{ 0.256 | math.format "P1" }} {{ 1e16 + 0.5 }} {{ 10 / 0.0 }}
        {{ "1,5" | string.to_double }} {{ "1.5" | string.to_double }} {{ "12" | string.to_int }}
        {{ d = "2013-02-19 14:05:06" | date.parse; d }} {{ d | date.to_string "%A %B %a %b %c %x %X %p" }} {{ d | date.to_string "%A %d %B" "es" }} {{ d | date.to_string "%A %d %B" "vi" }}
        {{ "İI" | regex.replace "(?i)i" "*" }} {{ "x\u00a0y" | string.strip }} {{ timespan.from_hours 26.5 }}
        """;

    private static string Fingerprint()
    {
        StringBuilder all = new();
        foreach (CultureTag locale in Enum.GetValues<CultureTag>())
        {
            (Rendering? rendering, var diagnostics) = TemplateHarness.Render(Template, locale: locale, strict: locale == CultureTag.En);
            all.Append(rendering?.Text ?? string.Join('\n', diagnostics));
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())));
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("es-US")]
    [InlineData("vi-VN")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void The_machine_s_culture_changes_nothing(string name)
    {
        string expected = Fingerprint();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
            Assert.Equal(expected, Fingerprint());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_process_without_locale_data_writes_the_same()
    {
        string? asked = Environment.GetEnvironmentVariable(Answer);
        if (asked is not null)
        {
            File.WriteAllText(asked, Fingerprint());
            return;
        }

        string answer = Path.GetTempFileName();
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(CultureTests).Assembly.Location);
        }

        start.ArgumentList.Add("-method");
        start.ArgumentList.Add($"{typeof(CultureTests).FullName}.{nameof(A_process_without_locale_data_writes_the_same)}");
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        start.Environment[Answer] = answer;
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
        Assert.Equal(Fingerprint(), File.ReadAllText(answer));
        File.Delete(answer);
    }
}
