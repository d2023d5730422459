using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace MouBuilder.Reviewing;

/// <summary>
/// HTML that is safe to write into a page. It is made from interpolated strings: what the program's own text says is markup, and every value put into it is
/// escaped, in attributes as in text, unless it is HTML itself.
/// </summary>
internal readonly record struct Html(string Markup)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static Html Empty { get; } = new("");

    public bool IsEmpty => string.IsNullOrEmpty(Markup);

    public static Html Of(Writing writing) => new(writing.ToString());

    public static Html Text(string text) => new(Encoder.Encode(text));

    public static Html Join(IEnumerable<Html> pieces, string between = "") => new(string.Join(between, pieces.Select(p => p.Markup)));

    public static Html operator +(Html left, Html right) => new(left.Markup + right.Markup);

    public override string ToString() => Markup;

    /// <summary>Takes an interpolated string apart.</summary>
    [InterpolatedStringHandler]
    internal readonly struct Writing
    {
        private readonly StringBuilder markup;

        public Writing(int literalLength, int holes) => markup = new(literalLength + (16 * holes));

        public void AppendLiteral(string literal) => markup.Append(literal);

        public void AppendFormatted(string? text) => markup.Append(Encoder.Encode(text ?? ""));

        public void AppendFormatted(Html html) => markup.Append(html.Markup);

        public void AppendFormatted(int number) => markup.Append(System.Globalization.CultureInfo.InvariantCulture, $"{number}");

        public override string ToString() => markup.ToString();
    }
}
