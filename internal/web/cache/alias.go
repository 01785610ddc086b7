package cache

import "github.com/hashicorp/golang-lru/v2/simplelru"

// The bounds of what is known of other keys: so many, each so long.
const (
	mostAliases  = 4096
	longestAlias = 1 << 10
)

// aliases are other keys of answers, such as a question in the very words in
// which it came, where the key says what it means.
type aliases = simplelru.LRU[string, string]

func newAliases() *aliases {
	known, _ := simplelru.NewLRU[string, string](mostAliases, nil) // fails for no room at all
	return known
}

// Alias makes the answer of a key known by another key.
func (c *Cache) Alias(alias, key string) {
	if len(alias) > longestAlias {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.held.Contains(key) {
		c.aliases.Add(alias, key)
	}
}

// FindAlias returns the answer that is known by another key, if it is there.
func (c *Cache) FindAlias(alias string) (*Answer, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	key, ok := c.aliases.Get(alias)
	if !ok {
		return nil, false
	}
	a, ok := c.held.Get(key)
	if !ok {
		c.aliases.Remove(alias)
	}
	return a, ok
}
