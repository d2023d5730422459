using MouBuilder.Clauses;
using MouBuilder.Comparing;
using MouBuilder.Reviewing;
using MouBuilder.Text;
using Xunit;

namespace MouBuilder.Tests.Comparing;

/// <summary>A duty is called new or gone only where no sentence of the other text asks for it, and an edit in a sentence that binds is no mere wording.</summary>
public sealed class SettledDutyTests
{
    [Theory]
    [InlineData("The officer shall tell the principal why the visit is made. The officer shall leave when classes begin.", "The officer shall tell the principal why the visit is made and leave when classes begin.")]
    [InlineData("The officer shall sign in. The officer shall wear a badge. The officer shall leave by the front door.", "The officer shall wear a badge, shall leave by the front door and shall sign in.")]
    [InlineData("The department shall keep every record confidential and shall not release it without consent.", "The department shall keep every record confidential.\n\nThe department shall not release it without consent.")]
    [InlineData("The principal shall call a parent. The principal may end a visit at any time.", "The principal may end a visit at any time and shall call a parent.")]
    public void Sentences_put_together_in_another_way_lose_no_duty(string old, string now)
    {
        foreach ((string from, string to) in new[] { (old, now), (now, old) })
        {
            Assert.DoesNotContain(Changed(from, to).Duties, d => d.OldModal is null || d.NewModal is null);
        }
    }

    [Theory]
    [InlineData("The Department shall send the district each report.", "The Department shall destroy fingerprints of children.")]
    [InlineData("The Department shall call a parent at once.", "The Department shall not call a parent at once.")]
    [InlineData("The Department shall tell the principal of each arrest.", "The principal shall tell the Department of each arrest.")]
    public void One_duty_in_the_place_of_another_hides_neither(string old, string now)
    {
        const string Kept = "The parties meet in the library of the school on the first day of each month, and the minutes of the meeting lie open there.";
        string[] gone = [.. Changed($"{old}\n\n{Kept}", $"{Kept}\n\n{now}").Duties.SelectMany(d => new[] { Of(d.OldActor, d.OldModal, d.OldAct), Of(d.NewActor, d.NewModal, d.NewAct) }).OfType<string>()];
        Assert.Equal([old.TrimEnd('.'), now.TrimEnd('.')], gone);

        static string? Of(string? actor, string? modal, string act) => modal is null ? null : $"{actor} {modal} {act}";
    }

    [Fact]
    public void A_sentence_that_stands_elsewhere_did_not_become_the_one_in_its_place()
    {
        DutyChange[] duties = [.. Changed(
            "An officer shall not search lockers of students in the morning. The parent hears of it. An officer shall report each search to the chief.",
            "An officer shall report each search to the chief. The parent hears of it. An officer shall not wear plain clothes.").Duties];
        Assert.Equal(["search lockers of students in the morning", "wear plain clothes"], duties.Select(d => d.OldAct + d.NewAct));
        Assert.All(duties, d => Assert.True(d.OldModal is null || d.NewModal is null));
    }

    [Theory]
    [InlineData("A student may have a teacher present for support. The officer shall stop when asked. A student may ask for a teacher to be present in an inquiry.", "The officer shall stop when asked. A student may ask for a teacher to be present in an inquiry.", "have a teacher present for support")]
    [InlineData("The Department shall tell a parent within two hours of an arrest. The school keeps a list. The Department shall tell a parent within two hours of a ticket.", "The Department shall tell a parent within two hours of an arrest. The school keeps a list.", "tell a parent within two hours of …")]
    public void A_sentence_that_stood_beside_a_duty_does_not_keep_it(string old, string now, string act)
    {
        DutyChange gone = Assert.Single(Changed(old, now).Duties);
        Assert.Equal((null, act), (gone.NewModal, gone.OldAct));
        DutyChange come = Assert.Single(Changed(now, old).Duties);
        Assert.Equal((null, act), (come.OldModal, come.NewAct));
    }

