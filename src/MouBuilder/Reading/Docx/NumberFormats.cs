using System.Globalization;
using System.Text;
using MouBuilder.Documents;

namespace MouBuilder.Reading.Docx;

/// <summary>Numbers as Word writes them in labels.</summary>
internal static class NumberFormats
{
    /// <summary>Past this Word shows nothing sensible either.</summary>
    private const int Highest = 32_767;

    private static readonly string[] Ones =
        ["Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen"];

    private static readonly string[] Tens = ["", "", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"];

    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["One"] = "First", ["Two"] = "Second", ["Three"] = "Third", ["Five"] = "Fifth", ["Eight"] = "Eighth", ["Nine"] = "Ninth", ["Twelve"] = "Twelfth",
    };

    /// <summary>The number in a format; null for a format that is not known here, which is shown in digits.</summary>
    public static string? Of(string format, int number)
    {
        number = Math.Clamp(number, 0, Highest);
        return format switch
        {
            "decimal" or "decimalHalfWidth" or "" => Digits(number),
            "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
            "upperRoman" => Labels.Roman(number),
            "lowerRoman" => Labels.Roman(number).ToLowerInvariant(),
            "upperLetter" => Letters(number, 'A', 26),
            "lowerLetter" => Letters(number, 'a', 26),
            "ordinal" => Digits(number) + Suffix(number),
            "cardinalText" => Cardinal(number),
            "ordinalText" => Ordinal(number),
            "none" => "",
            "numberInDash" => $"- {Digits(number)} -",
            "hex" => number.ToString("X", CultureInfo.InvariantCulture),
            "chicago" => number == 0 ? "" : new("*†‡§"[(number - 1) % 4], ((number - 1) / 4) + 1 is var times && times <= 60 ? times : 60),
            "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => number is >= 1 and <= 20 ? ((char)('\u2460' + number - 1)).ToString() : Digits(number),
            "decimalEnclosedParen" => number is >= 1 and <= 20 ? ((char)('\u2474' + number - 1)).ToString() : Digits(number),
            "decimalEnclosedFullstop" => number is >= 1 and <= 20 ? ((char)('\u2488' + number - 1)).ToString() : Digits(number),
            "decimalFullWidth" or "decimalFullWidth2" => string.Concat(Digits(number).Select(c => (char)(c - '0' + '\uFF10'))),
            "russianLower" => Alphabet("абвгдежзиклмнопрстуфхцчшщыэюя", number),
            "russianUpper" => Alphabet("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ", number),
            "aiueo" or "aiueoFullWidth" => Alphabet("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン", number),
            "iroha" or "irohaFullWidth" => Alphabet("イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン", number),
            "ganada" => Alphabet("가나다라마바사아자차카타파하", number),
            "chosung" => Alphabet("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ", number),
            "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" => string.Concat(Digits(number).Select(c => "〇一二三四五六七八九"[c - '0'])),
            "koreanDigital" => string.Concat(Digits(number).Select(c => "영일이삼사오육칠팔구"[c - '0'])),
            "koreanDigital2" => string.Concat(Digits(number).Select(c => "零一二三四五六七八九"[c - '0'])),
            "chineseCounting" or "chineseCountingThousand" or "taiwaneseCounting" or "taiwaneseCountingThousand" or "japaneseCounting" => Han(number, "〇一二三四五六七八九", "十百千", isShort: true),
            "ideographLegalTraditional" => Han(number, "零壹貳參肆伍陸柒捌玖", "拾佰仟", isShort: false),
            "hebrew2" => Alphabet("אבגדהוזחטיכלמנסעפצקרשת", number),
            "arabicAlpha" => Alphabet("أبتثجحخدذرزسشصضطظعغفقكلمنهوي", number),
            "arabicAbjad" => Alphabet("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ", number),
            "ideographTraditional" => Alphabet("甲乙丙丁戊己庚辛壬癸", number),
            "ideographZodiac" => Alphabet("子丑寅卯辰巳午未申酉戌亥", number),
            _ => null,
        };
    }

    /// <summary>A format given by its first numbers: <c>001, 002, 003, …</c>.</summary>
    public static string Custom(string format, int number)
    {
        string first = format.Split(',')[0].Trim();
        return first.Length is > 0 and < 10 && first.All(char.IsAsciiDigit)
            ? Math.Clamp(number, 0, Highest).ToString(new string('0', first.Length), CultureInfo.InvariantCulture)
            : Digits(number);
    }

    public static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    // Word begins anew after thirty rounds.
    private static string Letters(int number, char first, int count) =>
        number == 0 ? "" : new((char)(first + ((number - 1) % count)), (((number - 1) % (count * 30)) / count) + 1);

    private static string Alphabet(string letters, int number) => number == 0 ? "0" : letters[(number - 1) % letters.Length].ToString();

    private static string Suffix(int number) => (number % 100) is >= 11 and <= 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };

    private static string Cardinal(int number)
    {
        if (number < 20)
        {
            return Ones[number];
        }

        StringBuilder words = new();
        if (number >= 1000)
        {
            words.Append(Cardinal(number / 1000)).Append(" thousand ");
        }

        if (number % 1000 >= 100)
        {
            words.Append(Ones[number % 1000 / 100]).Append(" hundred ");
        }

        int rest = number % 100;
        if (rest > 0)
        {
            words.Append(rest < 20 ? Ones[rest] : rest % 10 == 0 ? Tens[rest / 10] : $"{Tens[rest / 10]}-{Ones[rest % 10]}");
        }

        string all = words.ToString().Trim();
        return all.Length == 0 ? "" : all[..1] + all[1..].ToLowerInvariant();
    }

    private static string Ordinal(int number)
    {
        string cardinal = Cardinal(number);
        int cut = cardinal.LastIndexOfAny([' ', '-']) + 1;
        string last = cardinal.Length == 0 ? "" : char.ToUpperInvariant(cardinal[cut]) + cardinal[(cut + 1)..];
        string ordinal = Irregular.TryGetValue(last, out string? irregular) ? irregular
            : last.EndsWith('y') ? last[..^1] + "ieth" : last + "th";
        return cut == 0 ? ordinal : cardinal[..cut] + ordinal.ToLowerInvariant();
    }

    /// <param name="isShort">Whether ten is written without the one before it.</param>
    private static string Han(int number, string numerals, string units, bool isShort)
    {
        if (number is 0 or > 9999)
        {
            return string.Concat(Digits(number).Select(c => numerals[c - '0']));
        }

        StringBuilder han = new();
        for ((int unit, int place) = (1000, 2); place >= -1; (unit, place) = (unit / 10, place - 1))
        {
            int digit = number / unit % 10;
            if (digit > 0)
            {
                han.Append(isShort && digit == 1 && unit == 10 && han.Length == 0 ? "" : numerals[digit].ToString()).Append(place < 0 ? "" : units[place].ToString());
            }
            else if (han.Length > 0 && number % unit > 0 && han[^1] != numerals[0])
            {
                han.Append(numerals[0]);
            }
        }

        return han.ToString();
    }
}
