// Code generated from *.yaml by go generate; DO NOT EDIT.

package schema

// Classes.
const (
	// ClassPerson: A person who speaks or is named.
	ClassPerson Class = "Person"
	// ClassInstitution: A ministry, service, court, ombudsman, non-governmental or intergovernmental organization.
	ClassInstitution Class = "Institution"
	// ClassBody: A United Nations body that keeps summary records, or an organ that is named like one.
	ClassBody Class = "Body"
	// ClassCountry: A State, past or present, or a territory.
	ClassCountry Class = "Country"
	// ClassMembership: A role that a person had in one meeting, such as chair or head of delegation.
	ClassMembership Class = "Membership"
	// ClassAgreement: An international instrument, named or described with its partners.
	ClassAgreement Class = "Agreement"
	// ClassLaw: A domestic code, act, decree or constitution.
	ClassLaw Class = "Law"
	// ClassPolicy: A named strategy, plan or programme.
	ClassPolicy Class = "Policy"
	// ClassDocument: A United Nations document, resolution or general comment.
	ClassDocument Class = "Document"
	// ClassProvision: An article of an instrument.
	ClassProvision Class = "Provision"
	// ClassMention: The words of a paragraph that name an entity.
	ClassMention Class = "Mention"
	// ClassParagraph: A numbered paragraph of a summary record.
	ClassParagraph Class = "Paragraph"
	// ClassSummaryRecord: The third-person minutes of one meeting, or of one part of it; its symbol is its name.
	ClassSummaryRecord Class = "SummaryRecord"
	// ClassMeeting: One meeting of a body.
	ClassMeeting Class = "Meeting"
	// ClassRelation: What a paragraph says of a fact, be it asserted, denied, intended, recommended or asked.
	ClassRelation Class = "Relation"
	// ClassTopic: A concept of the topic vocabulary.
	ClassTopic Class = "Topic"
)