    [Theory]
    [InlineData("The officer shall not use a taser on a student. The officer shall not use a dog on a student.", "The officer shall not use a dog on a student. The officer may use a taser on a student.", "The officer shall not use a taser on a student", "The officer may use a taser on a student")]
    [InlineData("The principal shall tell the parent. The principal shall tell the officer.", "The principal may tell the officer. The principal shall tell the parent.", "The principal shall tell the officer", "The principal may tell the officer")]
    [InlineData("Staff shall call the nurse. Staff shall call the parent. Staff shall call the police.", "Staff shall call the police. Staff shall call the nurse. Staff may call the parent.", "Staff shall call the parent", "Staff may call the parent")]
    [InlineData("An officer shall not question a student without a parent. An officer shall not search a student without a warrant.", "An officer shall not search a student without a warrant. An officer shall not question a student without a warrant.", "An officer shall not question a student without a parent", "An officer shall not question a student without a warrant")]
    public void Of_sentences_that_begin_alike_the_one_that_was_edited_is_told(string old, string now, string gone, string come)
    {
        foreach ((string from, string to, string left, string came) in new[] { (old, now, gone, come), (now, old, come, gone) })
        {
            DutyChange[] duties = [.. Changed(from, to).Duties];
            Assert.Equal([left], duties.Where(d => d.OldModal is not null).Select(d => Duty.Quote(d.OldActor, d.OldModal, d.OldAct)));
            Assert.Equal([came], duties.Where(d => d.NewModal is not null).Select(d => Duty.Quote(d.NewActor, d.NewModal, d.NewAct)));
        }
    }

    [Fact]
    public void What_two_duties_are_about_is_no_other_order_of_words() =>
        Assert.Equal(ChangeRank.DutyOrRight, Changed("The officer shall keep the log for two years. The officer shall keep the tape for five years.", "The officer shall keep the tape for two years. The officer shall keep the log for five years.").Rank);

    [Fact]
    public void A_sentence_put_together_of_another_and_of_new_words_may_be_the_one_that_left_its_clause()
    {
        const string Paper = "# A\n\n## 1. Searches\n\n### 1.1 Lockers\n\n{0}\n\n### 1.2 Phones\n\n{1}\n\n### 1.3 Bags\n\nA teacher keeps bags that are found until the end of the week, and then gives them to the office of the school.\n";
        const string Locker = "An officer shall not search a locker without a warrant.";
        const string Phone = "An officer shall not search a phone. A teacher may hold a phone until the end of the day.";
        string old = string.Format(null, Paper, Locker + " School staff may search a locker when they have good reason.", Phone);
        string now = string.Format(null, Paper, "School staff may search a locker when they have good reason.", "An officer shall not search a locker without a warrant. A teacher may hold a phone until the end of the day.");
        foreach ((string from, string to) in new[] { (old, now), (now, old) })
        {
            Comparison comparison = Comparer.Compare(ComparisonSide.Of(TypedPaper.Read(from)), ComparisonSide.Of(TypedPaper.Read(to)));
            DutyChange only = Assert.Single(comparison.Parts.SelectMany(p => p.Duties));
            Assert.Equal("search a phone", only.OldAct + only.NewAct);
            Assert.Equal(2, comparison.Parts.Sum(p => p.SentenceMoves.Count(m => m.Old == Locker && m.New == Locker)));
        }
    }

    [Theory]
    [InlineData("An officer shall not do the following in a school, and the principal shall tell the District of it:", "An officer shall not do the following in a school … handcuff a student")]
    [InlineData("The principal shall tell the District of it, and an officer shall not:", "an officer shall not … handcuff a student")]
    public void An_item_belongs_to_the_words_that_ask_for_what_follows(string lead, string told)
    {
        DutyChange gone = Assert.Single(Changed(lead + "\n\n- search a student\n- handcuff a student\n", lead + "\n\n- search a student\n").Duties);
        Assert.Equal(told, Duty.Quote(gone.OldActor, gone.OldModal, gone.OldAct));
    }

    [Fact]
    public void The_words_that_lead_to_an_item_do_not_keep_it()
    {
        const string Lead = "The Department shall report the following counts:\n\n- tickets\n- arrests\n";
        foreach ((string old, string now) in new[] { (Lead + "- searches\n", Lead), (Lead, Lead + "- searches\n") })
        {
            DutyChange duty = Assert.Single(Changed(old, now).Duties);
            Assert.Equal("report the following counts … searches", duty.OldAct + duty.NewAct);
            Assert.False(Changed(old, now).Told.HasStanding);
        }

        // One item in the place of another is no duty that became another.
        Assert.Equal(2, Changed(Lead + "- searches\n", Lead + "- fingerprints taken\n").Duties.Length);
    }

