using System.Collections.Immutable;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Yaml;

namespace MouBuilder.Agreements;

/// <summary>Reads the keys of an agreement file.</summary>
internal sealed class AgreementReader(string path, DiagnosticBag bag)
{
    public Agreement Read(YamlKeys keys)
    {
        string id = ReadId(keys);
        string library = Resolve(keys.Required("library"));
        Agreement agreement = new()
        {
            Id = id,
            Title = keys.RequiredLine("title"),
            Instrument = ReadInstrument(keys),
            Revision = keys.Line("revision"),
            Status = keys.Choice("status", AgreementStatus.Draft),
            Dates = ReadDates(keys),
            LawAsOf = keys.Date("law_as_of"),
            Drafter = keys.Line("drafter"),
            Notice = keys.Text("notice", ""),
            LibraryFolder = library,
            TemplateFolder = keys.Text("templates") is { } templates ? Resolve(templates) : Path.Combine(library, "..", "templates"),
            Template = keys.Scalar("template") is { } template ? new(template.Value, template.Place) : new("agreement", keys.Place),
            Locales = ReadLocales(keys),
            Parties = ReadParties(keys),
            Sections = [.. keys.Maps("sections", "a section").Select(ReadSection)],
            Exhibits = ReadExhibits(keys),
            Fill = keys.Entries("fill"),
            Local = ReadLocal(keys),
            Accepted = [.. keys.Maps("accepted", "an accepted finding").Select(ReadAccepted)],
            Covers = ClauseReader.NamesOf(keys, "covers"),
            Committed = [.. keys.Maps("committed", "a commitment").SelectMany(c => AnswerReader.ReadCommitted(c, bag))],
            Declined = [.. keys.Maps("declined", "a declined entry").Select(r => AnswerReader.ReadRefusal(r, bag))],
            NotApplicable = [.. keys.Maps("not_applicable", "an entry that does not apply").Select(r => AnswerReader.ReadRefusal(r, bag))],
            NotSaid = ClauseReader.NamesOf(keys, "not_said"),
            Reconstruction = keys.Text("reconstruction", ""),
            Unknown = ClauseReader.NamesOf(keys, "unknown"),
            Translations = ReadTranslations(keys),
            FamilyContact = keys.Line("family_contact"),
            Path = path,
        };
        if (agreement.Sections.IsEmpty && keys.List("sections").IsEmpty)
        {
            bag.NoSections(keys.PlaceOf("sections"));
        }

        keys.Finish();
        return agreement;
    }

    private static ImmutableArray<AgreementTranslation> ReadTranslations(YamlKeys keys)
    {
        if (keys.Map("translations", "the translations") is not { } languages)
        {
            return [];
        }

        var translations = ImmutableArray.CreateBuilder<AgreementTranslation>();
        foreach (Locale locale in new[] { Locale.Es, Locale.Vi })
        {
            if (languages.Map(KebabCase.Of(locale), "a translation") is { } inner)
            {
                translations.Add(new(locale, inner.Choice("state", PlainState.Draft), inner.Line("title"), inner.Text("notice", "").Trim(), inner.Text("reconstruction", "").Trim()));
                inner.Finish();
            }
        }

        languages.Finish();
        return translations.ToImmutable();
    }

    private string Resolve(string relative) => Path.Combine(Path.GetDirectoryName(path) ?? "", relative);

    private string ReadId(YamlKeys keys)
    {
        string id = keys.Required("agreement");
        if (id.Length > 0 && !AgreementName.IsId(id))
        {
            bag.BadAgreementId(keys.PlaceOf("agreement"), id);
        }

        return id;
    }

    private Instrument ReadInstrument(YamlKeys keys)
    {
        string written = keys.Text("instrument", "MOU");
        if (written is not ("MOU" or "IGA"))
        {
            bag.BadValue(keys.PlaceOf("instrument"), "instrument", written, "Write MOU or IGA.");
        }

        return written == "IGA" ? Instrument.Iga : Instrument.Mou;
    }

