### Words of the decision process, in plain language. The keys stand in dialogs/understanding/process_terms.py.
### `.source` is the legal source. Where there is no statute: "General municipal practice".

## When a matter is put off or sent back

term-minority-remittal = Minority remittal and minority tabling (minoritetsåterremiss, minoritetsbordläggning) mean that at least one third of the members present can have a matter sent back or postponed against the will of the majority. This exists only in the municipal council. In committees and working committees the majority decides.
    .source = Local Government Act (kommunallagen 2017:725), Chapter 5, Section 50
term-remittal = Remittal (återremiss) means that a matter is sent back for more preparation before it is decided. The decision must state why, so that those who receive it know what to do. A proposal for a sub-goal then gets a new version, and the old one stays readable.
    .source = Local Government Act (kommunallagen 2017:725), Chapter 5, Section 50 (the council); general municipal practice for committees
term-tabling = Tabling (bordläggning) means that the decision is postponed to a later meeting. Meanwhile the matter is locked: nothing may be added or changed. If more material is needed, the matter is remitted (återremiss) instead.
    .source = General municipal practice

## Minutes and their adjustment

term-immediate-adjustment = Immediate adjustment (omedelbar justering) means that an urgent item of the minutes is adjusted at the meeting itself and put on the notice board directly afterwards. The decision can then be sent out and carried out without waiting for the rest of the minutes.
    .source = Local Government Act (kommunallagen 2017:725), Chapter 8, Section 12 (the notice); otherwise general municipal practice
term-adjustment = Adjustment (justering) means that the chair and an adjuster sign that the minutes are correct. It must be done within 14 days of the meeting. Only then does a decision on goals and sub-goals count in the record. After that the text may not be replaced: a mistake is corrected in a new, visible note.
    .source = Local Government Act (kommunallagen 2017:725), Chapter 5, Section 69 and Chapter 6, Section 35
term-notice = Notice (anslag) means that the municipality announces on its digital notice board that minutes have been adjusted. It must be put up no later than the second day after the adjustment. It stays there for the whole appeal period, which is counted from the day it was put up.
    .source = Local Government Act (kommunallagen 2017:725), Chapter 8, Section 12 and Chapter 13, Section 5
term-extract = An extract of the minutes (protokollsutdrag) is a certified copy of a single item (§) of the minutes. It is what is sent to those concerned by the decision. The committee office produces it in the registry system, not here.
    .source = General municipal practice
term-minutes = The minutes (protokoll) show what was decided, who took part, which motions were not withdrawn, how members voted and who recorded dissent. Each matter has its own numbered item (§). The text is settled once the minutes are adjusted, and nothing may be silently replaced after that.
    .source = Local Government Act (kommunallagen 2017:725), Chapter 5, Sections 65–67 and 69, and Chapter 6, Section 35
term-correction = Correction (rättelse) means that an evident slip in a decision or in the minutes is corrected openly. The old text stays, and it is shown what was changed, when, why and by whom. A decision that people regret cannot be corrected: that takes a new decision.
    .source = Administrative Procedure Act (förvaltningslagen 2017:900), Section 36 (the principle); Parliamentary Ombudsman (JO), case 581-2013

## Appeal

term-legality-review = Review of legality (laglighetsprövning) means that the administrative court examines whether a municipal decision is lawful, not whether it is wise. Any member of the municipality can ask for it within three weeks of the day of the notice. The court can annul the decision but not put another in its place.
    .source = Local Government Act (kommunallagen 2017:725), Chapter 13, Sections 1, 5 and 8
term-appeal = Any member of the municipality can appeal (överklaga) a committee's decision on goals and sub-goals to the administrative court. It must be done within three weeks of the day of the notice. If the last day is a Saturday, a public holiday, or Midsummer, Christmas or New Year's Eve, the next working day counts. The working committee's proposal cannot as a rule be appealed.
    .source = Local Government Act (kommunallagen 2017:725), Chapter 13, Sections 1, 2 and 5; Act (1930:173) on the calculation of statutory time
term-legal-force = Legal force (laga kraft) means that a decision can no longer be appealed. It comes when the appeal period has ended without an appeal, or when an appeal is finally settled and the decision stands. The decision may be carried out before that, unless there are special reasons to wait.
    .source = Local Government Act (kommunallagen 2017:725), Chapter 13, Sections 5 and 14
term-annulment = Annulment (upphävande) means that a court has found a decision unlawful and that it no longer applies. The court puts no new decision in its place. The record then shows the latest list that is not annulled, labelled with its own year.
    .source = Local Government Act (kommunallagen 2017:725), Chapter 13, Section 8