    [Theory]
    [InlineData("will", "may")]
    [InlineData("shall", "will")]
    [InlineData("must", "should")]
    public void Will_and_should_bind_as_well(string old, string now)
    {
        DutyChange duty = Assert.Single(Changed($"The officer {old} report each arrest to the principal.", $"The officer {now} report each arrest to the principal.").Duties);
        Assert.Equal((old, now), (duty.OldModal, duty.NewModal));
    }

    [Theory]
    [InlineData(Locale.En)]
    [InlineData(Locale.Es)]
    [InlineData(Locale.Vi)]
    public void Whatever_binds_has_a_word_on_the_page_and_in_the_memo(Locale locale)
    {
        string[] modals = ["shall", "must", "may", "will", "should"];
        string Text(string who) => string.Join("\n\n", modals.SelectMany(m => new[] { $"{who} {m} keep a log of calls.", $"{who} {m} not search lockers of students." }));
        ReviewMaterial material = ReviewMaterial.Gather(Compare(Text("The Town"), Text("The District")), locale).Material;
        Assert.NotEmpty(ReviewPage.Write(material));
        if (locale == Locale.En)
        {
            Assert.NotEmpty(SummaryMemo.Of(material).Blocks);
        }
    }

    [Theory]
    [InlineData("An officer is employed at will.", "An officer of the town is employed at will.")]
    [InlineData("Should a parent object, the visit ends.", "Should a parent or guardian object, the visit ends.")]
    [InlineData("This is the will of the parties.", "This is the last will of the parties.")]
    [InlineData("A teacher who knows or should know of it calls a parent.", "A teacher who knows or should know of it first calls a parent.")]
    public void Not_every_will_or_should_binds(string old, string now) => Assert.Empty(Changed(old, now).Duties);

