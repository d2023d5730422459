#!/usr/bin/env python3
"""Writes the words whose syllables our rule counts wrongly.

The CMU Pronouncing Dictionary says how many vowels a word is spoken with; its first pronunciation counts. The rule below is the one of
src/MouBuilder/Plain/EnglishSyllables.cs, and a test holds the two against each other over the list this script writes.

    apt-get download pocketsphinx-en-us && dpkg -x pocketsphinx-en-us_*.deb pocketsphinx
    python3 scripts/english-syllables.py pocketsphinx/usr/share/pocketsphinx/model/en-us/cmudict-en-us.dict > src/MouBuilder/Plain/english-syllables.txt
"""
import re
import sys

# Each pattern stands in src/MouBuilder/Plain/EnglishSyllables.cs letter for letter.
GROUP = re.compile(r"[aeiouy]+")
APART = re.compile(r"(?<![tscgx])i(?=[ao])(?!ou)|eo(?!u)|io(?=l|d|s[^t])|ua[lt]|(?<!q)ue[lnt]$|yi|uou|[aeo]i(?=ng$)|ie(?=t|nc)|iu|(?<!q)ui(?=t[iy]|n$)|(?<!r)ea(?=t(or|ion|ive))|iest$|ier$")
MUTE_INSIDE = re.compile(r"[^aeiouys]e(?=ly$|ment|ful|less|ness)|a(?=lly$)(?<=ica)")
MORE = [re.compile(p) for p in (r"[^aeiouy]sms?$|thms?$", r"n't$", r"^mc(?=[^aeiouy])")]
FEWER = [re.compile(p) for p in (r"[^aeiouyl]e$|[aeiouy]le$|lle$", r"[^aeiouytdl]ed$|[aeiouyr]led$", r"[^aeiouysxzlgch]es$|[^s]ches$(?<=aches)|[aeiouy]les$")]
HISSING = re.compile(r"(s|x|z|ch|sh|ce|ge|se|ze)$")


def rule(word):
    """Groups of vowels, without an e that is not spoken, and with two where the letters are read apart."""
    if word.endswith("'s"):
        base = word[:-2]
        return rule(base) + (1 if HISSING.search(base) else 0)
    letters = word.replace("'", "")
    count = len(GROUP.findall(letters)) + len(APART.findall(letters)) - len(MUTE_INSIDE.findall(letters))
    count += sum(1 for more in MORE if more.search(letters)) - sum(1 for fewer in FEWER if fewer.search(letters))
    return max(1, count)


def spoken(line):
    return sum(1 for sound in line.split()[1:] if sound[0] in "AEIOU")


def main(path):
    words = {}
    for line in open(path, encoding="utf-8"):
        word = line.split()[0]
        if re.fullmatch(r"[a-z]+('[a-z]+)?", word):
            words.setdefault(word, spoken(line))
    wrong = {w: n for w, n in words.items() if n > 0 and rule(w) != n}
    print(f"{len(words)} words, {len(wrong)} not by the rule, {100 - 100 * len(wrong) / len(words):.2f} %", file=sys.stderr)
    return words, wrong


if __name__ == "__main__":
    all_words, wrong_words = main(sys.argv[1])
    if len(sys.argv) > 2:
        from collections import Counter
        import random
        random.seed(1)
        for w in random.sample(sorted(wrong_words), 80):
            print(w, rule(w), wrong_words[w], file=sys.stderr)
    else:
        for w in sorted(wrong_words):
            print(w, wrong_words[w])
