package web

import (
	"crypto/sha256"
	"crypto/subtle"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/gin-gonic/gin"
)

// MinToken is the least length of an admin token, in bytes. One of random letters
// and digits of that length cannot be guessed.
const MinToken = 24

// A Token lets whoever has it write.
type Token struct{ sum [sha256.Size]byte }

// NewToken returns the token that text is. Text that is shorter than MinToken, or
// that a header cannot carry, is refused.
func NewToken(text string) (*Token, error) {
	switch {
	case len(text) < MinToken:
		return nil, fmt.Errorf("the admin token has %d characters; it needs %d at least, such as \"openssl rand -hex 32\" makes", len(text), MinToken)
	case strings.ContainsFunc(text, func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsGraphic(r) || r == ' ' }):
		return nil, errors.New("the admin token has a space or another character that is not in ASCII")
	}
	return &Token{sha256.Sum256([]byte(text))}, nil
}

// is takes the same time whatever text is, as all that are compared are of one length.
func (t *Token) is(text string) bool {
	sum := sha256.Sum256([]byte(text))
	return subtle.ConstantTimeCompare(t.sum[:], sum[:]) == 1
}

// Errors of requests that only the owner of the store may make.
var (
	errWritingOff   = errors.New("writing is off on this server; start it with --admin-token-file FILE, or with the token in RAPPORTEUR_ADMIN_TOKEN")
	errUnauthorized = errors.New("send the admin token of this server: Authorization: Bearer TOKEN")
	errAttempts     = errors.New("too many wrong tokens came from this address; wait as long as Retry-After says")
)

// admin lets h answer those who have the token, and nobody else.
func (s *site) admin(h handler) handler {
	return func(c *gin.Context) error {
		c.Header("Cache-Control", "no-store")
		if err := s.authorize(c); err != nil {
			return err
		}
		return h(c)
	}
}

// writes reports whether the site can be written to.
func (s *site) writes() bool { return s.writer != nil && s.options.AdminToken != nil }

// authorize returns an error unless the request has the token. It is the only way
// to be known: there is no cookie, so no other site can make a browser write.
func (s *site) authorize(c *gin.Context) error {
	if !s.writes() {
		return errWritingOff
	}
	token, given := bearer(c)
	if !given {
		c.Header("WWW-Authenticate", `Bearer realm="rapporteur"`)
		return errUnauthorized
	}
	now, from := time.Now(), c.ClientIP()
	if wait := s.attempts.wait(from, now); wait > 0 {
		c.Header("Retry-After", strconv.Itoa(int(wait/time.Second)+1))
		return errAttempts
	}
	if s.options.AdminToken.is(token) {
		return nil
	}
	s.attempts.failed(from, now)
	s.options.Log.Warn("wrong admin token", "from", from, "request_id", requestID(c))
	c.Header("WWW-Authenticate", `Bearer realm="rapporteur", error="invalid_token"`)
	return errUnauthorized
}

// bearer returns the token that a request gives.
func bearer(c *gin.Context) (token string, given bool) {
	scheme, token, _ := strings.Cut(c.GetHeader("Authorization"), " ")
	token = strings.TrimSpace(token)
	return token, strings.EqualFold(scheme, "Bearer") && token != ""
}

// A session says what a client may do.
type session struct {
	Writing    bool `json:"writing"`    // the server can be written to
	Authorized bool `json:"authorized"` // with the token of this request
}

// session tells a client whether its token is right before it relies on it.
func (s *site) session(c *gin.Context) error {
	c.Header("Cache-Control", "no-store")
	answer := session{Writing: s.writes()}
	if _, given := bearer(c); given && answer.Writing {
		err := s.authorize(c)
		if errors.Is(err, errAttempts) {
			return err
		}
		c.Writer.Header().Del("WWW-Authenticate") // that it is wrong is the answer
		answer.Authorized = err == nil
	}
	return writeJSON(c, http.StatusOK, answer)
}