// Properties.
const (
	// Honorific: Mr., Ms., Sir.
	Honorific Property = "foaf:title"
	// MemberOf: The body or institution that a person belongs to; the organization that a State or an institution is a member of.
	MemberOf Property = "org:memberOf"
	// DelegateOf: The State for which a person spoke.
	DelegateOf Property = "rap:delegateOf"
	// MayBe: The persons of one surname whom a record does not tell apart; of somebody who may be any of them no fact is stated.
	MayBe Property = "rap:mayBe"
	// HeldBy: The person who had the role.
	HeldBy Property = "org:member"
	// HeldFor: The body, State or institution for which the role was held.
	HeldFor Property = "org:organization"
	// RoleName: chair, temporary chair, acting chair, co-chair, vice-chair, country rapporteur, alternate country rapporteur, co-rapporteur, rapporteur, secretary, representative or head of delegation.
	RoleName Property = "schema:roleName"
	// HeldIn: The record of the meeting.
	HeldIn Property = "rap:heldIn"
	// SameAs: An id that a correction merged into this one or gave up for it; graphs made before the correction still use it.
	SameAs Property = "owl:sameAs"
	// Type: The class of a thing.
	Type Property = "rdf:type"
	// Label: The name to show.
	Label Property = "rdfs:label"
	// AltLabel: Other names, acronyms and demonyms.
	AltLabel Property = "skos:altLabel"
	// Notation: A code of an authority: ISO 3166, M49, a chapter of the UN Treaty Collection, an ILO convention number, an article.
	Notation Property = "skos:notation"
	// Kind: A finer class in words, such as ministry or treaty.
	Kind Property = "rap:kind"
	// OfCountry: The State to which an institution, a law or a policy belongs.
	OfCountry Property = "rap:country"
	// ExactMatch: The same concept in another vocabulary.
	ExactMatch Property = "skos:exactMatch"
	// Party: A party that the text names, where it says that there is such an agreement.
	Party Property = "rap:party"
	// HasBody: The entity that is named.
	HasBody Property = "oa:hasBody"
	// HasTarget: The paragraph.
	HasTarget Property = "oa:hasTarget"
	// Exact: The words as they stand.
	Exact Property = "oa:exact"
	// Start: First character, counted in Unicode code points from 0.
	Start Property = "oa:start"
	// End: One past the last character.
	End Property = "oa:end"
	// FoundBy: name, alias, acronym, demonym, rule or coreference.
	FoundBy Property = "rap:foundBy"
	// Rule: The rule that found it.
	Rule Property = "rap:rule"
	// Confidence: Above 0, at most 1; not stated where it is 1.
	Confidence Property = "rap:confidence"
	// OfProvision: The article referred to, such as «art. 14 (3) (d)».
	OfProvision Property = "rap:provision"
	// IsPartOf: The record of a paragraph; the instrument of a provision.
	IsPartOf Property = "dcterms:isPartOf"
	// Position: The printed number.
	Position Property = "schema:position"
	// NumberFrom: printed or restored.
	NumberFrom Property = "rap:numberFrom"
	// Text: The words of the paragraph without its number.
	Text Property = "schema:text"
	// Section: The heading that the paragraph stands under.
	Section Property = "rap:section"
	// SpokenBy: The speaker.
	SpokenBy Property = "rap:spokenBy"
	// SpeakerName: The speaker as printed, also where nobody is named: «The Chair», «A representative of Belgium».
	SpeakerName Property = "rap:speakerName"
	// SpeaksFor: The State, institution or organization that the speaker represents; none for members of the body.
	SpeaksFor Property = "rap:speaksFor"
	// SpeakerFrom: The country that the speaker comes from in that role: of the delegation, or of the institution or NGO of that country.
	SpeakerFrom Property = "rap:speakerFrom"
	// SpeakerRole: chair, member, delegation, institution or secretariat.
	SpeakerRole Property = "rap:speakerRole"
	// Capacity: The capacity stated.
	Capacity Property = "rap:capacity"
	// InIntervention: The paragraph with which the speaker began.
	InIntervention Property = "rap:inIntervention"
	// Mentions: What is named in the paragraph.
	Mentions Property = "schema:mentions"
	// Subject: What the paragraph speaks of.
	Subject Property = "dcterms:subject"
	// Cites: The instruments that the speaker of a paragraph refers to; of the speaker and of whom they speak for as well.
	Cites Property = "rap:cites"
	// CitesProvision: The articles that the speaker refers to.
	CitesProvision Property = "rap:citesProvision"
	// Identifier: The United Nations symbol as printed.
	Identifier Property = "dcterms:identifier"
	// Date: ISO 8601, as precise as the text: a day, a month or a year.
	Date Property = "dcterms:date"
	// Issued: The day under «Distr.».
	Issued Property = "dcterms:issued"
	// Language: As the masthead gives it.
	Language Property = "dcterms:language"
	// Source: Name of the file that was read.
	Source Property = "dcterms:source"
	// SourceURL: Where the file was found, as the file beside it says.
	SourceURL Property = "schema:url"
	// Retrieved: The day on which the file was found there, ISO 8601.
	Retrieved Property = "rap:retrieved"
	// Corrects: The record that a corrigendum corrects; of a paragraph of the corrigendum, the paragraph that it corrects.
	Corrects Property = "rap:corrects"
	// Replaces: The record of which a revision is the newer form.
	Replaces Property = "dcterms:replaces"
	// References: Documents that the agenda or a heading names.
	References Property = "dcterms:references"
	// SymbolFrom: Where the symbol was read: masthead, filename or metadata.
	SymbolFrom Property = "rap:symbolFrom"
	// ContentHash: Hash of the file and of what read it; an equal one need not be read again.
	ContentHash Property = "rap:contentHash"
	// RecordOf: The meeting a record is about.
	RecordOf Property = "rap:recordOf"
	// OfBody: The body that met.
	OfBody Property = "rap:ofBody"
	// Reviews: The States whose reports or situation the meeting considered.
	Reviews Property = "rap:reviews"
	// AgendaItem: A line of the contents.
	AgendaItem Property = "rap:agendaItem"
	// Organizer: The body that met.
	Organizer Property = "schema:organizer"
	// Session: Number of the session.
	Session Property = "rap:session"
	// MeetingNumber: Number of the meeting.
	MeetingNumber Property = "rap:meetingNumber"
	// Part: Which part of the meeting the record covers, such as «second part (public)».
	Part Property = "rap:part"
	// Opened: Local time, HH:MM.
	Opened Property = "rap:opened"
	// Closed: Local time, HH:MM.
	Closed Property = "rap:closed"
	// Suspended: Local times, HH:MM-HH:MM.
	Suspended Property = "rap:suspended"
	// Location: Where the meeting was held.
	Location Property = "schema:location"
	// Chaired: Who presided.
	Chaired Property = "rap:chairedBy"
	// RelationSubject: The subject of the fact that is spoken of.
	RelationSubject Property = "rdf:subject"
	// RelationPredicate: The property of the fact, such as rap:ratified.
	RelationPredicate Property = "rdf:predicate"
	// RelationObject: The object of the fact.
	RelationObject Property = "rdf:object"
	// Modality: asserted, negated, intended, recommended, asked or possible. Only what is asserted is a quad of its own as well.
	Modality Property = "rap:modality"
	// StatedIn: The paragraph whose speaker says so.
	StatedIn Property = "rap:statedIn"
	// StatedWords: The words that say so, from the first that matters to the last.
	StatedWords Property = "rap:words"
	// StatedDate: When it was or is to be, as far as the words say: ISO 8601, a day, a month or a year.
	StatedDate Property = "rap:statedDate"
	// Ratified: The agreements that a State or an organization ratified.
	Ratified Property = "rap:ratified"
	// AccededTo: The agreements that a State or an organization acceded to.
	AccededTo Property = "rap:accededTo"
	// Signed: The agreements that a State or an institution signed.
	Signed Property = "rap:signed"
	// Concluded: The agreements that a State or an institution concluded with others, who are its parties too.
	Concluded Property = "rap:concluded"
	// Adopted: The laws, policies and other texts that a State or an organ adopted.
	Adopted Property = "rap:adopted"
	// Established: The institutions that a State, an institution or a law set up.
	Established Property = "rap:established"
	// CooperatesWith: With whom a State or an institution works together.
	CooperatesWith Property = "rap:cooperatesWith"
	// FundedBy: Who pays for an institution or a policy.
	FundedBy Property = "rap:fundedBy"
	// Visited: The States and institutions that a person or a body visited.
	Visited Property = "rap:visited"
	// PrefLabel: The name of a concept.
	PrefLabel Property = "skos:prefLabel"
	// Broader: A wider concept.
	Broader Property = "skos:broader"
)

