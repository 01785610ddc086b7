package pdf

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"encoding/binary"
	"fmt"
)

// A lock opens the streams of a file that is encrypted without a password to
// read it: such files restrict printing or copying only. (PDF 32000-1, 7.6.)
type lock struct {
	key []byte
	aes bool
}

// padding stands in for the password that is not there.
var padding = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

// unlock makes the key of an encrypted file, nil for one that is not.
func (f *file) unlock(trailer dict) (*lock, error) {
	e := f.dict(trailer["Encrypt"])
	if e == nil {
		return nil, nil
	}
	revision := f.int(e["R"])
	if f.resolve(e["Filter"]) != name("Standard") || revision < 2 || revision > 4 {
		return nil, fmt.Errorf("%w in a way that is not read (revision %d)", ErrEncrypted, revision)
	}
	size := 5
	if n := f.int(e["Length"]) / 8; revision > 2 && n >= 5 && n <= 16 {
		size = n
	}
	l := &lock{}
	if f.int(e["V"]) == 4 {
		size = 16
		filter, _ := f.resolve(e["StmF"]).(name)
		l.aes = f.dict(f.dict(e["CF"])[filter])["CFM"] == name("AESV2")
	}
	l.key = f.key(e, trailer, revision, size)
	if user, _ := f.resolve(e["U"]).(text); !bytes.HasPrefix([]byte(user), l.proof(f.id(trailer), revision)) {
		return nil, fmt.Errorf("%w: it asks for a password", ErrEncrypted)
	}
	return l, nil
}

// id is the first part of the file's identifier.
func (f *file) id(trailer dict) []byte {
	if ids := f.list(trailer["ID"]); len(ids) > 0 {
		id, _ := f.resolve(ids[0]).(text)
		return []byte(id)
	}
	return nil
}

func (f *file) key(e, trailer dict, revision, size int) []byte {
	owner, _ := f.resolve(e["O"]).(text)
	h := md5.New()
	h.Write(padding)
	h.Write([]byte(owner))
	h.Write(binary.LittleEndian.AppendUint32(nil, uint32(int64(f.int(e["P"])))))
	h.Write(f.id(trailer))
	if revision >= 4 && f.resolve(e["EncryptMetadata"]) == false {
		h.Write([]byte{0xff, 0xff, 0xff, 0xff})
	}
	key := h.Sum(nil)
	if revision >= 3 {
		for range 50 {
			sum := md5.Sum(key[:size])
			key = sum[:]
		}
	}
	return key[:size]
}

// proof is what the file holds under "U" if the key is right.
func (l *lock) proof(id []byte, revision int) []byte {
	if revision == 2 {
		return rc4of(l.key, padding)
	}
	sum := md5.Sum(append(bytes.Clone(padding), id...))
	out := sum[:]
	for i := range 20 {
		key := bytes.Clone(l.key)
		for j := range key {
			key[j] ^= byte(i)
		}
		out = rc4of(key, out)
	}
	return out
}

func rc4of(key, data []byte) []byte {
	c, err := rc4.NewCipher(key)
	if err != nil {
		return data // the key has 5 to 16 bytes
	}
	out := make([]byte, len(data))
	c.XORKeyStream(out, data)
	return out
}

// open decrypts the bytes of an object's stream.
func (l *lock) open(data []byte, id ref) []byte {
	seed := append(bytes.Clone(l.key), byte(id.number), byte(id.number>>8), byte(id.number>>16), byte(id.generation), byte(id.generation>>8))
	if l.aes {
		seed = append(seed, "sAlT"...)
	}
	sum := md5.Sum(seed)
	key := sum[:min(len(l.key)+5, 16)]
	if !l.aes {
		return rc4of(key, data)
	}
	block, err := aes.NewCipher(key)
	if err != nil || len(data) < 2*aes.BlockSize {
		return nil
	}
	body := data[aes.BlockSize : len(data)-len(data)%aes.BlockSize]
	out := make([]byte, len(body))
	cipher.NewCBCDecrypter(block, data[:aes.BlockSize]).CryptBlocks(out, body)
	if pad := int(out[len(out)-1]); pad <= aes.BlockSize && pad <= len(out) {
		out = out[:len(out)-pad]
	}
	return out
}
