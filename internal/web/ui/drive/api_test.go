package drive_test

import (
	"encoding/json"
	"net/http"
	"testing"
)

// answer returns what an address of the API says, to compare what a page shows with it.
func answer[T any](t testing.TB, s *server, address string) T {
	t.Helper()
	got, err := http.Get(s.url + address)
	if err != nil {
		t.Fatal(err)
	}
	defer got.Body.Close()
	var said T
	if err := json.NewDecoder(got.Body).Decode(&said); err != nil || got.StatusCode != http.StatusOK {
		t.Fatalf("GET %s: %s, %v", address, got.Status, err)
	}
	return said
}
