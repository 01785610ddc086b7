package drive_test

import (
	"encoding/json"

	"github.com/chromedp/chromedp"
)

// back is the button of the browser.
func back() chromedp.Action[chromedp.Void] {
	return chromedp.Evaluate[chromedp.Void](`history.back()`)
}

// quoted writes a value as JavaScript does.
func quoted(value any) string {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err) // a test compares what is no value
	}
	return string(text)
}
