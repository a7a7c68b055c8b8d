# Pinned and locked parts, installed once per user and shared by all homes and checkouts.

cache=${FACET_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/facet}

install_python() { # name of the lock: mlflow, scoring, notebook, architecture, schemathesis
  install_once "$1" "$(python_folder "$1")" create_virtualenv "$root/stack/$1-requirements.txt"
}

install_azurite() {
  install_once azurite "$(azurite_folder)" npm_install "$root/stack"
}

install_schemas() {
  install_once schemas "$(schemas_folder)" npm_install "$root/stack/schemas"
}

# Programs in Go have no binaries in a registry: the compiler makes them, from the versions and checksums of go.sum.
install_tools() {
  install_once tools "$(tools_folder)" go_install
}

# A virtualenv belongs to its lock and to the Python that made it.
python_folder() { # name
  local interpreter
  interpreter=$("$python" -c 'import sys; print(sys.base_prefix, *sys.version_info[:2])')
  echo "$cache/$1-$( (cat "$root/stack/$1-requirements.txt" && echo "$interpreter") | digest)"
}

azurite_folder() {
  echo "$cache/azurite-$(cat "$root/stack/package.json" "$root/stack/package-lock.json" | digest)"
}

schemas_folder() {
  echo "$cache/schemas-$(cat "$root/stack/schemas/package-lock.json" | digest)"
}

tools_folder() {
  echo "$cache/tools-$( (cat "$root/stack/tools/go.sum" "$root/stack/tools/actionlint/go.sum" && go env GOOS GOARCH) | digest)"
}

digest() {
  "$python" -c 'import hashlib, sys; print(hashlib.sha256(sys.stdin.buffer.read()).hexdigest()[:12])'
}

# A folder is whole when it holds `.complete`; a half one, left by a broken install, is made anew.
install_once() { # what folder command...
  local what=$1 folder=$2
  shift 2
  [[ -e $folder/.complete ]] && return
  mkdir -p "$cache"
  (
    lock 9
    [[ -e $folder/.complete ]] && exit
    say "$what" "installing into $folder"
    SECONDS=0
    rm -rf "$folder"
    mkdir "$folder"
    if ! "$@" "$folder" >"$folder.log" 2>&1; then
      tail -n 40 "$folder.log" >&2
      fail "$what could not be installed; the whole log is $folder.log"
    fi
    touch "$folder/.complete"
    say "$what" "installed in $SECONDS s"
  ) 9>"$folder.lock"
}

create_virtualenv() { # lock folder
  "$python" -m venv "$2" &&
    PIP_USER=0 "$2/bin/python" -I -m pip install --no-input --disable-pip-version-check \
      --require-hashes --no-deps --only-binary :all: -r "$1"
}

# Azurite's package asks for Node 22 and runs on 20. No package's install script is needed.
npm_install() { # lock's folder
  cp "$1/package.json" "$1/package-lock.json" "$2" &&
    (cd "$2" && npm ci --ignore-scripts --engine-strict=false --legacy-peer-deps --no-audit --no-fund)
}

# actionlint has a module of its own: it wants another version of a YAML library than the others.
go_install() { # folder
  local module
  for module in "$root/stack/tools" "$root/stack/tools/actionlint"; do
    (cd "$module" && GOBIN=$1 GOFLAGS=-mod=readonly go install tool) || return
  done
}

# Plumbing for tests: the Python of a locked virtualenv, which is installed first if need be.
facet_stack_python() { # name
  [[ $# == 1 && -f $root/stack/$1-requirements.txt ]] || misuse "usage: ./facet stack-python mlflow|scoring|notebook|architecture|schemathesis"
  require python
  install_python "$1" >&2
  echo "$(python_folder "$1")/bin/python"
}

# The same for a second Azurite, with other settings: its script for Node.
facet_stack_azurite() {
  require python node
  install_azurite >&2
  echo "$(azurite_folder)/node_modules/.bin/azurite-blob"
}

# What looks at the web app, installed first where the script can.
facet_stack_browser() {
  require browser
  echo "$browser"
}

# What asks the service as often as it can.
install_load() {
  install_once load "$(load_folder)" load_install
}

load_folder() {
  echo "$cache/load-$( (cat "$root/stack/tools/bombardier/go.sum" && go env GOOS GOARCH) | digest)"
}

load_install() { # folder
  (cd "$root/stack/tools/bombardier" && GOBIN=$1 GOFLAGS=-mod=readonly go install tool)
}

# What checks the document of the API.
install_lint() {
  install_once lint "$(lint_folder)" npm_install "$root/stack/lint"
}

lint_folder() {
  echo "$cache/lint-$(cat "$root/stack/lint/package.json" "$root/stack/lint/package-lock.json" | digest)"
}
