package main

import (
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/valyala/fasthttp"
)

// A request is one that a load repeats.
type request struct {
	method, url, media, body string
}

// A measure says how requests were answered.
type measure struct {
	requests  int
	perSecond float64
	p50, p99  time.Duration
	longest   time.Duration
}

func (m measure) String() string {
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	return fmt.Sprintf("%6d requests, %8.0f a second, p50 %.2f ms, p99 %.2f ms, longest %.2f ms", m.requests, m.perSecond, ms(m.p50), ms(m.p99), ms(m.longest))
}

// load sends requests in turn from so many clients, each of which waits for an
// answer before it asks again, until so many are answered or the time is over.
// An answer other than 200 is an error.
func load(requests []request, clients, total int, longest time.Duration) (measure, error) {
	client := &fasthttp.Client{MaxConnsPerHost: clients, ReadTimeout: time.Minute, MaxResponseBodySize: 256 << 20}
	var (
		mu    sync.Mutex
		next  int
		took  []time.Duration
		wrong error
	)
	start := time.Now()
	take := func() (request, bool) {
		mu.Lock()
		defer mu.Unlock()
		if wrong != nil || next >= total || time.Since(start) > longest {
			return request{}, false
		}
		next++
		return requests[next%len(requests)], true
	}
	var all sync.WaitGroup
	for range clients {
		all.Go(func() {
			var own []time.Duration
			for {
				r, ok := take()
				if !ok {
					break
				}
				began := time.Now()
				if err := send(client, r); err != nil {
					mu.Lock()
					wrong = err
					mu.Unlock()
					break
				}
				own = append(own, time.Since(began))
			}
			mu.Lock()
			took = append(took, own...)
			mu.Unlock()
		})
	}
	all.Wait()
	elapsed := time.Since(start)
	if wrong != nil || len(took) == 0 {
		return measure{}, fmt.Errorf("after %d answers: %w", len(took), wrong)
	}
	slices.Sort(took)
	at := func(share float64) time.Duration { return took[min(int(share*float64(len(took))), len(took)-1)] }
	return measure{len(took), float64(len(took)) / elapsed.Seconds(), at(.5), at(.99), took[len(took)-1]}, nil
}

func send(client *fasthttp.Client, r request) error {
	req, resp := fasthttp.AcquireRequest(), fasthttp.AcquireResponse()
	defer fasthttp.ReleaseRequest(req)
	defer fasthttp.ReleaseResponse(resp)
	req.Header.SetMethod(r.method)
	req.SetRequestURI(r.url)
	if r.body != "" {
		req.Header.SetContentType(r.media)
		req.SetBodyString(r.body)
	}
	if err := client.Do(req, resp); err != nil {
		return err
	}
	if code := resp.StatusCode(); code != fasthttp.StatusOK {
		return fmt.Errorf("%s %s: %d %.300s", r.method, r.url, code, resp.Body())
	}
	return nil
}
