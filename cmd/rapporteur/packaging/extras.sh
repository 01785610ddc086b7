#!/bin/sh
# Writes what a release packs beside the program into DIR: manual pages of the day
# given, and completions. Run at the top of the repository:
#
#   extras.sh DIR 2026-05-02
set -eu
dir=$1 day=$2
rm -rf "$dir"
mkdir -p "$dir/man" "$dir/completions"
go build -o "$dir/rapporteur" ./cmd/rapporteur
"$dir/rapporteur" man --date "$day" "$dir/man"
for shell in bash zsh fish powershell; do
	"$dir/rapporteur" completion "$shell" > "$dir/completions/rapporteur.$shell"
done
rm "$dir/rapporteur"
