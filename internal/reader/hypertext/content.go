package hypertext

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// content returns the element that holds the document: the main part of a site's
// page where it says so and the part has most of the text, else the body.
func content(root *html.Node) *html.Node {
	body := find(root, func(n *html.Node) bool { return n.DataAtom == atom.Body })
	if body == nil {
		return root
	}
	main := find(body, func(n *html.Node) bool {
		return n.DataAtom == atom.Main || attribute(n, "role") == "main" || n.DataAtom == atom.Article
	})
	if main == nil || 2*textSize(main) < textSize(body) {
		return body
	}
	return main
}

// find returns the first element in n's tree that is wanted.
func find(n *html.Node, wanted func(*html.Node) bool) *html.Node {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && wanted(c) {
			return c
		}
	}
	return nil
}

// textSize measures the text below n that is no furniture, in bytes.
func textSize(n *html.Node) int {
	if n.Type == html.TextNode {
		return len(strings.TrimSpace(n.Data))
	}
	size := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode || !isFurniture(c) {
			size += textSize(c)
		}
	}
	return size
}

// dropped are elements without text of the document.
var dropped = []atom.Atom{atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Title, atom.Nav, atom.Aside, atom.Form, atom.Button,
	atom.Select, atom.Option, atom.Textarea, atom.Iframe, atom.Object, atom.Svg, atom.Canvas, atom.Audio, atom.Video, atom.Dialog, atom.Menu}

// droppedRoles are the roles of a page's furniture.
var droppedRoles = []string{"navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog", "alert"}

// droppedNames are classes and ids that sites give to their furniture.
var droppedNames = []string{"nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "sidebar", "cookie", "cookies", "cookie-banner", "skip-link", "visually-hidden",
	"sr-only", "social", "share", "pagination", "pager", "toolbar", "language-switcher"}

// isFurniture reports whether an element belongs to the site or is not shown.
func isFurniture(n *html.Node) bool {
	if slices.Contains(dropped, n.DataAtom) || n.Data == "svg" || n.Data == "math" {
		return true
	}
	if n.DataAtom == atom.Header || n.DataAtom == atom.Footer {
		return n.Parent != nil && n.Parent.DataAtom == atom.Body
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			if a.Val == "true" {
				return true
			}
		case "role":
			if slices.Contains(droppedRoles, a.Val) {
				return true
			}
		case "style":
			if tight := strings.ReplaceAll(strings.ToLower(a.Val), " ", ""); strings.Contains(tight, "display:none") || strings.Contains(tight, "visibility:hidden") {
				return true
			}
		case "class", "id":
			if slices.ContainsFunc(strings.Fields(strings.ToLower(a.Val)), func(name string) bool { return slices.Contains(droppedNames, name) }) {
				return true
			}
		}
	}
	return false
}

// blocks are the elements that start a line and end it.
var blocks = []atom.Atom{atom.Address, atom.Article, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd, atom.Details, atom.Div, atom.Dl, atom.Dt,
	atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hr, atom.Legend, atom.Li,
	atom.Main, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul}

func isBlock(n *html.Node) bool { return slices.Contains(blocks, n.DataAtom) }

// isEmphatic reports whether an element's own style makes it bold or italic.
func isEmphatic(n *html.Node) bool {
	style := strings.ReplaceAll(strings.ToLower(attribute(n, "style")), " ", "")
	return strings.Contains(style, "font-weight:bold") || strings.Contains(style, "font-weight:700") || strings.Contains(style, "font-style:italic")
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

func hasAttribute(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}
