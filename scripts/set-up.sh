#!/usr/bin/env bash
# Installs what is missing, through apt, with sudo when not root. Offline and without rights it does nothing if all is there.
#   scripts/set-up.sh            the libraries that the program is built with
#   scripts/set-up.sh --tests    these and the tools that the tests use
set -eu
cd "$(dirname "$0")/.."

packages=(libsqlite3-dev libxlsxwriter-dev libminizip-dev pkg-config)
if [ "${1:-}" = --tests ]; then
  while read -r registry package _; do
    [ "$registry" = apt ] && packages+=("$package")
  done < scripts/test-tools.txt
fi

missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done

if [ "${#missing[@]}" -gt 0 ]; then
  if ! command -v apt-get >/dev/null; then
    echo "set-up: these are missing and there is no apt-get to install them: ${missing[*]}" >&2
    echo "set-up: install them with your system's package manager (names are Debian's), then run make again" >&2
    exit 1
  fi
  as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "set-up: run as root, or install sudo: apt-get install ${missing[*]}" >&2
      exit 1
    fi
    as_root=(sudo)
  fi
  echo "set-up: installing ${missing[*]}" >&2
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

if ! command -v swift >/dev/null; then
  echo "set-up: no swift on the PATH; install a Swift 6.2 or newer toolchain from https://www.swift.org/install/linux/" >&2
  exit 1
fi