    private AgreementDates ReadDates(YamlKeys keys)
    {
        if (keys.Map("dates", "the dates") is not { } inner)
        {
            return new(null, null, null, null);
        }

        AgreementDates dates = new(inner.Date("drafted"), inner.Date("effective"), inner.Date("expires"), inner.Date("next_review"));
        inner.Finish();
        if (dates.Expires < dates.Effective)
        {
            bag.ExpiresBeforeEffective(inner.PlaceOf("expires"));
        }

        return dates;
    }

    private ImmutableArray<string> ReadLocales(YamlKeys keys)
    {
        ImmutableArray<YamlScalar> written = keys.Texts("locales");
        foreach (YamlScalar locale in written.Where(l => l.Value is not ("en" or "es" or "vi")))
        {
            bag.BadValue(locale.Place, "locales", locale.Value, "Write en, es or vi.");
        }

        return !keys.Has("locales") ? ["en"] : [.. written.Select(l => l.Value)];
    }

    private ImmutableArray<Party> ReadParties(YamlKeys keys)
    {
        var parties = ImmutableArray.CreateBuilder<Party>();
        foreach (YamlEntry entry in keys.Entries("parties"))
        {
            if (!ClauseName.IsField(entry.Key) || ClauseName.IsReserved(entry.Key))
            {
                bag.BadRole(entry.At, entry.Key);
            }
            else if (entry.Value is YamlMap map)
            {
                parties.Add(ReadParty(entry, new(map, "a party", bag)));
            }
            else
            {
                bag.WrongKind(entry.Value.Place, $"The party \"{entry.Key}\"", "a set of keys", entry.Value.Kind);
            }
        }

        foreach (Party party in parties.Where(p => parties.TakeWhile(other => other != p).Any(other => p.Short.Length > 0 && other.Short == p.Short)))
        {
            bag.BadValue(party.Place, "short", party.Short, "Another party has the same short name; give each its own.");
        }

        return parties.ToImmutable();
    }

    private static Party ReadParty(YamlEntry entry, YamlKeys keys)
    {
        // Written and left empty it is not known yet: a gap wherever it is printed.
        string legalName = keys.IsWritten("legal_name") ? keys.Line("legal_name") : keys.RequiredLine("legal_name");
        Party party = new(
            entry.Key,
            legalName,
            keys.Line("name", legalName),
            keys.Line("short", keys.Line("name", legalName)),
            keys.Text("kind", ""),
            keys.Line("acting_through"),
            ReadNotices(keys),
            [.. keys.Maps("signatures", "a signature").Select(ReadSignature)],
            [.. keys.Maps("approvals", "an approval").Select(ReadApproval)],
            entry.At);
        keys.Finish();
        return party;
    }

    private static NoticeAddress ReadNotices(YamlKeys keys)
    {
        if (keys.Map("notices", "a notice address") is not { } inner)
        {
            return new("", "", "");
        }

        NoticeAddress notices = new(inner.Line("office"), inner.Text("address", ""), inner.Text("email", ""));
        inner.Finish();
        return notices;
    }

    private static PartySignature ReadSignature(YamlKeys keys)
    {
        PartySignature signature = new(keys.Choice("capacity", SignatureCapacity.Signs), keys.RequiredLine("office"));
        keys.Finish();
        return signature;
    }

    private static PartyApproval ReadApproval(YamlKeys keys)
    {
        PartyApproval approval = new(keys.RequiredLine("body"), keys.Date("date"), keys.Line("reference"), keys.Place);
        keys.Finish();
        return approval;
    }