    [Fact]
    public void A_sentence_that_is_gone_is_told_once()
    {
        Comparison comparison = Compare("The officer shall sign in. A student may have a member of the staff of the school present for support, who puts no questions.", "The officer shall sign in.");
        string told = ComparisonMarkdown.Write(comparison);
        Assert.Contains("gone: “A student may have a member of the staff", told, StringComparison.Ordinal);
        Assert.DoesNotContain("in the older text alone", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_duty_that_moved_and_lost_its_exception_is_told_with_it()
    {
        DutyChange duty = Assert.Single(Changed(
            "The school shall call the police when a person is in danger. A teacher shall tell the principal before a call, unless there is no time.",
            "A teacher shall tell the principal before a call. The school shall call the police when a person is in danger or property is at risk.").Duties);
        Assert.Equal(("tell the principal before a call, unless there is no time", "tell the principal before a call"), (duty.OldAct, duty.NewAct));
    }

    [Theory]
    [InlineData("The Town shall bear the cost.", "The District shall bear the cost.", "District")]
    [InlineData("The Town may bear the cost. The District may keep a list.", "The Town shall bear the cost. The District may keep a list.", "Town")]
    [InlineData("The Town shall bear the cost.", "The Town shall bear the cost. The Town shall pay for each car.", "Town")]
    [InlineData("The Town shall bear the cost.", "The Town may bear the cost.", "")]
    [InlineData("Each Party shall bear its cost.", "The Town shall bear its cost.", "")]
    [InlineData("The Parties shall bear the cost of it.", "The Town shall bear the cost of it.", "")]
    [InlineData("The Town shall bear the cost.", "The Town shall bear the cost in full.", "")]
    public void Whoever_owes_what_he_did_not_owe_is_named(string old, string now, string who)
    {
        const string Kept = "\n\nThe Town shall keep a map. The District shall keep a list of its schools and of the streets around them.";
        string memo = MarkdownWriter.Write(SummaryMemo.Of(ReviewMaterial.Gather(Compare(old + Kept, now + Kept), Locale.En).Material));
        Assert.Equal(who.Length > 0 ? $"New duties for: {who}." : "", memo.Contains("New duties for", StringComparison.Ordinal) ? memo[memo.IndexOf("New duties for", StringComparison.Ordinal)..].Split('.')[0] + "." : "");
    }

    [Theory]
    [InlineData("The principal shall use best efforts to call a parent.", "The principal shall call a parent.", ChangeRank.DutyOrRight)]
    [InlineData("An officer shall tell the parent of an arrest.", "An officer shall tell the counselor of an arrest.", ChangeRank.DutyOrRight)]
    [InlineData("The district shall pay the cost of training.", "The district shall pay half the cost of training.", ChangeRank.DutyOrRight)]
    [InlineData("An officer shall wear a camera at all times on campus.", "An officer shall wear a camera when practicable on campus.", ChangeRank.DutyOrRight)]
    [InlineData("Records are confidential.", "Records are public.", ChangeRank.DutyOrRight)]
    [InlineData("The principal decides whether a parent is called.", "The officer decides whether a parent is called.", ChangeRank.DutyOrRight)]
    [InlineData("The agreement renews automatically each year.", "The agreement does not renew automatically.", ChangeRank.DutyOrRight)]
    [InlineData("Subject to Section 4, the officer may enter.", "Notwithstanding Section 4, the officer may enter.", ChangeRank.DutyOrRight)]
    [InlineData("A report shall be filed by the officer.", "A report shall be filed by the principal.", ChangeRank.DutyOrRight)]
    [InlineData("The parties shall meet every month.", "The parties shall meet every quarter.", ChangeRank.Deadline)]
    [InlineData("The parties shall meet annually.", "The parties shall meet semiannually.", ChangeRank.Deadline)]
    [InlineData("The police will answer within two business days.", "The police will answer within two days.", ChangeRank.Deadline)]
    [InlineData("The district shall keep records for five (5) years.", "The district shall keep records for five (7) years.", ChangeRank.Deadline)]
    [InlineData("In April of each year the parties shall meet.", "In May of each year the parties shall meet.", ChangeRank.Deadline)]
    [InlineData("“Quarter” means the months that end in August and November.", "“Quarter” means the months that end in July and October.", ChangeRank.Deadline)]
    [InlineData("The principal shall keep a log of all visits.", "The Principal shall keep a log of all visits.", ChangeRank.Wording)]
    [InlineData("The principal shall keep a log of visits of an officer.", "The principal shall keep a log of the visits of officers.", ChangeRank.Wording)]
    [InlineData("The District’s staff shall help at each event.", "The District's staff shall help at each event.", ChangeRank.Wording)]
    [InlineData("The officer shall wait for 10-12 minutes - or more.", "The officer shall wait for 10–12 minutes – or more.", ChangeRank.Wording)]
    [InlineData("The officer shall not bring a co-worker.", "The officer shall not bring a co‑worker.", ChangeRank.Wording)]
    [InlineData("WHEREAS the Police may be needed to keep order in schools;", "WHEREAS the Police are often needed to keep order in schools;", ChangeRank.DutyOrRight)]
    [InlineData("The officer is expected to attend meetings.", "The officer is encouraged to attend meetings.", ChangeRank.DutyOrRight)]
    [InlineData("Officers learn the law. The district is to pay for it.", "Officers learn the law.", ChangeRank.DutyOrRight)]
    [InlineData("Officers learn the law.\n\nThe district agrees to provide rooms.", "Officers learn the law.", ChangeRank.DutyOrRight)]
    [InlineData("Force is not used to punish, to be obeyed, or against words alone.", "Force is not used to punish, or to be obeyed against words alone.", ChangeRank.DutyOrRight)]
    [InlineData("Officers learn the law.\n\nOfficers come from all parts of town.", "Officers learn the law.", ChangeRank.Wording)]
    [InlineData("An officer may search only with a warrant, with consent, or in danger.", "An officer may search only with a warrant and with consent, or in danger.", ChangeRank.DutyOrRight)]
    [InlineData("If they conflict, law comes first, then this agreement, then the orders of a party.", "If they conflict, law comes first, then the orders of a party, then this agreement.", ChangeRank.DutyOrRight)]
    [InlineData("| Count | By |\n| --- | --- |\n| Arrests of students at school | DPD |", "| Count | By |\n| --- | --- |\n| Arrests of students at school | DPS |", ChangeRank.DutyOrRight)]
    [InlineData("| City | Signature |\n| --- | --- |\n| By: Mayor | |", "| City | Signature |\n| --- | --- |\n| By: Manager of Safety | |", ChangeRank.DutyOrRight)]
    [InlineData("Officers bring books, pens and paper.", "Officers bring books, paper, pens and maps.", ChangeRank.Wording)]
    [InlineData("Officers learn the law.\n\nThe parties therefore agree as follows.", "Officers learn the law.", ChangeRank.Wording)]
    [InlineData("Officers receive training in law.", "Officers receive training in the use of bicycles.", ChangeRank.Wording)]
    public void An_edit_weighs_as_what_its_sentence_says(string old, string now, ChangeRank rank) => Assert.Equal(rank, Changed(old, now).Rank);

    [Theory]
    [InlineData("The police will answer within two business days.", "The police will answer within two days.", "two business days", "two days")]
    [InlineData("The district shall keep records for five (5) years.", "The district shall keep records for five (7) years.", "five (5) years", "five (7) years")]
    public void A_time_of_which_words_were_kept_became_another(string old, string now, string before, string after)
    {
        Assert.Equal(new(before, after), Assert.Single(Changed(old, now).Deadlines));
        Assert.Equal(new(after, before), Assert.Single(Changed(now, old).Deadlines));
    }

    [Theory]
    [InlineData("An officer shall tell the parent the same day.", "An officer shall tell the parent.", "the same day", null)]
    [InlineData("An officer shall tell the parent on the same school day.", "An officer shall tell the parent on the next school day.", "the same school day", "the next school day")]
    [InlineData("An officer shall tell the parent within an hour.", "An officer shall tell the parent within a day.", "an hour", "a day")]
    [InlineData("The board shall read the log twice a year.", "The board shall read the log twice every two years.", "twice a year", "twice every two years")]
    [InlineData("The board shall meet four times a year.", "The board shall meet three times each year.", "four times a year", "three times each year")]
    [InlineData("The board shall read the log every 30 days.", "The board shall read the log every 90 days.", "every 30 days", "every 90 days")]
    [InlineData("The board shall meet once a week.", "The board shall meet.", "once a week", null)]
    public void A_time_without_a_number_is_a_time(string old, string now, string before, string? after)
    {
        PartChange change = Changed(old, now);
        Assert.Equal(ChangeRank.Deadline, change.Rank);
        Assert.Equal(new(before, after), Assert.Single(change.Deadlines));
        Assert.Equal(new(after, before), Assert.Single(Changed(now, old).Deadlines));
    }

    [Theory]
    [InlineData("The board shall meet once a year.", "The board shall meet once each year.")]
    [InlineData("The board shall meet each year.", "The board shall meet every year.")]
    public void The_same_time_in_other_words_is_wording(string old, string now)
    {
        Assert.Equal(ChangeRank.Wording, Changed(old, now).Rank);
        Assert.Empty(Changed(old, now).Deadlines);
    }

    [Theory]
    [InlineData("The Town shall store a record in a locked place and shall destroy it after one year.", "The Town shall destroy a record after one year.", "The Town shall store a record in a locked place …")]
    [InlineData("The Town shall send a written copy of the report to the parent and shall send a written copy of the report to the principal.", "The Town shall send a written copy of the report to the parent.", "The Town … shall send a written copy of the report …")]
    public void Of_two_duties_of_one_sentence_the_one_that_went_is_gone(string old, string now, string gone)
    {
        DutyChange duty = Assert.Single(Changed(old, now).Duties);
        Assert.Equal((null, gone), (duty.NewModal, Duty.Quote(duty.OldActor, duty.OldModal, duty.OldAct)));
        Assert.DoesNotContain("the same duties stand", ComparisonMarkdown.Write(Compare(old, now)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A parent is entitled to a copy free of charge.", "A parent may buy a copy.", "“is entitled to” becomes “may buy”")]
    [InlineData("A parent may buy a copy.", "A parent is entitled to a copy free of charge.", "“may buy” becomes “is entitled to”")]
    public void A_right_in_other_words_than_may_is_told_with_what_stands_in_its_place(string old, string now, string told) =>
        Assert.Contains(told, ComparisonMarkdown.Write(Compare(old, now)), StringComparison.Ordinal);

    [Fact]
    public void A_recital_binds_nobody() => Assert.Empty(Changed("WHEREAS the Police may be needed to keep order;", "WHEREAS the Police are needed to keep order;").Duties);

    private static PartChange Changed(string old, string now) => Assert.Single(Compare(old, now).Parts, p => p.Rank != ChangeRank.None);

    private static Comparison Compare(string old, string now) => Comparer.Compare(Side(old), Side(now));

    private static ComparisonSide Side(string text) => ComparisonSide.Of(TypedPaper.Read($"# Memorandum\n\nBetween the Denver District (“District”) and the Town of Denver (“Town”).\n\n## 1. Rules\n\n{text}\n"));
}
