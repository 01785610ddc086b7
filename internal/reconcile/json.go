package reconcile

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A RequestError says what is wrong with a request, for people.
type RequestError struct {
	Query string // its key in the batch, "" for none
	Err   error
}

func (e *RequestError) Error() string {
	if e.Query != "" {
		return fmt.Sprintf("query %q: %v", e.Query, e.Err)
	}
	return e.Err.Error()
}

func (e *RequestError) Unwrap() error { return e.Err }

func fault(query, format string, args ...any) error {
	return &RequestError{query, fmt.Errorf(format, args...)}
}

// The functions below read JSON bit by bit, as the decoder's own errors speak of
// Go's types.

// members reads an object.
func members(raw []byte) (map[string]json.RawMessage, error) {
	var all map[string]json.RawMessage
	err := json.Unmarshal(raw, &all)
	if wrong, ok := errors.AsType[*json.SyntaxError](err); ok {
		return nil, fmt.Errorf("it is not JSON from its byte %d on", wrong.Offset)
	}
	if err != nil || all == nil {
		return nil, errors.New("it is not an object in JSON")
	}
	return all, nil
}

// list reads a list; anything else is a list of one.
func list(raw []byte) ([]json.RawMessage, error) {
	if !strings.HasPrefix(strings.TrimSpace(string(raw)), "[") {
		return []json.RawMessage{raw}, nil
	}
	var all []json.RawMessage
	if json.Unmarshal(raw, &all) != nil {
		return nil, errors.New("it is not a list in JSON")
	}
	return all, nil
}

func text(raw []byte) (string, error) {
	var s *string
	if json.Unmarshal(raw, &s) != nil || s == nil {
		return "", errors.New("it is not a text")
	}
	return *s, nil
}

// oneOf reads one of some words.
func oneOf(raw []byte, words ...string) (string, error) {
	s, err := text(raw)
	if err != nil || !slices.Contains(words, s) {
		return "", fmt.Errorf("it is none of %s", strings.Join(words, ", "))
	}
	return s, nil
}

// positive reads a whole number above 0, which some clients send as a text.
func positive(raw []byte) (int, error) {
	var n int
	if json.Unmarshal([]byte(strings.Trim(string(raw), `"`)), &n) != nil || n < 1 {
		return 0, errors.New("it is not a whole number above 0")
	}
	return n, nil
}

// value reads a text, a number, a truth value or {"id": …}; null is no value.
func value(raw []byte) (Value, error) {
	switch trimmed := strings.TrimSpace(string(raw)); {
	case trimmed == "null":
		return Value{}, nil
	case strings.HasPrefix(trimmed, "{"):
		all, err := members(raw)
		if err != nil {
			return Value{}, err
		}
		id, err := text(all["id"])
		if err != nil || id == "" {
			return Value{}, errors.New("an entity as value needs an \"id\"")
		}
		return Value{ID: id}, nil
	case strings.HasPrefix(trimmed, "["):
		return Value{}, errors.New("a value is no list")
	case strings.HasPrefix(trimmed, `"`):
		s, err := text(raw)
		return Value{Text: s}, err
	default:
		return Value{Text: trimmed}, nil // a number, true or false, as it is written
	}
}
