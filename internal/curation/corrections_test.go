package curation_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/internal/correction"
	"rapporteur/internal/curation"
	"rapporteur/internal/library"
	"rapporteur/internal/pipeline"
)

// symbols are those of the records that a job read again.
func symbols(r *room, t *testing.T, j string) []string {
	t.Helper()
	var out []string
	for _, x := range must(r.Jobs().Get(j))(t).Results {
		out = append(out, x.Symbol)
	}
	slices.Sort(out)
	return out
}

// A correction is seen at once, in the records that it touches, and what it did is
// undone when it is withdrawn. It gives what reading the records with it gives.
func TestCorrect(t *testing.T) {
	r := open(t, "", curation.Options{})
	r.done(t, r.upload(t, harbourName, harbour, quayName, quay, schoolName, school))
	before := r.facts(t)
	c, j := r.correct(t, merge)
	if diff := cmp.Diff([]string{"CMW/C/SR.10", "CMW/C/SR.9"}, symbols(r, t, j.ID)); diff != "" || len(j.Notes) > 0 {
		t.Errorf("read again (-want +got):\n%s\nnotes %v", diff, j.Notes)
	}
	anew := open(t, "", curation.Options{}, correction.File{Name: "merge.yaml", Data: []byte(
		"- action: merge\n  id: institution:NOR/harbour-service\n  into: institution:NOR/national-harbour-service\n  reason: one service\n  date: 2026-05-02\n")})
	anew.done(t, anew.upload(t, harbourName, harbour, quayName, quay, schoolName, school))
	if diff := cmp.Diff(anew.facts(t), r.facts(t)); diff != "" {
		t.Errorf("against reading with it (-want +got):\n%s", diff)
	}
	all := must(r.Corrections())(t)
	if len(all) != 1 || all[0].ID != c.ID || !all[0].Own || all[0].Entry.Into != merge.Into || !strings.HasPrefix(all[0].Place, "corrections.yaml:") {
		t.Errorf("corrections %+v", all)
	}
	j = r.done(t, r.end(t, must(r.Withdraw(c.ID))(t)))
	if diff := cmp.Diff(before, r.facts(t)); diff != "" {
		t.Errorf("withdrawn (-before +after):\n%s", diff)
	}
	if all := must(r.Corrections())(t); len(all) != 0 {
		t.Errorf("left: %+v", all)
	}
	if _, err := os.Stat(filepath.Join(r.store.Folder(), curation.CorrectionsFile)); !errors.Is(err, os.ErrNotExist) {
		t.Error("an empty file is left")
	}
}

// Any corrections, made and withdrawn in any order, give what reading with those
// that are left gives.
func TestCorrectInAnyOrder(t *testing.T) {
	records := []string{harbourName, harbour, quayName, quay, schoolName, school}
	entries := []correction.Entry{
		merge,
		{Action: correction.Reject, ID: "institution:NOR/harbour-service", Paragraph: "para:CMW/C/SR.10#1", Reason: "not it"},
		{Action: correction.Relabel, ID: "institution:NOR/national-harbour-service", Label: "Harbour Authority", Reason: "its name"},
		{Action: correction.Rename, ID: "institution:NOR/national-harbour-service", To: "institution:NOR/harbour-authority", Reason: "its name"},
		{Action: correction.Reject, ID: "institution:SWE/ministry-of-education", Reason: "no ministry"},
		{Action: correction.Split, ID: "institution:NOR/harbour-service", To: "institution:NOR/quay-service", Label: "Quay Service", Record: "record:CMW/C/SR.9", Words: "Harbour Service", Reason: "another"},
	}
	r := open(t, "", curation.Options{})
	r.done(t, r.upload(t, records...))
	before := r.facts(t)
	var ids []string
	var left []correction.Entry
	check := func(did string) {
		t.Helper()
		anew := open(t, "", curation.Options{})
		for _, e := range left {
			anew.correct(t, e)
		}
		anew.done(t, anew.upload(t, records...))
		if diff := cmp.Diff(anew.facts(t), r.facts(t)); diff != "" {
			t.Fatalf("%s (-anew +corrected):\n%s", did, diff)
		}
		anew.close(t)
	}
	for i, e := range entries {
		c, j, err := r.Correct(e)
		if err != nil { // the relabel names what the rename gives up
			if i != 3 || !errors.Is(err, curation.ErrConflict) {
				t.Fatal(i, err)
			}
			continue
		}
		r.done(t, r.end(t, j))
		ids, left = append(ids, c.ID), append(left, c.Entry)
		check("made " + e.Reason)
	}
	for len(ids) > 0 {
		i := len(ids) / 2
		r.done(t, r.end(t, must(r.Withdraw(ids[i]))(t)))
		did := left[i].Reason
		ids, left = slices.Delete(ids, i, i+1), slices.Delete(left, i, i+1)
		check("withdrew " + did)
	}
	if diff := cmp.Diff(before, r.facts(t)); diff != "" {
		t.Errorf("all withdrawn (-before +after):\n%s", diff)
	}
}