## Who decides

term-delegation = Delegation (delegation) means that someone else, such as a sub-committee or an employee, may decide certain matters in the committee's name. These decisions are reported back. Decisions on an operation's goals may never be delegated. That is why the working committee can only propose goals and sub-goals.
    .source = Local Government Act (kommunallagen 2017:725), Chapter 6, Section 38
term-working-committee = The working committee (arbetsutskott, AU) is a small group of members that prepares matters for the committee. It prepares and proposes goals and sub-goals but may never decide them: that cannot be delegated. Its proposals are therefore never sent out as decisions.
    .source = Local Government Act (kommunallagen 2017:725), Chapter 6, Section 38
term-council = The municipal council (kommunfullmäktige, KF) is the elected assembly and sets the goals of the whole municipality. Each committee then often decides its own goals and sub-goals. In some municipalities the council also adopts those of the municipal executive board (kommunstyrelsen).
    .source = Local Government Act (kommunallagen 2017:725), Chapter 5, Section 1
term-decision = A decision (beslut) is what a committee or the council has settled at a meeting. A proposal from an official or from the working committee is not a decision. In the record, a decision on sub-goals counts from the day the minutes are adjusted. It may be carried out before it gains legal force, unless there are special reasons to wait.
    .source = Local Government Act (kommunallagen 2017:725), Chapter 6, Section 38 and Chapter 13, Section 14
term-conflict-of-interest = Conflict of interest (jäv) means that someone has a stake of their own in the matter, or may for another reason be thought partial. That person must say so and may not take part when the matter is dealt with. A declared conflict is noted in the minutes.
    .source = Local Government Act (kommunallagen 2017:725), Chapter 6 (elected members) and Chapter 7 (employees)

## At the meeting

term-motion-in-meeting = A motion at the meeting (yrkande) is what a member, or a substitute serving as one, wants the committee to decide: for example approval, rejection, a change, an addition, tabling or remittal. An official does not move motions but hands in proposals (förslag). Motions that are not withdrawn are shown in the minutes.
    .source = Local Government Act (kommunallagen 2017:725), Chapter 5, Section 67 (the minutes); otherwise general municipal practice
term-voting = The chair puts a proposal for decision (proposition) and the members answer yes or no. Usually it is settled by voice (acklamation). If even one member asks for it, the votes are counted (omröstning or votering). Formal motions such as remittal are tried first, additions last.
    .source = Local Government Act (kommunallagen 2017:725), Chapters 5 and 6; otherwise general municipal practice
term-approval = Approval (bifall) means yes to a proposal and rejection (avslag) means no. A proposal can also be approved with a change. It is the members who approve or reject. The officer in charge only recommends a yes (tillstyrker) or a no (avstyrker).
    .source = General municipal practice
term-reservation = A reservation (reservation) is the recorded dissent of a member who took part in the decision. It must be announced before the meeting ends. Reasons for it must be given in writing. The decision applies all the same.
    .source = Local Government Act (kommunallagen 2017:725), Chapter 4; Chapter 5, Section 67 (the minutes)

## Preparation and papers

term-agenda = The notice of meeting (kallelse) says when the meeting is and holds the agenda (föredragningslista) and the papers. It is usually sent about a week before. Once a proposal is on the notice of meeting, its text is locked.
    .source = The committee's rules of procedure (reglemente) and general municipal practice
term-preparation = Preparation (beredning) means that the basis for a decision is produced, first by officials and then often by the working committee. It is not a decision. If the council is to decide, a committee must have prepared the matter first (beredningstvång). That rule does not apply when the committee itself decides.
    .source = Local Government Act (kommunallagen 2017:725), Chapter 5, Sections 26–28 (matters in the council); otherwise general municipal practice
term-official-letter = The official's paper (tjänsteskrivelse) is what the officials give the politicians to decide on. It holds the proposed decision, a summary of the matter, who is to receive the decision and who the officer in charge is. It is a proposal, not a decision and not a motion.
    .source = General municipal practice
term-case-officer = The officer in charge (handläggare) is the official responsible for preparing the matter, for example the chief executive. The officer goes through the proposals, can ask for more, and recommends yes or no with reasons. The officer does not decide goals or sub-goals.
    .source = General municipal practice
term-matter = A matter (ärende) is a question that the municipality handles from start to decision and follow-up. Each year's goals and sub-goals are one matter, which gathers all proposals for change. The registrar gives it its registration number.
    .source = General municipal practice
