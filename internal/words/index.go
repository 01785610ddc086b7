package words

import "hash/maphash"

// An Index maps words to values. It is a hash table like a map, but a Form
// brings the hash of its word with it: that a word is not in an Index, as most
// are not, costs a look at one bit. The zero value is empty.
type Index[V any] struct {
	seen    []uint64   // bits set by the hashes of its words, a power of two of them
	slots   []slot     // a power of two of them, most of them free
	entries []entry[V] // in the order in which they were put
}

type slot struct {
	hash uint32
	at   uint32 // one more than an index into entries, 0 where the slot is free
}

type entry[V any] struct {
	word  string
	value V
}

// NewIndex returns an index of the words of m.
func NewIndex[V any](m map[string]V) *Index[V] {
	x := new(Index[V])
	for word, v := range m {
		x.Put(word, v)
	}
	return x
}

// Len returns the number of words in the index.
func (x *Index[V]) Len() int { return len(x.entries) }

// Put sets the value of a word, which is compared as it is.
func (x *Index[V]) Put(word string, value V) { x.put(hash(word), word, value) }

// Value returns the value of a word, the zero value where it has none.
func (x *Index[V]) Value(word string) V {
	v, _ := x.find(hash(word), word)
	return v
}

// Fold returns the value of what f folds to, the zero value where it has none.
func (x *Index[V]) Fold(f *Form) V {
	v, _ := x.find(f.foldHash, f.Fold)
	return v
}

// Stem returns the value of the stem of f, the zero value where it has none.
func (x *Index[V]) Stem(f *Form) V {
	v, _ := x.find(f.stemHash, f.Stem)
	return v
}

// Lacks reports whether what f folds to is surely not in the index. It says so
// of most words that are not, at a fraction of what looking them up costs.
func (x *Index[V]) Lacks(f *Form) bool { return x.lacks(f.foldHash) }

// LacksStem is Lacks for the stem of f.
func (x *Index[V]) LacksStem(f *Form) bool { return x.lacks(f.stemHash) }

func (x *Index[V]) lacks(hash uint32) bool {
	return len(x.seen) == 0 || x.seen[int(hash>>6)&(len(x.seen)-1)]&(1<<(hash&63)) == 0
}

func (x *Index[V]) find(hash uint32, word string) (v V, ok bool) {
	if len(x.slots) == 0 {
		return v, false
	}
	if at := x.slots[x.slot(hash, word)].at; at > 0 {
		return x.entries[at-1].value, true
	}
	return v, false
}

// slot is where the word is, or where it would be put.
func (x *Index[V]) slot(hash uint32, word string) uint32 {
	mask := uint32(len(x.slots) - 1)
	i := hash & mask
	for x.slots[i].at > 0 && (x.slots[i].hash != hash || x.entries[x.slots[i].at-1].word != word) {
		i = (i + 1) & mask
	}
	return i
}

func (x *Index[V]) put(hash uint32, word string, value V) {
	if roomy*len(x.entries) >= len(x.slots) {
		x.grow()
	}
	i := x.slot(hash, word)
	if at := x.slots[i].at; at > 0 {
		x.entries[at-1].value = value
		return
	}
	x.entries = append(x.entries, entry[V]{word, value})
	x.slots[i] = slot{hash, uint32(len(x.entries))}
	x.note(hash)
}

// note makes saw true of hash.
func (x *Index[V]) note(hash uint32) {
	x.seen[int(hash>>6)&(len(x.seen)-1)] |= 1 << (hash & 63)
}

// roomy is how many slots there are for a word at least: a word that is not in
// the index most likely meets a free one at once.
const roomy = 3

// bitsPerSlot makes it unlikely that the bit of a word that is not in the index
// is set.
const bitsPerSlot = 4

func (x *Index[V]) grow() {
	old := x.slots
	x.slots = make([]slot, max(4, 2*len(old)))
	x.seen = make([]uint64, max(1, bitsPerSlot*len(x.slots)/64))
	mask := uint32(len(x.slots) - 1)
	for _, s := range old {
		if s.at == 0 {
			continue
		}
		i := s.hash & mask
		for x.slots[i].at > 0 {
			i = (i + 1) & mask
		}
		x.slots[i] = s
		x.note(s.hash)
	}
}

// seed keeps words from being made up that share a hash, as that of Go's maps.
var seed = maphash.MakeSeed()

// hash is the hash of a word in this run of the program.
func hash(word string) uint32 { return uint32(maphash.String(seed, word)) }
