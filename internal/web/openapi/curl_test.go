package openapi

import "testing"

// TestCurl writes requests of several kinds for a shell.
func TestCurl(t *testing.T) {
	get := func(path string, params ...Parameter) Operation {
		return Operation{Method: "GET", Path: path, Parameters: params}
	}
	post := func(media, example string) Operation {
		return Operation{Method: "POST", Path: "/x", Body: &Body{Media: []string{media}, Example: example}}
	}
	tests := []struct {
		op   Operation
		want string
	}{
		{get("/a/{b}", Parameter{Name: "b", In: "path", Example: "C/D.1#2 x"}), `curl 'http://127.0.0.1:8080/a/C/D.1%232%20x'`},
		{get("/a", Parameter{Name: "b", In: "query", Required: true}, Parameter{Name: "c", In: "query"}), `curl 'http://127.0.0.1:8080/a?b=B'`},
		{get("/a", Parameter{Name: "b", In: "query", Example: "it's"}), `curl 'http://127.0.0.1:8080/a?b=it%27s'`},
		{get("/a", Parameter{Name: "b", In: "query", Type: "object", Example: `{"y":"2 3","x":"1"}`}), `curl 'http://127.0.0.1:8080/a?x=1&y=2+3'`},
		{post("application/json", "{\n \"q\": \"it's\"\n}"), `curl -X POST -H 'Content-Type: application/json' --data-binary '{"q":"it'\''s"}' 'http://127.0.0.1:8080/x'`},
		{post("text/plain", "g.V()\n"), "curl -X POST -H 'Content-Type: text/plain' --data-binary 'g.V()\n' 'http://127.0.0.1:8080/x'"},
		{post("application/x-www-form-urlencoded", `{"q":{"a":1}}`), `curl -X POST --data-urlencode 'q={"a":1}' 'http://127.0.0.1:8080/x'`},
		{post("multipart/form-data", ""), `curl -X POST -F file=@FILE 'http://127.0.0.1:8080/x'`},
		{Operation{Method: "DELETE", Path: "/x", Admin: true}, `curl -X DELETE -H "Authorization: Bearer $TOKEN" 'http://127.0.0.1:8080/x'`},
	}
	for _, tt := range tests {
		if got := tt.op.curl(); got != tt.want {
			t.Errorf("got  %s\nwant %s", got, tt.want)
		}
	}
}