term-diary-number = The registration number (diarienummer, dnr) is the matter's unique number in the register, for example KS 2025/39. The registrar issues it, never this service. If the record holds no number, I say that it is missing.
    .source = Public Access to Information and Secrecy Act (offentlighets- och sekretesslagen 2009:400), Chapter 5, Sections 1–2
term-dispatch = Dispatch (expediering) means that the decision is sent to those who are to carry it out or need to know of it. They must be named in the minutes. It is done once the minutes are adjusted, and never for a proposal from the working committee.
    .source = General municipal practice
term-public-document = A public document (allmän handling) is held by the municipality and has been received or drawn up there. Anyone may ask for it, and secrecy is then examined. Your own draft is as a rule not public. A proposal from the committee's own staff is public at the latest when the matter is closed, or earlier if sent out. One from another committee is public at once.
    .source = Freedom of the Press Act (tryckfrihetsförordningen), Chapter 2; Public Access to Information and Secrecy Act (2009:400), Chapter 5, Section 1
term-working-material = Working material (arbetsmaterial) is an everyday word that does not settle whether something is public. What counts is whether the document has been received, sent out, finished or archived, or whether the matter is closed. A draft that only its author sees is as a rule not a public document.
    .source = Freedom of the Press Act (tryckfrihetsförordningen), Chapter 2, Sections 9, 10 and 12

## Goals and sub-goals

term-goal-and-subgoal = A goal (mål) says what a committee wants to achieve over a period of several years, for example 2024–2026. A sub-goal (delmål) is what gets special focus in one particular year. Sub-goals are therefore looked over every year, while the goals mostly stay. Both are decided by the politicians, never by the working committee alone.
    .source = Local Government Act (kommunallagen 2017:725), Chapter 6, Section 38; otherwise general municipal practice

## More words that one meets in a municipality

term-motion = A council motion (motion) is a written proposal from one or more members of the municipal council. It is prepared before the council takes a position. It is not the same as a motion at a meeting (yrkande), and an official cannot hand one in.
    .source = Local Government Act (kommunallagen 2017:725), Chapter 5
term-citizens-proposal = A citizens' proposal (medborgarförslag) is a proposal to the municipality from someone registered as living there. It can be made only where the council has decided to allow it. It is handed to the municipality, not in this service.
    .source = Local Government Act (kommunallagen 2017:725), Chapter 8
term-interpellation = An interpellation (interpellation) is a written question with reasons from a member of the council, mostly to the chair of a committee. It is answered and debated at a council meeting. It does not lead to a decision on goals or sub-goals.
    .source = Local Government Act (kommunallagen 2017:725), Chapter 5
term-referral-for-comment = Referral for comment (remiss) means that a proposal is sent to others, such as another committee or a unit, for their views. The answer (yttrande, remissvar) is not a decision in the matter. Remittal (återremiss) is something else: the matter is then sent back for more preparation.
    .source = General municipal practice
term-member-initiative = A member's initiative (nämndsinitiativ, ledamotsinitiativ) means that a member raises a matter in their own committee. The committee can decide to have it prepared first. An official has no such right but hands in proposals during the preparation.
    .source = Local Government Act (kommunallagen 2017:725), Chapter 4
term-quorum = A quorum (kvorum, beslutförhet) means that enough members are present for the committee to decide. More than half of the members must be there, and substitutes serving as members are counted. Otherwise the committee cannot deal with the matter.
    .source = Local Government Act (kommunallagen 2017:725), Chapter 6, Section 27
term-chair = The chair (ordförande) leads the meeting, gives members the floor, puts proposals to a decision and adjusts the minutes together with an adjuster. If the votes are equal, the chair's vote decides. The chair alone may not decide goals or sub-goals.
    .source = Local Government Act (kommunallagen 2017:725), Chapter 6
term-service-of-decision = Service (delgivning) means that someone is given a decision in a way that can be proved, under special rules. A decision on goals and sub-goals does not normally need to be served. It is announced on the digital notice board and sent (expedieras) to those named in the minutes.
    .source = Service of Documents Act (delgivningslagen 2010:1932); Local Government Act (kommunallagen 2017:725), Chapter 8, Section 12
term-minutes-note = A note in the minutes (protokollsanteckning, särskilt yttrande) is a short comment by a member that the committee or the chair allows into the minutes. It does not change the decision and is not a reservation.
    .source = General municipal practice
term-execution = Execution (verkställighet) means that a decision is carried out. This may happen before the decision has gained legal force, unless there are special reasons to wait. If the decision is later annulled, what has been done may have to be put right.
    .source = Local Government Act (kommunallagen 2017:725), Chapter 13, Section 14
