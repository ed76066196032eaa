#!/usr/bin/env bash
# Installs what is missing, through apt, with sudo when not root. Offline and without rights it does nothing if all is there.
#   scripts/set-up.sh            the libraries that the program is built with
#   scripts/set-up.sh --tests    these and the tools that the tests use
set -eu
cd "$(dirname "$0")/.."

packages=(libsqlite3-dev libxlsxwriter-dev libminizip-dev pkg-config)
wheels=()
if [ "${1:-}" = --tests ]; then
  while read -r registry package _; do
    case "$registry" in
      apt) packages+=("$package") ;;
      pypi) wheels+=("$package") ;;
    esac
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

# Wheels go into a folder of their own below .build; without the network their tests say that they were left out.
tools=.build/test-tools
if [ "${#wheels[@]}" -gt 0 ] && [ "$(cat "$tools/wheels.txt" 2>/dev/null)" != "${wheels[*]}" ]; then
  echo "set-up: installing ${wheels[*]} into $tools" >&2
  if python3 -m venv "$tools" && "$tools/bin/pip" install --quiet --disable-pip-version-check --retries 1 --timeout 30 "${wheels[@]}"; then
    echo "${wheels[*]}" > "$tools/wheels.txt"
  else
    echo "set-up: ${wheels[*]} cannot be installed now; run make set-up-tests again with the network" >&2
  fi
fi

if ! command -v swift >/dev/null; then
  echo "set-up: no swift on the PATH; install a Swift 6.2 or newer toolchain from https://www.swift.org/install/linux/" >&2
  exit 1
fi
