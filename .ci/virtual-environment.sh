#!/bin/sh
# Makes the virtual environment with the pinned dependencies, or brings it up to date.
#
#   sh .ci/virtual-environment.sh FOLDER [EXTRA]     for example: .venv dev
#
# PYTHON=… chooses the interpreter; otherwise the first of the usual names that is 3.11 or later.
set -eu

folder=$1
extra=${2:-}

say() { printf '%s\n' "$*" >&2; }

fits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

# A name alone proves nothing: version managers put stand-ins on PATH. So each is run.
find_python() {
  for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
    if fits "$name"; then
      printf '%s\n' "$name"
      return
    fi
  done
  return 1
}

# An interrupted set-up, or a Python that was updated away, leaves a folder that does not work.
works() { "$folder/bin/python" -c 'import pip' >/dev/null 2>&1 && fits "$folder/bin/python"; }

if ! works; then
  if ! python=$(find_python); then
    say "The kit needs Python 3.11 or later, and ${PYTHON:-python3} is not that."
    say "Please install it (docs/installation.md says how), then try again."
    say "If it is there under another name: make PYTHON=/path/to/python3.12"
    exit 1
  fi
  sh "$(dirname "$0")/system-packages.sh" venv "$python"
  say "Making a virtual environment in $folder with $("$python" --version)"
  "$python" -m venv --clear "$folder"
fi

say "Installing the pinned packages into $folder (the first time takes a minute)"
pip() { "$folder/bin/python" -m pip --disable-pip-version-check "$@" </dev/null; }
# The build backend is installed first, so that its version is pinned like all the others.
pip install --quiet --constraint constraints.txt hatchling editables
pip install --quiet --constraint constraints.txt --no-build-isolation \
  --editable ".${extra:+[$extra]}"
# axe-core looks pages over in the tests. The package that carries it asks for a second browser
# driver of 50 MB, which the tests do without: so it is installed alone.
if [ "$extra" = dev ]; then
  pip install --quiet --constraint constraints.txt --no-deps axe-playwright-python
fi
