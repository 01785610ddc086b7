// Named queries that the page of an entity asks by itself, by kind.

export interface Panel {
  tab: string;
  kinds: string[];
  query: string;
  /** The parameter that the entity is. */
  parameter: string;
  title: string;
  /** What is said where the answer has no rows. */
  none: string;
  /** Columns that say nothing here, since the entity itself stands in them. */
  hide?: string[];
}

const cited = ["Agreement", "Law", "Policy", "Document"];

const panels: Panel[] = [
  {
    tab: "reviews",
    kinds: ["Country"],
    query: "country-reviews",
    parameter: "country",
    title: "Meetings that considered its report or situation",
    none: "No record that is loaded considers its report or its situation.",
  },
  {
    tab: "reviews",
    kinds: ["Country"],
    query: "delegation",
    parameter: "country",
    title: "Who spoke for it",
    none: "Nobody speaks for it in the records that are loaded.",
  },
  {
    tab: "citations",
    kinds: ["Country"],
    query: "agreements-cited",
    parameter: "country",
    title: "Agreements that its delegation cited",
    none: "Its delegation cited no agreement in the records that are loaded.",
    hide: ["speaks_for"],
  },
  {
    tab: "citations",
    kinds: ["Country"],
    query: "laws-cited",
    parameter: "country",
    title: "Laws that its delegation cited",
    none: "Its delegation cited no law in the records that are loaded.",
    hide: ["speaks_for"],
  },
  {
    tab: "citations",
    kinds: cited,
    query: "who-cited",
    parameter: "instrument",
    title: "Who cited it",
    none: "Nobody cited it in the records that are loaded.",
  },
  {
    tab: "citations",
    kinds: cited,
    query: "provisions-cited",
    parameter: "instrument",
    title: "Its articles that were cited",
    none: "Nobody cited an article of it in the records that are loaded.",
  },
  {
    tab: "parties",
    kinds: ["Agreement"],
    query: "agreement-parties",
    parameter: "agreement",
    title: "Parties that the records name",
    none: "No record that is loaded names a party to it. The Ratifications tab has what is said of States that are not.",
  },
  {
    tab: "speaking",
    kinds: ["Person"],
    query: "roles",
    parameter: "of",
    title: "Roles",
    none: "No record that is loaded states a role of this person.",
    hide: ["person"],
  },
  {
    tab: "speaking",
    kinds: ["Person"],
    query: "speaker-interventions",
    parameter: "speaker",
    title: "Interventions",
    none: "This person does not speak in the records that are loaded; others name them.",
    hide: ["capacity", "begins"],
  },
  {
    tab: "officers",
    kinds: ["Body"],
    query: "roles",
    parameter: "of",
    title: "Who presided, was rapporteur or secretary",
    none: "No record that is loaded states who presided.",
    hide: ["for"],
  },
  {
    tab: "trace",
    kinds: ["Institution", "Body"],
    query: "institution-trace",
    parameter: "institution",
    title: "Where it turns up, meeting by meeting",
    none: "No record that is loaded names it or lets it speak.",
  },
  {
    tab: "trace",
    kinds: ["Institution"],
    query: "roles",
    parameter: "of",
    title: "Who represented it, and in which role",
    none: "Nobody represented it in the records that are loaded.",
    hide: ["for"],
  },
];

export const panelsOf = (tab: string, kind: string) => panels.filter((p) => p.tab === tab && p.kinds.includes(kind));
