package cache

// The bounds of what is known of other keys: so many, each so long.
const (
	mostAliases  = 4096
	longestAlias = 1 << 10
)

// Alias makes the answer of a key known by another key, such as a question in the
// very words in which it came, where the key says what it means.
func (c *Cache) Alias(alias, key string) {
	if len(alias) > longestAlias {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.held.has(key) {
		c.aliases.put(alias, key, 1)
	}
}

// FindAlias returns the answer that is known by another key, if it is there.
func (c *Cache) FindAlias(alias string) (*Answer, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	key, ok := c.aliases.get(alias)
	if !ok {
		return nil, false
	}
	a, ok := c.held.get(key)
	if !ok {
		c.aliases.remove(alias)
	}
	return a, ok
}
