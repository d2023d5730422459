using MouBuilder.Documents;
using static MouBuilder.Tests.Word.Samples;

namespace MouBuilder.Tests.Word;

/// <summary>An agreement of a few pages that uses everything an agreement uses, for tests and for looking at.</summary>
internal static class SampleAgreement
{
    public static MouDocument Document { get; } = Make("the school");

    /// <param name="whoTells">A few words of one clause, so that a test can edit just them.</param>
    public static MouDocument Make(string whoTells) => Samples.Document(
        Properties with
        {
            Title = "Memorandum of Understanding between School District No. 1 in the City and County of Denver and State of Colorado and the City and County of Denver",
        },
        [new("counties", [P("A county without a police department of its own is served by its sheriff.")])],
        Front(ParagraphRole.Title, "Memorandum of Understanding"),
        Front(ParagraphRole.Subtitle, "between School District No. 1 in the City and County of Denver and State of Colorado and the City and County of Denver, acting through its Denver Police Department"),
        Front(ParagraphRole.Subtitle, "March 8, 2022"),
        Front(ParagraphRole.Notice, "Worked example set in March 2022, from a staff draft that was never adopted. Not in force. A later agreement was reported in September 2023: ask the district which rules apply today."),
        Recitals("recitals", "Recitals", Clause("background", "",
            List(
                ListKind.Recitals,
                I("The District is a public school district organized under the laws of the State of Colorado and educates the children of Denver."),
                I("The City provides police services within its limits through the Denver Police Department."),
                I("The Board of Education ended the assignment of school resource officers by resolution of June 11, 2020, and directed staff to bring a new agreement.")))),
        Section("purpose", "Purpose and definitions",
            Clause("aims", "Purpose",
                P(new TextRun("This memorandum says when police come to a school, what they may do there, and how the parties answer for it. It is to be read together with "),
                    new Reference("background"), new TextRun(" and "), new Reference("measures"), new TextRun("."))),
            Clause("definitions", "Definitions",
                P("In this memorandum:"),
                P(new TextRun("“"), new Term("Partner Officer", "Partner Officer", Emphasis.Bold), new TextRun("” means a sworn officer whom the Department names to serve the schools of a district on call, and who is not assigned to a school building."), new NoteMark("counties")),
                P(new TextRun("“"), new Term("Student", "Student", Emphasis.Bold), new TextRun("” means a person enrolled in a school of the District, whatever the person’s age.")))),
        Section("conduct", "Conduct in schools",
            Clause("no-discipline", "Discipline belongs to the school",
                P(new Term("Partner Officers", "Partner Officer"), new TextRun(" shall not take part in school discipline. In particular, a Partner Officer shall not be asked to:")),
                Ordered(
                    I("enforce a school rule, a dress code or a rule on attendance;"),
                    I("search a Student or a Student’s things, unless",
                        Ordered(
                            I("a warrant says so, or"),
                            I("a person’s life is in danger and there is no time to ask, in which case the officer"),
                            I("reports the search as follows:", Ordered(I("on the same day to the principal; and"), I("within five days to the District’s general counsel;"))))),
                    I("take part in a restorative conference without the consent of everyone in it; or", P("Consent is given in writing, in a language the person reads, and may be withdrawn at any time.")),
                    I("remove a Student from class."))),
            Clause("civil-rights", "Civil rights",
                P("The parties act without regard to race, color, national origin, disability, sex, sexual orientation, gender identity or expression, religion, or immigration status. They look at the figures listed in the exhibit for signs that they do not, and:"),
                Bullets(
                    I("they publish what they find;"),
                    I("they say what they will do about it; and"),
                    I("they ask the people concerned whether it helped.")))),
        Section("after", "After a ticket or an arrest",
            Clause("arrest-notification", "Notice after a ticket or an arrest",
                P(new TextRun($"When a Student is ticketed, arrested or taken into temporary custody at school, {whoTells} shall tell a parent or guardian within "), new Gap("parent_notice_hours"), new TextRun(" hours, in a language the parent understands. "),
                    new Reference("complaints", "Section"), new TextRun(" says what to do if that did not happen, and "), new Reference("no-discipline", "Section"), new TextRun(" what the notice must not be used for. The state’s rule on records is at "),
                    new Link("https://leg.colorado.gov/statutes", Words("leg.colorado.gov")), new TextRun(".")),
                new Heading(3, Words("When the parent cannot be reached")),
                P("The school keeps trying, writes down each attempt, and tells the emergency contacts on file.")),
            Clause("complaints", "Complaints",
                P("Anyone may complain to the District or to the Department, in any language, in writing or in person. Whoever receives a complaint sends it on within two business days to the office below."),
                new Table(
                    [ColumnAlignment.Left, ColumnAlignment.Left, ColumnAlignment.Right],
                    1,
                    [
                        Row("About", "Goes to", "Answered within"),
                        Row("A Partner Officer", "Office of the Independent Monitor and the Department’s internal affairs bureau", "30 days"),
                        Row("A member of the school’s staff", "The District’s ombudsperson", "20 days"),
                        Row("This memorandum", "Both parties’ representatives named in the notices", "45 days"),
                    ]))),
        Section("duration", "Term",
            Clause("term", "Term and review",
                P("This memorandum takes effect when the last party has signed and both approvals have been given. It ends after one year unless both parties renew it in writing after a public review."),
                P("Either party may end it by sixty days’ notice in writing."))),
        Unnumbered("signatures", "Signatures",
            P("The parties sign below through the officers whom their own law names. No signature binds a party until every approval its law asks for has been given."),
            new SignatureBlock("School District No. 1 in the City and County of Denver and State of Colorado", null, [new(SignatureCapacity.Signs, "Superintendent"), new(SignatureCapacity.ApprovesAsToForm, "General Counsel")]),
            new SignatureBlock(
                "City and County of Denver",
                "Denver Police Department",
                [
                    new(SignatureCapacity.Signs, "Mayor"), new(SignatureCapacity.Recommends, "Chief of Police"), new(SignatureCapacity.ApprovesAsToForm, "City Attorney"),
                    new(SignatureCapacity.RegistersAndCountersigns, "Manager of Finance"), new(SignatureCapacity.Attests, "Clerk and Recorder"),
                ])),
        new Exhibit("measures", Words("What the parties count"), [
            P("The parties publish these figures every quarter, by school, and by race, disability, sex and English learner status wherever the law allows."),
            new Table(
                [ColumnAlignment.Left, ColumnAlignment.Left, ColumnAlignment.Center],
                2,
                [
                    new([Cell("Measure", rows: 2), Cell("Where it comes from", columns: 2)]),
                    new([Cell("Record"), Cell("Kept by")]),
                    Row("Calls from a school to the police, with the reason", "Dispatch log", "Department"),
                    Row("Tickets and arrests at school", "Citations; booking records", "Department"),
                    new([Cell("Referrals to restorative practices, and how many were completed"), new([P("Referral log, which says"), Ordered(I("who was referred, and"), I("by whom"))]), Cell("District")]),
                ]),
        ]),
        new Exhibit("contacts", Words("Who to call"), [P("The school’s front office answers first. The number is on the school’s page.")]));
}