// IRI returns the short IRI of a class, "" for a datatype.
func (c Class) IRI() string {
	switch c {
	case ClassPerson:
		return "foaf:Person"
	case ClassInstitution:
		return "org:Organization"
	case ClassBody:
		return "rap:Body"
	case ClassCountry:
		return "schema:Country"
	case ClassMembership:
		return "org:Membership"
	case ClassAgreement:
		return "rap:Agreement"
	case ClassLaw:
		return "schema:Legislation"
	case ClassPolicy:
		return "rap:Policy"
	case ClassDocument:
		return "foaf:Document"
	case ClassProvision:
		return "rap:Provision"
	case ClassMention:
		return "oa:Annotation"
	case ClassParagraph:
		return "rap:Paragraph"
	case ClassSummaryRecord:
		return "rap:SummaryRecord"
	case ClassMeeting:
		return "rap:Meeting"
	case ClassRelation:
		return "rdf:Statement"
	case ClassTopic:
		return "skos:Concept"
	}
	return ""
}

// namespaces are the registered prefixes, the longest IRI first.
var namespaces = [...]namespace{
	{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
	{"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
	{"skos", "http://www.w3.org/2004/02/skos/core#"},
	{"xsd", "http://www.w3.org/2001/XMLSchema#"},
	{"unbis", "http://metadata.un.org/thesaurus/"},
	{"owl", "http://www.w3.org/2002/07/owl#"},
	{"institution", "urn:rapporteur:institution:"},
	{"foaf", "http://xmlns.com/foaf/0.1/"},
	{"prov", "http://www.w3.org/ns/prov#"},
	{"dcterms", "http://purl.org/dc/terms/"},
	{"org", "http://www.w3.org/ns/org#"},
	{"agreement", "urn:rapporteur:agreement:"},
	{"oa", "http://www.w3.org/ns/oa#"},
	{"relation", "urn:rapporteur:relation:"},
	{"document", "urn:rapporteur:document:"},
	{"meeting", "urn:rapporteur:meeting:"},
	{"mention", "urn:rapporteur:mention:"},
	{"country", "urn:rapporteur:country:"},
	{"record", "urn:rapporteur:record:"},
	{"person", "urn:rapporteur:person:"},
	{"policy", "urn:rapporteur:policy:"},
	{"symbol", "urn:rapporteur:symbol:"},
	{"topic", "urn:rapporteur:topic:"},
	{"graph", "urn:rapporteur:graph:"},
	{"para", "urn:rapporteur:para:"},
	{"body", "urn:rapporteur:body:"},
	{"role", "urn:rapporteur:role:"},
	{"schema", "https://schema.org/"},
	{"law", "urn:rapporteur:law:"},
	{"rap", "urn:rapporteur:ns:"},
}
