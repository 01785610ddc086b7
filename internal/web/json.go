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
	body, err := jsonBody(v)
	if err != nil {
		return err
	}
	c.Data(status, jsonType, body)
	return nil
}

// jsonBody is v as indented JSON.
func jsonBody(v any) ([]byte, error) { return indented(v, " ") }

// marshal is v as JSON on one line.
func marshal(v any) ([]byte, error) { return indented(v, "") }

func indented(v any, indent string) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false) // the type says that it is no HTML, and nosniff holds browsers to it
	enc.SetIndent("", indent)
	if err := enc.Encode(v); err != nil {
		return nil, fmt.Errorf("writing the answer: %w", err)
	}
	return b.Bytes(), nil
}
