// Package wholefile writes files that are there whole or not at all.
package wholefile

import (
	"errors"
	"os"
	"path/filepath"
)

// Write writes a file, or puts it in the place of the one there: who reads it
// meanwhile, or after a crash, finds the old or the new one.
func Write(path string, data []byte) error {
	file, err := Beside(path, data)
	if err != nil {
		return err
	}
	if err := os.Rename(file, path); err != nil {
		return errors.Join(err, os.Remove(file))
	}
	return nil
}

// Beside writes a file that is to take the place of another, in the same folder,
// which must be there. It returns the file's name, PATH.new-*, when all of it is on
// the disk: from then on to put it in its place takes no room.
func Beside(path string, data []byte) (file string, err error) {
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".new-*")
	if err != nil {
		return "", err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Chmod(0o644), f.Sync(), f.Close()); err != nil {
		return "", errors.Join(err, os.Remove(f.Name()))
	}
	return f.Name(), nil
}
