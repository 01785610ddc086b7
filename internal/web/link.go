package web

import "net/url"

// apiPath returns the address of a thing in the API. Slashes in its name stand
// as they are.
func apiPath(kind, name string) string { return escapePath("/api/v1/" + kind + "/" + name) }

func escapePath(path string) string { return (&url.URL{Path: path}).EscapedPath() }

// entityPath returns the page of an entity.
func entityPath(id string) string { return escapePath("/entities/" + id) }