func TestRefusedCorrections(t *testing.T) {
	r := open(t, "", curation.Options{}, correction.File{Name: "people.yaml", Data: []byte("- action: reject\n  id: country:SWE\n  reason: none\n  date: 2026-05-02\n")})
	c, _ := r.correct(t, merge)
	var mistake *curation.Mistake
	bad := merge
	bad.ID = "ministry:x"
	if _, _, err := r.Correct(bad); !errors.As(err, &mistake) || !strings.HasPrefix(err.Error(), `id "ministry:x": no class has ids like this`) {
		t.Errorf("a wrong id: %v", err)
	}
	for name, e := range map[string]correction.Entry{
		"the same again":            merge,
		"against its own":           {Action: correction.Reject, ID: merge.ID, Reason: "none"},
		"against what people wrote": {Action: correction.Reject, ID: "country:SWE", Reason: "none"},
		"in a circle":               {Action: correction.Merge, ID: merge.Into, Into: merge.ID, Reason: "none"},
	} {
		if _, _, err := r.Correct(e); !errors.Is(err, curation.ErrConflict) || strings.Contains(err.Error(), "loading") {
			t.Errorf("%s: %v", name, err)
		}
	}
	for id, want := range map[string]error{"nothing": curation.ErrNoCorrection, must(r.Corrections())(t)[0].ID: curation.ErrWritten} {
		if _, err := r.Withdraw(id); !errors.Is(err, want) {
			t.Errorf("withdrawing %s: %v", id, err)
		}
	}
	if all := must(r.Corrections())(t); len(all) != 2 || all[1].ID != c.ID || all[0].Own {
		t.Errorf("corrections %+v", all)
	}
}

// What matches nothing is said so, and holds for records to come.
func TestMatchesNothing(t *testing.T) {
	r := open(t, "", curation.Options{})
	r.done(t, r.upload(t, schoolName, school))
	_, j := r.correct(t, merge)
	if len(j.Notes) != 1 || !strings.Contains(j.Notes[0], "matched nothing") || len(j.Results) != 0 {
		t.Errorf("notes %v, results %v", j.Notes, j.Results)
	}
	r.done(t, r.upload(t, harbourName, harbour))
	if strings.Contains(r.export(t), "institution:NOR/harbour-service> <http://www.w3.org/1999") {
		t.Error("it does not hold")
	}
}

// A record whose file is not kept is reported; the others are corrected.
func TestFileNotKept(t *testing.T) {
	r := open(t, "", curation.Options{})
	r.done(t, r.upload(t, harbourName, harbour, quayName, quay))
	hashes := must(r.store.ContentHashes(t.Context()))(t)
	gone, _, _ := strings.Cut(hashes["record:CMW/C/SR.10"], "-")
	if err := os.Remove(filepath.Join(r.store.Folder(), library.Folder, gone[:2], gone+".tar.gz")); err != nil {
		t.Fatal(err)
	}
	_, j := r.correct(t, merge)
	if j.Counts["failed"] != 1 || j.Counts["replaced"] != 1 {
		t.Errorf("%v %+v", j.Counts, j.Results)
	}
	for _, x := range j.Results {
		if x.Outcome == "failed" && (x.File != "CMW/C/SR.10" || !strings.Contains(x.Error, "not kept")) {
			t.Errorf("%+v", x)
		}
	}
}

