package web

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/gin-gonic/gin"
)

const jsonType = "application/json; charset=utf-8"

// writeJSON writes v as indented JSON. Nothing is written before all of v is
// known to be writable, so that an error can still be answered as one.
func writeJSON(c *gin.Context, status int, v any) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false) // the type says that it is no HTML, and nosniff holds browsers to it
	enc.SetIndent("", " ")
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("writing the answer: %w", err)
	}
	c.Data(status, jsonType, b.Bytes())
	return nil
}
