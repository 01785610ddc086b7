package web

import (
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/web/cache"
	"rapporteur/internal/web/negotiate"
)

// entityTag is the ETag header as http.Header keys it.
const entityTag = "Etag"

// tagOf is the entity tag of a version of an answer.
func tagOf(whole string) string {
	sum := sha256.Sum256([]byte(whole))
	return `W/"` + base64.RawURLEncoding.EncodeToString(sum[:15]) + `"`
}

// hasTag reports whether an If-None-Match header lists a tag. Tags are compared
// as weak ones (RFC 9110, section 13.1.2).
func hasTag(header, tag string) bool {
	tag = strings.TrimPrefix(tag, "W/")
	for one := range strings.SplitSeq(header, ",") {
		if strings.TrimPrefix(strings.TrimSpace(one), "W/") == tag {
			return true
		}
	}
	return false
}

// isKnown reports whether a client has an answer that there is, by its tag or
// whichever it may be.
func isKnown(c *gin.Context, tag string) bool {
	header := c.GetHeader("If-None-Match")
	return header != "" && (strings.TrimSpace(header) == "*" || hasTag(header, tag))
}

// revalidate lets caches keep an answer and ask whether it still holds: any
// record that is read may change any answer.
const revalidate = "no-cache"

func notModified(c *gin.Context, tag string) {
	h := c.Writer.Header()
	h.Set(entityTag, tag)
	h.Set("Cache-Control", revalidate)
	vary(h)
	c.Status(http.StatusNotModified)
	c.Writer.WriteHeaderNow()
}

// vary says that answers differ by what these headers of a request are.
func vary(h http.Header) {
	h.Add("Vary", "Accept")
}

// send sends an answer, compressed for who takes that.
func send(c *gin.Context, a *cache.Answer) {
	h := c.Writer.Header()
	for name, value := range a.Header {
		h[name] = []string{value}
	}
	h["Cache-Control"] = []string{revalidate}
	vary(h)
	body := a.Body
	if zipped := zippedFor(c, a); zipped != nil {
		h["Content-Encoding"] = []string{"gzip"}
		body = zipped
	}
	h["Content-Length"] = []string{strconv.Itoa(len(body))}
	c.Status(http.StatusOK)
	_, _ = c.Writer.Write(body) // a client that is gone needs no answer
}

// zippedFor is the compressed body for who takes it, nil where that is not worth it.
func zippedFor(c *gin.Context, a *cache.Answer) []byte {
	if !negotiate.Coding(c.GetHeader("Accept-Encoding"), "gzip") {
		return nil
	}
	return a.Zipped()
}

// jsonAnswer is the answer that v is in JSON.
func jsonAnswer(v any) (*cache.Answer, error) {
	body, err := jsonBody(v)
	if err != nil {
		return nil, err
	}
	return newAnswer(asJSON, body), nil
}

func newAnswer(f negotiate.Form, body []byte) *cache.Answer {
	return cache.NewAnswer(map[string]string{"Content-Type": f.Type}, body)
}
