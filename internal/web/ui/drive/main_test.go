package drive_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

var (
	chromium  = flag.String("chromium", "", "the browser to drive; without it, one that is on the path")
	artefacts = flag.String("artefacts", filepath.Join(root, "artefacts"), "folder for screenshots")
	update    = flag.Bool("update", false, "write the screenshots of the README")
)

const root = "../../../.."

// driven is what all tests share: the program, built once, and a browser.
var driven struct {
	program string
	browser context.Context
	missing string // why there is no browser
}

func TestMain(m *testing.M) {
	flag.Parse()
	os.Exit(run(m))
}

func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "drive")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)

	browser, err := findBrowser()
	if err != nil {
		driven.missing = err.Error()
		fmt.Println("SKIPPED: the tests in a browser:", err)
		return m.Run()
	}
	driven.program = filepath.Join(dir, "rapporteur")
	build := exec.Command("go", "build", "-o", driven.program, "./cmd/rapporteur")
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "building the program: %v\n%s", err, out)
		return 1
	}
	ctx, stop := start(browser, filepath.Join(dir, "profile"))
	defer stop()
	if err := chromedp.Do(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "starting the browser:", err)
		return 1
	}
	driven.browser = ctx
	defer func() {
		for _, end := range atExit {
			end()
		}
	}()
	return m.Run()
}

// atExit are called when all tests have run.
var atExit []func()

func findBrowser() (string, error) {
	if *chromium != "" {
		return exec.LookPath(*chromium)
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("there is no Chromium; Debian has it as the package chromium")
}

// mouse tells pages that there is one, which they do not believe without a screen.
const mouse = "primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4"

// start starts a browser that talks to nobody but the pages it is given.
func start(path, profile string) (context.Context, context.CancelFunc) {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.UserDataDir(profile), chromedp.WindowSize(1280, 900),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-gpu", true), chromedp.Flag("hide-scrollbars", false),
		chromedp.Flag("blink-settings", mouse),
		chromedp.Flag("lang", "en-GB"), chromedp.Flag("force-color-profile", "srgb"),
	)
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox) // Chromium refuses a sandbox to root
	}
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, cancel := chromedp.NewContext(allocator)
	return ctx, func() { cancel(); stop() }
}