// A correction that a crash cut short, before or after its file was written, is
// ended at the next start.
func TestCorrectionCutShort(t *testing.T) {
	folder := t.TempDir()
	r := open(t, folder, curation.Options{})
	r.done(t, r.upload(t, harbourName, harbour, quayName, quay))
	before := r.facts(t)
	r.correct(t, merge)
	corrected := r.facts(t)
	file := must(os.ReadFile(filepath.Join(folder, curation.CorrectionsFile)))(t)
	r.done(t, r.end(t, must(r.Withdraw(must(r.Corrections())(t)[0].ID))(t)))
	r.close(t)
	pending := `["record:CMW/C/SR.10","record:CMW/C/SR.9"]`
	for _, c := range []struct {
		name, want string
		file       []byte
	}{{"before", before, nil}, {"after", corrected, file}, {"twice", corrected, file}} {
		if c.file != nil {
			write(t, filepath.Join(folder, curation.CorrectionsFile), string(c.file))
		}
		write(t, filepath.Join(folder, "corrections.pending.json"), pending)
		r = open(t, folder, curation.Options{})
		if diff := cmp.Diff(c.want, r.facts(t)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if _, err := os.Stat(filepath.Join(folder, "corrections.pending.json")); err == nil {
			t.Error("it is still pending")
		}
		r.close(t)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestReview(t *testing.T) {
	r := open(t, "", curation.Options{})
	r.done(t, r.upload(t, harbourName, harbour))
	report := must(r.Review(t.Context()))(t)
	if len(report.Duplicates) != 1 || report.Duplicates[0].Entry.Date != "2026-05-03" {
		t.Fatalf("%+v", report.Duplicates)
	}
	r.correct(t, report.Duplicates[0].Entry)
	if report := must(r.Review(t.Context()))(t); len(report.Duplicates) != 0 {
		t.Errorf("still: %+v", report.Duplicates)
	}
}

// The file of corrections changes when the graph has, so that a correction which
// fails has nothing to put back, as it could not on a full disk.
func TestCorrectionIsInTheGraphBeforeItsFile(t *testing.T) {
	folder, replaced := t.TempDir(), 0
	file := filepath.Join(folder, curation.CorrectionsFile)
	r := openWith(t, folder, curation.Options{}, curation.Parts{Became: func(o pipeline.Outcome) {
		if o != pipeline.Replaced {
			return
		}
		replaced++
		if _, err := os.Stat(file); err == nil {
			t.Error("the file is there before the graph is written")
		}
	}})
	r.done(t, r.upload(t, harbourName, harbour))
	r.correct(t, merge)
	if _, err := os.Stat(file); err != nil || replaced == 0 {
		t.Errorf("%d records replaced, %v", replaced, err)
	}
}

// What people write stays a text in the file, whatever it looks like.
func TestTextOfCorrectionsIsNoYAML(t *testing.T) {
	folder := t.TempDir()
	r := open(t, folder, curation.Options{})
	want := map[string]bool{}
	for i, reason := range []string{"a\n- action: reject\n  id: country:NOR", "# x", "'\"", "{a: b}", "!!binary aGk=", "&a *a", "- x", "null", "1e3", "x: y", "|", ">-", "\u2028x", "a\tb", "% x", "---", "..."} {
		e := merge
		e.ID, e.Reason = fmt.Sprintf("institution:NOR/service-%d", i), reason
		_, j, err := r.Correct(e)
		if err != nil {
			if _, ok := errors.AsType[*curation.Mistake](err); !ok {
				t.Errorf("%q: %v", reason, err)
			}
			continue
		}
		r.done(t, r.end(t, j))
		want[reason] = true
	}
	r.close(t)
	r = open(t, folder, curation.Options{})
	for _, c := range must(r.Corrections())(t) {
		if !want[c.Entry.Reason] {
			t.Errorf("%q was not written", c.Entry.Reason)
		}
		delete(want, c.Entry.Reason)
	}
	if len(want) > 0 {
		t.Errorf("lost: %v", want)
	}
}
