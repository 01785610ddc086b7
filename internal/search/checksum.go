package search

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
)

// checkSums makes sure that the segments of an index are whole. Bleve maps them
// into memory without looking, where a short file would end the process.
func checkSums(path string) error {
	files, err := filepath.Glob(filepath.Join(path, "store", "*.zap"))
	if err != nil {
		return err
	}
	for _, file := range files {
		if err := checkSum(file); err != nil {
			return fmt.Errorf("%s: %w", filepath.Base(file), err)
		}
	}
	return nil
}

// checkSum compares the last four bytes of a segment with the sum of those before.
func checkSum(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if info.Size() <= crc32.Size {
		return fmt.Errorf("it has only %d bytes", info.Size())
	}
	sum := crc32.NewIEEE()
	if _, err := io.CopyN(sum, f, info.Size()-crc32.Size); err != nil {
		return err
	}
	var last [crc32.Size]byte
	if _, err := io.ReadFull(f, last[:]); err != nil {
		return err
	}
	if binary.BigEndian.Uint32(last[:]) != sum.Sum32() {
		return fmt.Errorf("its checksum is wrong")
	}
	return nil
}
