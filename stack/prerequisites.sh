# What must be on the machine already. Everything missing is named at once, each with how to get it.

missing=()
python=python3

require() { # jdk mvn python node
  missing=()
  local tool
  for tool in "$@"; do
    "find_$tool"
  done
  ((${#missing[@]} == 0)) || fail "this machine lacks what Facet needs:" "${missing[@]}"
}

find_jdk() {
  local -a candidates=()
  local java="" pattern
  [[ -n ${JAVA_HOME:-} ]] && candidates+=("$JAVA_HOME")
  java=$(command -v java) && candidates+=("$(dirname "$(dirname "$(readlink -f "$java")")")")
  local search=${FACET_JDK_SEARCH-/usr/lib/jvm/*:/opt/*:$HOME/.sdkman/candidates/java/*:/Library/Java/JavaVirtualMachines/*/Contents/Home}
  local IFS=:
  for pattern in $search; do # unquoted: each is a glob
    [[ -d $pattern ]] && candidates+=("$pattern")
  done
  unset IFS
  if [[ -z ${FACET_JDK_SEARCH+set} && -x /usr/libexec/java_home ]]; then
    candidates+=("$(/usr/libexec/java_home -v 25+ 2>/dev/null || true)")
  fi

  jdk=
  local folder version best=0
  local -a seen=()
  for folder in "${candidates[@]}"; do
    version=$(jdk_version "$folder")
    seen+=("$folder (${version:-no JDK})")
    [[ $version =~ ^[0-9]+$ ]] && ((version >= 25)) || continue
    # What the user chose comes first; among the rest the JDK closest to the one Facet is tested on.
    if [[ $folder == "${JAVA_HOME:-}" || (-n $java && $java -ef $folder/bin/java) ]]; then
      jdk=$folder
      break
    fi
    if ((best == 0 || version < best)); then
      jdk=$folder best=$version
    fi
  done
  if [[ -n $jdk ]]; then
    export JAVA_HOME=$jdk
    return
  fi
  missing+=(
    "  JDK 25 or later: looked at JAVA_HOME (${JAVA_HOME:-not set}), java on the PATH (${java:-none}) and ${search:-nowhere else}"
    "    found: $(joined "${seen[@]}")"
    "    get it: Debian/Ubuntu package temurin-25-jdk (Adoptium) or openjdk-25-jdk; macOS: brew install --cask temurin@25; SDKMAN: sdk install java 25-tem"
  )
}

# The major version, read from the JDK's own `release` file: starting a JVM to ask would cost more than all the rest.
jdk_version() { # folder
  [[ -x $1/bin/javac && -r $1/release ]] || return 0
  sed -nE 's/^JAVA_VERSION="(1\.)?([0-9]+).*/\2/p' "$1/release"
}

joined() {
  local text=${1:-nothing}
  local item
  for item in "${@:2}"; do text+=", $item"; done
  echo "$text"
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
  local version=none
  version=$(node -p process.versions.node 2>/dev/null) || version=none
  [[ ${version%%.*} =~ ^[0-9]+$ ]] && ((${version%%.*} >= 20)) && command -v npm >/dev/null && return
  missing+=(
    "  Node 20 or later with npm: node is $version, npm is $(command -v npm || echo none)"
    "    get it: Debian/Ubuntu: apt install nodejs npm (or nodesource, nvm for a newer one); macOS: brew install node"
  )
}
