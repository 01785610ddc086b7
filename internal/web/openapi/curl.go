package openapi

import (
	"bytes"
	"encoding/json"
	"maps"
	"net/url"
	"slices"
	"strings"
)

// curl writes a request of the operation for a shell, with the examples of what must be
// given, or else with a name in capitals to be filled in.
func (op Operation) curl() string {
	path, query := op.Path, []string{}
	for _, p := range op.Parameters {
		value := orElse(p.Example, strings.ToUpper(p.Name))
		switch {
		case p.In == "path":
			path = strings.ReplaceAll(path, "{"+p.Name+"}", escape(value))
		case p.In == "query" && p.Type == "object":
			query = append(query, pairs(p.Example)...)
		case p.In == "query" && (p.Required || p.Example != ""):
			query = append(query, p.Name+"="+url.QueryEscape(value))
		}
	}
	if len(query) > 0 {
		path += "?" + strings.Join(query, "&")
	}
	words := []string{"curl"}
	if op.Method != "GET" {
		words = append(words, "-X", op.Method)
	}
	if op.Admin {
		words = append(words, "-H", `"Authorization: Bearer $TOKEN"`)
	}
	if op.Body != nil && len(op.Body.Media) > 0 {
		words = append(words, op.Body.curl()...)
	}
	return strings.Join(append(words, quote("http://127.0.0.1:8080"+path)), " ")
}

// curl writes the options that send a body of its first type.
func (b *Body) curl() []string {
	switch b.Media[0] {
	case "multipart/form-data":
		return []string{"-F", "file=@FILE"}
	case "application/x-www-form-urlencoded":
		var words []string
		for _, pair := range form(b.Example) {
			words = append(words, "--data-urlencode", quote(pair))
		}
		return words
	}
	words := []string{"-H", quote("Content-Type: " + b.Media[0])}
	if b.Example != "" {
		words = append(words, "--data-binary", quote(flat(b.Example)))
	}
	return words
}

// form returns the members of a JSON object as NAME=VALUE; values that are no texts are
// JSON.
func form(example string) []string {
	var members map[string]any
	if json.Unmarshal([]byte(example), &members) != nil {
		return nil
	}
	var out []string
	for _, name := range slices.Sorted(maps.Keys(members)) {
		out = append(out, name+"="+plain(members[name]))
	}
	return out
}

// pairs writes the members of a JSON object as the parameters of an address.
func pairs(example string) []string {
	out := form(example)
	for i, pair := range out {
		name, value, _ := strings.Cut(pair, "=")
		out[i] = name + "=" + url.QueryEscape(value)
	}
	return out
}

// escape writes a value into a path; its slashes stand as they are.
func escape(value string) string { return (&url.URL{Path: value}).EscapedPath() }

// flat writes JSON on one line, and leaves other text.
func flat(text string) string {
	var b bytes.Buffer
	if json.Compact(&b, []byte(text)) != nil {
		return text
	}
	return b.String()
}

// quote makes one word of a text for a shell.
func quote(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
