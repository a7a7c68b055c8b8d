# What must be on the machine already. Everything missing is named at once, each with how to get it.

missing=()
python=python3
browser=

require() { # jdk mvn python node go browser
  missing=()
  local tool
  for tool in "$@"; do
    "find_$tool"
  done
  ((${#missing[@]} == 0)) || fail "this machine lacks what Facet needs:" "${missing[@]}"
}

# JAVA_HOME and the PATH are the user's choice and come first; then the JDK closest to the one Facet is tested on.
find_jdk() {
  local chosen java="" found="" folder version best=
  java=$(readlink -f "$(command -v java)") || true
  for chosen in "${JAVA_HOME:-}" "${java%/bin/java}"; do
    version=$(jdk_version "$chosen")
    if ((${version:-0} >= 25)); then
      export JAVA_HOME=$chosen
      return
    fi
  done

  while read -r folder; do
    version=$(jdk_version "$folder")
    [[ -n $version ]] || continue
    found+="${found:+, }$folder ($version)"
    if ((version >= 25)) && ((version < ${best:-1000})); then
      best=$version
      jdk=$folder
    fi
  done < <(jdk_folders)
  if [[ -n $best ]]; then
    export JAVA_HOME=$jdk
    return
  fi
  missing+=(
    "  JDK 25 or later. Looked at: JAVA_HOME (${JAVA_HOME:-not set}), java on the PATH (${java:-none})${jdk_search:+, ${jdk_search//:/, }}"
    "    found: ${found:-no JDK there}"
    "    get it: Debian/Ubuntu: package temurin-25-jdk (Adoptium's) or openjdk-25-jdk; macOS: brew install --cask temurin@25;"
    "            SDKMAN: sdk install java 25-tem"
  )
}

jdk_search=${FACET_JDK_SEARCH-/usr/lib/jvm/*:/opt/*:$HOME/.sdkman/candidates/java/*:/Library/Java/JavaVirtualMachines/*/Contents/Home}

jdk_folders() {
  local -a patterns
  local pattern
  IFS=: read -ra patterns <<<"$jdk_search"
  for pattern in "${patterns[@]}"; do
    compgen -G "$pattern" || true
  done
  if [[ -z ${FACET_JDK_SEARCH+set} && -x /usr/libexec/java_home ]]; then
    /usr/libexec/java_home -v 25+ 2>/dev/null || true
  fi
}

# The major version, read from the JDK's own `release` file: starting a JVM to ask would cost more than all the rest.
jdk_version() { # folder
  [[ -x $1/bin/javac && -r $1/release ]] || return 0
  sed -nE 's/^JAVA_VERSION="(1\.)?([0-9]+).*/\2/p' "$1/release"
}

find_mvn() {
  command -v mvn >/dev/null || missing+=(
    "  Maven (mvn)"
    "    get it: Debian/Ubuntu: apt install maven; macOS: brew install maven"
  )
}

find_python() {
  local candidate
  for candidate in python3 python3.13 python3.12 python3.11 python3.10; do
    python=$(command -v "$candidate") || continue
    "$python" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 10))' 2>/dev/null && return
  done
  missing+=(
    "  Python 3.10 or later with its venv module: python3 is $(python3 --version 2>/dev/null || echo "not on the PATH")"
    "    get it: Debian/Ubuntu: apt install python3 python3-venv; macOS: brew install python@3.13"
  )
}

find_node() {
  local version
  version=$(node -p process.versions.node 2>/dev/null) || version=none
  [[ ${version%%.*} =~ ^[0-9]+$ ]] && ((${version%%.*} >= 20)) && command -v npm >/dev/null && return
  missing+=(
    "  Node 20 or later with npm: node is $version, npm is $(command -v npm || echo none)"
    "    get it: Debian/Ubuntu: apt install nodejs npm (or nodesource, nvm for a newer one); macOS: brew install node"
  )
}

find_go() {
  local version
  version=$(go env GOVERSION 2>/dev/null) || version=none
  [[ $version =~ ^go1\.([0-9]+) ]] && ((BASH_REMATCH[1] >= 26)) && return
  missing+=(
    "  Go 1.26 or later, which builds what checks the cloud design: go is $version"
    "    get it: https://go.dev/dl, or macOS: brew install go. Only ./facet test and ./facet architecture need it"
  )
}

# What looks at the web app. Debian's own is fetched where that takes no password; Ubuntu's is a snap, which can't be driven.
find_browser() {
  browser=$(installed_browser) && return
  if ((EUID == 0)) && grep -qs '^ID=debian' /etc/os-release && command -v apt-get >/dev/null; then
    say browser "installing Debian's chromium" >&2
    apt_browser && browser=$(installed_browser) && return
  fi
  missing+=(
    "  Chromium or Chrome, with which ./facet test looks at the web app: FACET_BROWSER is ${FACET_BROWSER:-not set}, and the PATH has none"
    "    get it: Debian: apt install chromium; Ubuntu: Google's google-chrome-stable; macOS: brew install --cask google-chrome"
  )
}

installed_browser() {
  if [[ -n ${FACET_BROWSER:-} ]]; then
    command -v "$FACET_BROWSER"
    return
  fi
  local candidate
  for candidate in chromium google-chrome google-chrome-stable "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    command -v "$candidate" && return
  done
  return 1
}

apt_browser() {
  local log
  log=$(mktemp)
  if DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends chromium fonts-liberation >"$log" 2>&1 ||
    { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends chromium fonts-liberation; } >"$log" 2>&1; then
    rm "$log"
  else
    tail -n 5 "$log" >&2
    rm "$log"
    return 1
  fi
}
