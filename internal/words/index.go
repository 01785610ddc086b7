package words

import "hash/maphash"

// An Index maps words to values. It is a hash table like a map, but a Form
// brings the hash of its word with it: that a word is not in an Index, as most
// are not, costs a look at one or two numbers. The zero value is empty.
type Index[V any] struct {
	hashes  []uint32 // a power of two of them, 0 where a slot is free; some always are
	entries []entry[V]
	count   int
}

type entry[V any] struct {
	word  string
	value V
}

// Len returns the number of words in the index.
func (x *Index[V]) Len() int { return x.count }

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

func (x *Index[V]) find(hash uint32, word string) (v V, ok bool) {
	if len(x.hashes) == 0 {
		return v, false
	}
	if i := x.slot(hash, word); x.hashes[i] != 0 {
		return x.entries[i].value, true
	}
	return v, false
}

// slot is where the word is, or where it would be put.
func (x *Index[V]) slot(hash uint32, word string) uint32 {
	mask := uint32(len(x.hashes) - 1)
	i := hash & mask
	for x.hashes[i] != 0 && (x.hashes[i] != hash || x.entries[i].word != word) {
		i = (i + 1) & mask
	}
	return i
}

func (x *Index[V]) put(hash uint32, word string, value V) {
	if 2*(x.count+1) > len(x.hashes) {
		x.grow()
	}
	i := x.slot(hash, word)
	if x.hashes[i] == 0 {
		x.count++
	}
	x.hashes[i], x.entries[i] = hash, entry[V]{word, value}
}

func (x *Index[V]) grow() {
	old := *x
	*x = Index[V]{hashes: make([]uint32, max(2, 2*len(old.hashes)))}
	x.entries = make([]entry[V], len(x.hashes))
	for i, h := range old.hashes {
		if h != 0 {
			x.put(h, old.entries[i].word, old.entries[i].value)
		}
	}
}

// seed keeps words from being made up that share a hash, as that of Go's maps.
var seed = maphash.MakeSeed()

// hash is the hash of a word in this run of the program, and never 0.
func hash(word string) uint32 { return max(uint32(maphash.String(seed, word)), 1) }
