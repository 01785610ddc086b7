package words

import "hash/maphash"

// An Index maps words to values. It is a hash table like a map, but a Form
// brings the hash of its word with it: that a word is not in an Index, as most
// are not, costs a look at one or two numbers. The zero value is empty.
type Index[V any] struct {
	slots []slot[V] // a power of two of them, never full
	count int
}

type slot[V any] struct {
	hash  uint32 // 0 where the slot is free
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
	if len(x.slots) == 0 {
		return v, false
	}
	mask := uint32(len(x.slots) - 1)
	for i := hash & mask; x.slots[i].hash != 0; i = (i + 1) & mask {
		if s := &x.slots[i]; s.hash == hash && s.word == word {
			return s.value, true
		}
	}
	return v, false
}

func (x *Index[V]) put(hash uint32, word string, value V) {
	if 4*(x.count+1) > 3*len(x.slots) {
		x.grow()
	}
	mask := uint32(len(x.slots) - 1)
	i := hash & mask
	for ; x.slots[i].hash != 0; i = (i + 1) & mask {
		if s := &x.slots[i]; s.hash == hash && s.word == word {
			s.value = value
			return
		}
	}
	x.slots[i] = slot[V]{hash, word, value}
	x.count++
}

func (x *Index[V]) grow() {
	old := x.slots
	x.slots, x.count = make([]slot[V], max(2, 2*len(old))), 0
	for _, s := range old {
		if s.hash != 0 {
			x.put(s.hash, s.word, s.value)
		}
	}
}

// seed keeps words from being made up that share a hash, as that of Go's maps.
var seed = maphash.MakeSeed()

// hash is the hash of a word in this run of the program, and never 0.
func hash(word string) uint32 { return max(uint32(maphash.String(seed, word)), 1) }
