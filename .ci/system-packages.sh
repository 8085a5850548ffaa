#!/bin/sh
# Sees to what the kit needs from the operating system, and no more than that.
#
#   sh .ci/system-packages.sh venv PYTHON   what PYTHON needs to make a virtual environment
#   sh .ci/system-packages.sh pdf           Pango, which sets the type in PDFs
#   sh .ci/system-packages.sh tests         a browser, two PDF tools and an office, for the tests
#
# Where apt-get is there and we may use it (as root, or by sudo without a password), it installs
# what is missing; elsewhere it prints the command for this system. What is missing is fatal for
# `venv`, and in continuous integration (CI is set); otherwise the work goes on without it.
set -eu

pdf_packages="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
test_packages="chromium chromium-driver poppler-utils qpdf libreoffice-writer libreoffice-impress"

say() { printf '%s\n' "$*" >&2; }

has() { command -v "$1" >/dev/null 2>&1; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo -n "$@"
  fi
}

may_install() {
  has apt-get || return 1
  [ "$(id -u)" -eq 0 ] && return 0
  has sudo && sudo -n true >/dev/null 2>&1
}

# Prints those of the Debian packages named that are not installed.
missing_packages() {
  for package in "$@"; do
    status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) || status=absent
    [ "$status" = installed ] || printf '%s ' "$package"
  done
}

apt_install() {
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -q --no-install-recommends "$@" </dev/null >&2
}

install_packages() {
  say "Installing from this system's packages: $*"
  apt_install "$@" && return 0
  # The lists of a fresh machine are empty or old: fetch them, then try once more.
  as_root apt-get update -q </dev/null >&2 && apt_install "$@"
}

# The family of this system, by the names that /etc/os-release uses.
system_family() {
  case "$(uname -s)" in
    Darwin) echo macos; return ;;
    MINGW* | MSYS* | CYGWIN*) echo windows; return ;;
  esac
  names=""
  if [ -r /etc/os-release ]; then
    # shellcheck disable=SC1091  # a file of the system
    names=$(. /etc/os-release && printf '%s %s' "${ID:-}" "${ID_LIKE:-}")
  fi
  for name in $names; do
    case "$name" in
      debian | ubuntu) echo debian; return ;;
      fedora | rhel | centos) echo fedora; return ;;
      arch) echo arch; return ;;
      suse | opensuse) echo suse; return ;;
      alpine) echo alpine; return ;;
    esac
  done
  echo other
}

# Prints the command that a person would type here for one of the three sets of packages.
command_for() {
  family=$(system_family)
  case "$family:$1" in
    debian:venv) echo "sudo apt-get install $(venv_package "$2")" ;;
    debian:pdf) echo "sudo apt-get install $pdf_packages" ;;
    debian:tests) echo "sudo apt-get install $test_packages" ;;
    fedora:venv) echo "sudo dnf install python3" ;;
    fedora:pdf) echo "sudo dnf install pango" ;;
    fedora:tests) echo "sudo dnf install chromium chromedriver poppler-utils qpdf libreoffice-writer libreoffice-impress" ;;
    arch:venv) echo "sudo pacman -S python" ;;
    arch:pdf) echo "sudo pacman -S pango" ;;
    arch:tests) echo "sudo pacman -S chromium poppler qpdf libreoffice-fresh" ;;
    suse:venv) echo "sudo zypper install python311" ;;
    suse:pdf) echo "sudo zypper install libpango-1_0-0 libharfbuzz-subset0" ;;
    suse:tests) echo "sudo zypper install chromium chromedriver poppler-tools qpdf libreoffice-writer libreoffice-impress" ;;
    alpine:venv) echo "sudo apk add python3" ;;
    alpine:pdf) echo "sudo apk add pango" ;;
    alpine:tests) echo "sudo apk add chromium chromium-chromedriver poppler-utils qpdf libreoffice-writer libreoffice-impress" ;;
    macos:venv) echo "brew install python" ;;
    macos:pdf) echo "brew install pango" ;;
    macos:tests) echo "brew install --cask chromium chromedriver libreoffice && brew install poppler qpdf" ;;
    *) echo "see docs/installation.md" ;;
  esac
}

# Debian cuts venv out of each of its Pythons: python3-venv, or python3.12-venv for python3.12.
venv_package() {
  case "$(basename "$1")" in
    python3.*) echo "$(basename "$1")-venv" ;;
    *) echo python3-venv ;;
  esac
}

pdf_is_there() {
  if has dpkg-query; then
    # shellcheck disable=SC2086  # a list of words is meant
    [ -z "$(missing_packages $pdf_packages)" ]
  elif has ldconfig; then
    ldconfig -p | grep -q 'libpangoft2-1\.0'
  elif has brew; then
    brew list pango >/dev/null 2>&1
  elif has pkg-config; then
    pkg-config --exists pangoft2
  else
    return 1
  fi
}

tests_are_there() {
  { has chromium || has chromium-browser || has google-chrome; } &&
    has chromedriver && has pdftoppm && has qpdf && has soffice
}

give_up_or_go_on() {
  say ""
  say "$1"
  say "    $2"
  say ""
  if [ -n "${CI:-}" ]; then
    exit 1
  fi
}

case "${1:-}" in
  venv)
    python=$2
    "$python" -c 'import ensurepip, venv' >/dev/null 2>&1 && exit 0
    if may_install; then
      install_packages "$(venv_package "$python")" || true
    fi
    "$python" -c 'import ensurepip, venv' >/dev/null 2>&1 && exit 0
    say ""
    say "$python cannot make a virtual environment here. Please run this, then try again:"
    say "    $(command_for venv "$python")"
    exit 1
    ;;
  pdf)
    pdf_is_there && exit 0
    if may_install; then
      # shellcheck disable=SC2046,SC2086  # lists of words are meant
      install_packages $(missing_packages $pdf_packages) && exit 0
    fi
    give_up_or_go_on "Pango is missing: the kit makes its HTML, but no PDF. To get PDFs too, run:" \
      "$(command_for pdf)"
    ;;
  tests)
    tests_are_there && exit 0
    if may_install; then
      # shellcheck disable=SC2046,SC2086  # lists of words are meant
      install_packages $(missing_packages $test_packages) && exit 0
    fi
    give_up_or_go_on "Tests that need a browser, an office, qpdf or pdftoppm are skipped. To run them all:" \
      "$(command_for tests)"
    ;;
  *)
    say "usage: sh .ci/system-packages.sh venv PYTHON | pdf | tests"
    exit 2
    ;;
esac
