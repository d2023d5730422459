using System.Text;
using System.Xml;
using MouBuilder.Diagnostics;

namespace MouBuilder.Reading.Packages;

/// <summary>
/// Reads the XML of one part, an element at a time, so that a long body is never in memory as a whole. Document types and what they could name are refused;
/// nesting is counted here, since no later step should meet a tree deeper than its stack.
/// </summary>
internal sealed class PartXml : IDisposable
{
    private readonly string place;
    private readonly Stream stream;
    private readonly ElementNames names;
    private XmlReader? reader;

    public PartXml(Stream stream, string place, ElementNames names)
    {
        this.stream = stream;
        this.place = place;
        this.names = names;
    }

    /// <summary>Goes to the root element.</summary>
    public Element Root()
    {
        XmlReaderSettings settings = new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = ReadingLimits.MostUnpacked,
        };
        return Guarded(() =>
        {
            reader = XmlReader.Create(stream, settings);
            reader.MoveToContent();
            return Here();
        });
    }

    /// <summary>The namespaces behind the prefixes that an attribute of the current element lists.</summary>
    public IEnumerable<string> Namespaces(string? prefixes) =>
        (prefixes ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(p => reader!.LookupNamespace(p) ?? "");

    /// <summary>Goes to the next child of the element in which the reader stands; null at its end.</summary>
    public Element? NextChild() => Guarded(() =>
    {
        while (reader!.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                CheckDepth();
                return Here();
            }

            if (reader.NodeType == XmlNodeType.EndElement)
            {
                return null;
            }
        }

        return null;
    });

    /// <summary>Whether the element in which the reader stands has nothing inside.</summary>
    public bool IsEmpty => reader!.IsEmptyElement;

    /// <summary>Fills an element at which the reader stands with all that is inside it.</summary>
    public Element Fill(Element element) => Guarded(() => FillHere(element));

    /// <summary>The whole part as one tree.</summary>
    public Element Tree() => Fill(Root());

    /// <summary>Reads on to the end of the part, so that damage after the last block is noticed too.</summary>
    public void Finish() => Guarded(() =>
    {
        while (reader!.Read())
        {
            CheckDepth();
        }

        return 0;
    });

    public void Dispose()
    {
        reader?.Dispose();
        stream.Dispose();
    }

    private Element Here()
    {
        string name = names.Of(reader!.NamespaceURI, reader.LocalName);
        if (reader.AttributeCount == 0)
        {
            return new(name, []);
        }

        List<(string, string)> attributes = new(reader.AttributeCount);
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
            {
                // "Requires" and "Ignorable" name prefixes, which mean something only here.
                string value = reader.Name == "Requires" || reader.LocalName == "MustUnderstand" ? Resolved(reader.Value) : reader.Value;
                attributes.Add((names.Of(reader.NamespaceURI, reader.LocalName), value));
            }
        }

        reader.MoveToElement();
        return new(name, [.. attributes]);
    }

    private string Resolved(string prefixes) =>
        string.Join(' ', prefixes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(p => reader!.LookupNamespace(p) ?? p));

    private Element FillHere(Element element)
    {
        if (reader!.IsEmptyElement)
        {
            return element;
        }

        Stack<Element> open = new([element]);
        int count = 0;
        StringBuilder text = new();
        while (open.Count > 0 && reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    TakeText(open.Peek(), text);
                    CheckDepth();
                    if (++count > ReadingLimits.MostElements)
                    {
                        throw new PackageException(bag => bag.WordFileTooLarge(Source.File(place), "one block of it holds too many elements"));
                    }

                    Element child = Here();
                    open.Peek().Add(child);
                    if (!reader.IsEmptyElement)
                    {
                        open.Push(child);
                    }

                    break;
                case XmlNodeType.EndElement:
                    TakeText(open.Pop(), text);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    text.Append(reader.Value);
                    break;
                default:
                    break;
            }
        }

        return element;
    }

    private void TakeText(Element element, StringBuilder text)
    {
        if (text.Length > 0)
        {
            // Blanks that lay out the file are nobody's words: Word shows those at the ends of a text only where the file says to preserve them, and a line end as a blank.
            if (element.Name is "w:t" or "w:delText")
            {
                string words = text.Replace("\r\n", " ").Replace('\n', ' ').Replace('\r', ' ').ToString();
                element.Text += reader!.XmlSpace == XmlSpace.Preserve ? words : words.Trim(' ', '\t');
            }
            else if (element.Name is "w:instrText" or "w:delInstrText" or "m:t" || !element.Name.StartsWith("w:", StringComparison.Ordinal))
            {
                element.Text += text.ToString();
            }

            text.Clear();
        }
    }

    private void CheckDepth()
    {
        if (reader!.Depth > ReadingLimits.DeepestXml)
        {
            throw new PackageException(bag => bag.WordFileTooLarge(Source.File(place), $"its elements are nested more than {ReadingLimits.DeepestXml} deep"));
        }
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException e)
        {
            string why = e.Message.Contains("DTD", StringComparison.Ordinal) ? "it has a document type declaration, which could fetch other files" : "its markup is broken at this place (XML that is not well-formed)";
            throw new PackageException(bag => bag.WordPartDamaged(new(place, e.LineNumber, e.LinePosition), why));
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw new PackageException(bag => bag.WordFileDamaged(Source.File(place), e is InvalidDataException && e.Message.StartsWith("its ", StringComparison.Ordinal) ? e.Message : "it cannot be unpacked"));
        }
        catch (Exception e) when (e is NotSupportedException or ArgumentException or DecoderFallbackException)
        {
            throw new PackageException(bag => bag.WordPartDamaged(new(place, 1, 1), "it is written in characters that are not known"));
        }
    }
}
