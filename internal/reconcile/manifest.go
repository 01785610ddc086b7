package reconcile

import "rapporteur/schema"

// A Manifest says what the service is and where its parts are.
type Manifest struct {
	Versions        []string `json:"versions"`
	Name            string   `json:"name"`
	IdentifierSpace string   `json:"identifierSpace"`
	SchemaSpace     string   `json:"schemaSpace"`
	DefaultTypes    []Type   `json:"defaultTypes"`
	View            Template `json:"view"`
	Preview         Preview  `json:"preview"`
	Suggest         Suggest  `json:"suggest"`
	Extend          Extend   `json:"extend"`
	BatchSize       int      `json:"batchSize"`
}

// A Template is a URL in which {{id}} stands for an id.
type Template struct {
	URL string `json:"url"`
}

// A Preview is where cards are, and their size in pixels.
type Preview struct {
	URL    string `json:"url"`
	Width  int    `json:"width"`
	Height int    `json:"height"`
}

// Suggest is where suggestions are.
type Suggest struct {
	Entity   Location `json:"entity"`
	Type     Location `json:"type"`
	Property Location `json:"property"`
}

// A Location is a URL in two parts, as the protocol wants it.
type Location struct {
	URL  string `json:"service_url"`
	Path string `json:"service_path"`
}

// Extend is where properties are proposed, and which settings they take.
type Extend struct {
	Propose  Location  `json:"propose_properties"`
	Settings []Setting `json:"property_settings"`
}

// A Setting is what people can choose for a column.
type Setting struct {
	Name    string   `json:"name"`
	Label   string   `json:"label"`
	Type    string   `json:"type"`
	Default any      `json:"default"`
	Help    string   `json:"help_text"`
	Choices []Choice `json:"choices,omitempty"`
}

// A Choice is a value of a setting.
type Choice struct {
	Value string `json:"value"`
	Name  string `json:"name"`
}

// IdentifierSpace is what the ids of entities stand behind in RDF:
// "country:AZE" is urn:rapporteur:country:AZE.
const IdentifierSpace = "urn:rapporteur:"

// Size of a card in pixels.
const (
	CardWidth  = 430
	CardHeight = 280
)

// NewManifest describes the service at base + "/reconcile", where base is the URL
// of the site without a slash at the end.
func NewManifest(base string, sch *schema.Schema) (Manifest, error) {
	space, err := sch.Expand("rap:")
	at := func(path string) Location { return Location{base, path} }
	return Manifest{
		Versions:        []string{"0.1", "0.2"},
		Name:            "Rapporteur: United Nations summary records",
		IdentifierSpace: IdentifierSpace,
		SchemaSpace:     space,
		DefaultTypes:    Types(sch),
		View:            Template{base + "/entities/{{id}}"},
		Preview:         Preview{base + "/reconcile/preview?id={{id}}", CardWidth, CardHeight},
		Suggest: Suggest{
			Entity:   at("/reconcile/suggest/entity"),
			Type:     at("/reconcile/suggest/type"),
			Property: at("/reconcile/suggest/property"),
		},
		Extend:    Extend{at("/reconcile/properties"), settings()},
		BatchSize: MaxQueries,
	}, err
}

func settings() []Setting {
	return []Setting{{
		Name: "show", Label: "Show", Type: "select", Default: ShowValues,
		Help: "The values, how many there are, or the paragraphs of records that state them.",
		Choices: []Choice{
			{ShowValues, "the values"}, {ShowCount, "how many there are"}, {ShowSources, "the paragraphs that state them"},
		},
	}, {
		Name: "limit", Label: "At most", Type: "number", Default: 0,
		Help: "How many values a row may have; 0 is all.",
	}}
}