    private AgreementSection ReadSection(YamlKeys keys)
    {
        string heading = keys.RequiredLine("heading");
        SectionKind kind = keys.Choice("kind", SectionKind.Numbered);
        var uses = ImmutableArray.CreateBuilder<ClauseUse>();
        foreach (YamlNode item in keys.List("clauses"))
        {
            if (ReadUse(item) is { } use)
            {
                uses.Add(use);
            }
        }

        bool isEmpty = keys.List("clauses").IsEmpty;
        keys.Finish();
        if (kind == SectionKind.Recitals && uses.Count != 1)
        {
            bag.RecitalsHoldOneClause(keys.Place);
        }
        else if (isEmpty)
        {
            bag.SectionWithoutClauses(keys.Place, heading);
        }

        return new(heading, kind, uses.ToImmutable(), keys.Place);
    }

    private ClauseUse? ReadUse(YamlNode item)
    {
        switch (item)
        {
            case YamlScalar scalar:
                return ReadUse(scalar.Value, scalar.Place, []);
            case YamlMap map:
                YamlKeys keys = new(map, "the use of a clause", bag);
                string written = keys.Required("use");
                ImmutableArray<YamlEntry> fill = keys.Entries("fill");
                keys.Finish();
                return written.Length == 0 ? null : ReadUse(written, keys.PlaceOf("use"), fill);
            default:
                bag.WrongKind(item.Place, "Each entry of \"clauses\"", "a text such as \"purpose@2.0.0\"", item.Kind);
                return null;
        }
    }

    private ClauseUse? ReadUse(string written, Source place, ImmutableArray<YamlEntry> fill)
    {
        string[] parts = written.Split('@');
        if (parts.Length == 2 && ClauseName.IsId(parts[0]) && VersionSpec.IsValid(parts[1]))
        {
            return new(parts[0], parts[1], place) { Fill = fill };
        }

        bag.BadUse(place, written);
        return null;
    }

    private ImmutableArray<AgreementExhibit> ReadExhibits(YamlKeys keys)
    {
        var exhibits = ImmutableArray.CreateBuilder<AgreementExhibit>();
        foreach (YamlKeys inner in keys.Maps("exhibits", "an exhibit"))
        {
            string title = inner.RequiredLine("title");
            string template = inner.Required("template");
            YamlNode? data = inner.Node("data");
            if (data is not null and not YamlMap)
            {
                bag.WrongKind(data.Place, "\"data\"", "a set of keys", data.Kind);
            }

            string id = inner.Text("id", $"exhibit-{exhibits.Count + 1}");
            if (!ClauseName.IsId(id) || exhibits.Any(e => e.Id == id))
            {
                bag.BadExhibitId(inner.PlaceOf("id"), id);
            }

            inner.Finish();
            exhibits.Add(new(id, title, new(template, inner.PlaceOf("template")), inner.Place) { Data = data as YamlMap });
        }

        return exhibits.ToImmutable();
    }

    private ImmutableArray<LocalClause> ReadLocal(YamlKeys keys)
    {
        var local = ImmutableArray.CreateBuilder<LocalClause>();
        foreach (YamlEntry entry in keys.Entries("local"))
        {
            if (!ClauseName.IsId(entry.Key))
            {
                bag.BadClauseId(entry.At, entry.Key);
            }
            else if (entry.Value is not YamlMap map)
            {
                bag.WrongKind(entry.Value.Place, $"The local text of \"{entry.Key}\"", "a set of keys", entry.Value.Kind);
            }
            else
            {
                YamlKeys inner = new(map, "a local clause text", bag);
                string departsFrom = inner.Text("departs_from", "");
                inner.Required("reason");
                if (ClauseReader.ReadText(entry.Key, VersionSpec.Local, VersionStatus.Published, inner, "", bag, mayGoBySection: true) is { } text)
                {
                    local.Add(new(text, departsFrom, entry.At));
                }
            }
        }

        return local.ToImmutable();
    }

    private static AcceptedFinding ReadAccepted(YamlKeys keys)
    {
        AcceptedFinding accepted = new(keys.Required("code"), keys.Required("clause"), keys.Required("fingerprint"), keys.Required("reason"), keys.Place);
        keys.Finish();
        return accepted;
    }
}
