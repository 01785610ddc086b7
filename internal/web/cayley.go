package web

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/cayleyapi"
	"rapporteur/internal/web/cache"
	"rapporteur/queries/gizmo"
	"rapporteur/schema"
)

// routeCayley adds what clients of Cayley's HTTP API ask for, in its own forms: a
// problem is {"error": "…"}, and query and read take no offence at unknown parameters.
func (s *site) routeCayley(r router) {
	get := func(path string, h handler) {
		r.engine.GET("/api/v2/"+path, s.inCayleysWords(h))
		r.engine.HEAD("/api/v2/"+path, s.inCayleysWords(h))
	}
	for path, h := range map[string]handler{"query": s.cayleyQuery, "read": s.cayleyRead} {
		get(path, h)
		r.engine.POST("/api/v2/"+path, s.inCayleysWords(h))
	}
	get("formats", bare(cayleyFormats))
	get("namespace-rules", bare(cayleyNamespaces))
	for _, path := range []string{"write", "delete", "node/delete", "namespace-rules"} {
		r.engine.POST("/api/v2/"+path, s.inCayleysWords(func(*gin.Context) error { return errReadOnly }))
	}
}

// Errors of Cayley's clients, in Cayley's words.
var (
	errReadOnly     = errors.New("database is read-only")
	errNoLanguage   = errors.New("query language not specified")
	errNoSuchSpeech = errors.New("unknown query language")
	errEmptyQuery   = errors.New("query is empty")
)

// inCayleysWords answers an error as Cayley does, but with the status that it has
// elsewhere here.
func (s *site) inCayleysWords(h handler) gin.HandlerFunc {
	return func(c *gin.Context) {
		err := h(c)
		if err == nil {
			return
		}
		p := s.problem(c, err)
		if c.Writer.Written() {
			panic(http.ErrAbortHandler) // half an answer must not look like a whole one
		}
		body, _ := json.Marshal(map[string]string{"error": p.Detail}) // a string cannot fail
		c.Data(p.Status, "application/json", body)
	}
}

// cayleyQuery answers a query in Gizmo, the one language that there is here.
func (s *site) cayleyQuery(c *gin.Context) error {
	text, err := cayleyText(c.Request)
	if err != nil {
		return err
	}
	program, err := s.programs.compile(text)
	if err != nil {
		return err
	}
	media, linked := "application/json", firstMedia(c) == asJSONLD.Media
	if linked {
		media = asJSONLD.Media
	}
	return s.asked(c, view{key("cayley", media, text), func(ctx context.Context) (*cache.Answer, error) {
		result, err := s.runAdHoc(ctx, program, gizmo.Limits{All: cayleyapi.DefaultLimit})
		if err != nil {
			return nil, err
		}
		var b bytes.Buffer
		if err := cayleyapi.WriteResult(&b, result, linked); err != nil {
			return nil, err
		}
		a := cache.NewAnswer(map[string]string{"Content-Type": media}, b.Bytes())
		sayTruncated(a, result)
		return a, nil
	}})
}

// cayleyText is the text of the query: of "qu", or with POST the body.
func cayleyText(r *http.Request) (string, error) {
	values := r.URL.Query()
	switch lang := values.Get("lang"); lang {
	case "":
		return "", badRequest{"lang", errNoLanguage}
	case "gizmo":
	default:
		return "", badRequest{"lang", errNoSuchSpeech}
	}
	text := values.Get("qu")
	if r.Method == http.MethodPost {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return "", err
		}
		text = string(body)
	}
	if text == "" {
		return "", badRequest{"qu", errEmptyQuery}
	}
	return text, nil
}

// firstMedia is the first media type that the Accept header names, which is what
// Cayley goes by.
func firstMedia(c *gin.Context) string {
	first, _, _ := strings.Cut(c.GetHeader("Accept"), ",")
	media, _, _ := mime.ParseMediaType(first)
	return media
}

func cayleyFormats(c *gin.Context) error { return cayleyJSON(c, cayleyapi.Formats()) }

// cayleyNamespaces lists the prefixes of the graph's IRIs.
func cayleyNamespaces(c *gin.Context) error {
	prefixes, err := schema.Prefixes()
	if err != nil {
		return err
	}
	type rule struct {
		Prefix    string `json:"prefix"`
		Namespace string `json:"namespace"`
	}
	rules := make([]rule, len(prefixes))
	for i, p := range prefixes {
		rules[i] = rule{p[0], p[1]}
	}
	return cayleyJSON(c, rules)
}

func cayleyJSON(c *gin.Context, v any) error {
	body, err := json.Marshal(v)
	if err != nil {
		return err
	}
	c.Data(http.StatusOK, "application/json", body)
	return nil
}
