#!/usr/bin/env bash
# Writes the manual page and the shell completions of a built jianbao to where shells and man look for them.
#   scripts/install-manuals.sh BINARY SHARE
set -eu
binary=$1 share=$2

put() {
  install -d "$(dirname "$share/$1")"
  "$binary" "${@:2}" > "$share/$1"
  chmod 644 "$share/$1"
}

put man/man1/jianbao.1 man --lang en
put man/zh_CN/man1/jianbao.1 man --lang zh
put bash-completion/completions/jianbao completions bash
put zsh/site-functions/_jianbao completions zsh
put fish/vendor_completions.d/jianbao.fish completions fish
