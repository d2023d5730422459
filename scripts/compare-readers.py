#!/usr/bin/env python3
"""Compares what MouBuilder, pandoc and LibreOffice read of the same Word files, and what their XML holds; docs/reading-figures.md has the figures.

    dotnet run -c Release --project tests/MouBuilder.Benchmarks -- papers LIST OURS
    while read f; do pandoc --sandbox -f docx -t plain --wrap=none --track-changes=accept "$f" -o "PANDOC/$(echo "$f" | tr / _).txt"; done < LIST
    soffice --headless --convert-to "txt:Text (encoded):UTF8" --outdir OFFICE FILES   (links to the papers, / replaced by _, so that no two have one name)
    python3 scripts/compare-readers.py LIST OURS PANDOC OFFICE [how many papers to show]
"""
import collections
import os
import re
import sys
import unicodedata
import xml.etree.ElementTree as xml
import zipfile

STRING = r'"((?:[^"\\]|\\.)*)"'
INLINE = re.compile(rf'link\({STRING}|term\({STRING} {STRING}|{STRING}|\bbreak\b')
BEFORE_LABEL = {"section": 2, "clause": 1, "heading": 1, "item": 0, "exhibit": 1, "note": 1}
NOT_READ = ("del", "moveFrom", "delText", "instrText", "pPrChange", "rPrChange", "rt", "sdtPr")


def words(text):
    text = re.sub("[\u00ad\u200b-\u200f]", "", unicodedata.normalize("NFC", text))
    return collections.Counter(w for w in re.findall(r"[^\W_]+", text.casefold()) if not is_label(w))


def is_label(word):
    """Numbers and single letters are looked at as labels and not as words."""
    return len(word) == 1 or word.isdigit() or re.fullmatch("[ivxlc]+", word) is not None


def lines_of(dump):
    """Labels and texts of a dump, in order."""
    label = ""
    for line in dump.split("\n")[1:]:
        kind, _, rest = line.strip().partition(" ")
        if kind in BEFORE_LABEL:
            rest = rest.split(" ", BEFORE_LABEL[kind])[-1]
            found = re.match(STRING, rest)
            label = unquoted(found.group(1)) if found else ""
            rest = rest[found.end() if found else 1:]
        text = ""
        if kind not in ("unsupported", "document", "defined"):
            for link, term, _, words_in, in (m.groups() for m in INLINE.finditer(rest)):
                text += unquoted(term or words_in or ("" if link is not None else " "))
        if text.strip():
            yield label, " ".join(text.split())
            label = ""
        elif kind in ("paragraph", "table"):
            label = ""


def unquoted(text):
    return re.sub(r"\\(.)", lambda m: " " if m.group(1) == "n" else m.group(1), text)


def name_of(element):
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value(element, name):
    return next((v for k, v in element.attrib.items() if k.rpartition("}")[2] == name), None)


def text_in(path):
    """Every w:t and m:t of body and notes with pending changes accepted; of two forms of one thing the longer."""
    said = []

    def walk(element, fields):
        name = name_of(element)
        if name in NOT_READ:
            return
        if name == "AlternateContent":
            forms = [f for f in element if name_of(f) in ("Choice", "Fallback")]
            for child in max(forms, key=lambda f: sum(len(t.text or "") for t in f.iter() if name_of(t) == "t"), default=[]):
                walk(child, fields)
            return
        if name == "fldChar":
            kind = value(element, "fldCharType")
            if kind == "begin":
                fields.append(False)
            elif fields and kind == "separate":
                fields[-1] = True
            elif fields and kind == "end":
                fields.pop()
        elif name == "t" and all(fields):
            said.append(element.text or "")
        elif name in ("p", "tc", "tab", "br", "cr", "noBreakHyphen"):
            said.append(" ")
        for child in element:
            walk(child, fields)
        if name in ("p", "tc", "txbxContent"):
            said.append(" ")

    with zipfile.ZipFile(path) as package:
        main = next(r.get("Target").lstrip("/") for r in xml.fromstring(package.read("_rels/.rels")) if r.get("Type").endswith("/officeDocument"))
        for part in [main] + [n for n in package.namelist() if re.search(r"(foot|end)notes\d*\.xml$", n)]:
            walk(xml.fromstring(package.read(part)), [])
    return "".join(said)


def read(path):
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8-sig", errors="replace") as file:
        return file.read()


def main(papers, ours, pandoc, office, shown=20):
    sys.setrecursionlimit(10_000)
    table = {f[0]: f for f in (line.split("\t") for line in read(f"{ours}/papers.tsv").splitlines())}
    totals, missing, labels = collections.Counter(), collections.defaultdict(list), collections.Counter()
    for path in read(papers).split():
        name = path.replace("/", "_")
        if table[path][1] != "read":
            totals["refused"] += 1
            continue
        totals["read"] += 1
        dump = read(f"{ours}/{name}.dump")
        rows = list(lines_of(dump))
        have = words("\n".join(f"{label} {text}" for label, text in rows))
        told = words(dump[:dump.index("\n")] + " " + table[path][4])
        try:
            in_xml = text_in(path)
        except (KeyError, StopIteration, xml.ParseError, zipfile.BadZipFile, UnicodeDecodeError):
            in_xml = None
        others = {"pandoc": read(f"{pandoc}/{name}.txt"), "office": read(f"{office}/{os.path.splitext(name)[0]}.txt"), "xml": in_xml}
        bags = {other: words(text) for other, text in others.items() if text is not None}
        for other, theirs in bags.items():
            lost = theirs - have - told
            totals[f"{other} words"] += theirs.total()
            totals[f"{other} words not ours"] += lost.total()
            missing[other].append((lost.total(), path, lost))
        extra = have - collections.Counter({w: max((b[w] for b in bags.values()), default=0) for w in have})
        totals["our words"] += have.total()
        totals["our words nobody else has"] += extra.total()
        missing["ours alone"].append((extra.total(), path, extra))
        if others["office"] is not None:
            printed = {" ".join(line.split()) for line in others["office"].split("\n")}
            ends = collections.defaultdict(set)
            for line in printed:
                ends[line[-20:]].add(line)
            for label, text in rows:
                if label and len(text) > 20 and any(line.endswith(text) for line in ends[text[-20:]]):
                    labels["labels"] += 1
                    labels["as LibreOffice"] += " ".join(f"{label} {text}".split()) in printed
    print(dict(totals), dict(labels))
    for other, papers_missing in missing.items():
        print(f"\n{other}: {sum(1 for m in papers_missing if m[0] == 0)} of {len(papers_missing)} papers without a difference")
        for count, path, lost in sorted(papers_missing, key=lambda m: -m[0])[:int(shown)]:
            if count:
                print(f"  {count}\t{path}\t" + " ".join(f"{w}*{c}" for w, c in lost.most_common(8)))


if __name__ == "__main__":
    main(*sys.argv[1:])
