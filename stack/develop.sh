# The Java command line, and the commands for developing.

# Everything that is not the script's goes to the Java command line; --home works there as it does everywhere.
facet_java() {
  local -a arguments=()
  while (($#)); do
    case $1 in
      --home) set_home "${2-}" && shift ;;
      --home=*) set_home "${1#*=}" ;;
      *) arguments+=("$1") ;;
    esac
    shift
  done
  require_java
  build >&2
  run_java "${arguments[@]}"
}

# They silence warnings about libraries (Netty, Protobuf) that nobody here can act on.
java_options=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)

run_java() { # argument...
  FACET_HOME=$home FACET_COMMIT=$(commit) exec "$JAVA_HOME/bin/java" "${java_options[@]}" \
    -cp "$training_jar" io.facet.training.Facet "$@"
}

# What a model's provenance names: the commit, marked when the checkout differs from it.
commit() {
  local id
  id=$(git -C "$root" rev-parse HEAD 2>/dev/null) || return 0
  git -C "$root" diff --quiet HEAD 2>/dev/null || id+=-dirty
  echo "$id"
}

facet_mvn() {
  if [[ ${1-} == --help && $# == 1 ]]; then
    echo "./facet mvn ARGUMENT..."
    echo
    echo "Runs Maven in the checkout, on the JDK that Facet needs. Example: ./facet mvn -pl valuation -am verify"
    return
  fi
  require jdk mvn
  cd "$root"
  exec mvn "$@"
}

facet_screenshots() {
  case ${1-} in
    --help)
      echo "./facet screenshots [--home DIR]"
      echo
      echo "Takes the pictures of the web app and of MLflow that the READMEs show, of the stack that runs. It must have seen"
      echo "./facet train --sweep and ./facet pipeline."
      return
      ;;
    --home) set_home "${2-}" ;;
    --home=*) set_home "${1#*=}" ;;
    "") ;;
    *) misuse "screenshots does not know \"$1\"; see ./facet screenshots --help" ;;
  esac
  [[ -f $home/stack.properties ]] || fail "nothing runs in $home: ./facet up starts it"
  require jdk mvn node browser
  FACET_HOME=$home FACET_BROWSER=$browser mvn -f "$root/pom.xml" -q -B -Dspotless.check.skip -pl service -am test \
    -Dtest=Screenshots -Dsurefire.failIfNoSpecifiedTests=false </dev/null
}

facet_test() {
  local -a long=()
  while (($#)); do
    case $1 in
      --help)
        echo "./facet test [--long]"
        echo
        echo "Runs every test: how the data is made, Maven's verify (unit, contract and integration tests, the web"
        echo "app in a browser), the API's document and whether the service keeps to it, this script from nothing to a priced stone, the notebook, executed from"
        echo "nothing, and the cloud design. --long also installs everything into an empty cache."
        return
        ;;
      --long) long=(--long) ;;
      *) misuse "test does not know \"$1\"; see ./facet test --help" ;;
    esac
    shift
  done

  require jdk mvn python node go browser
  export FACET_BROWSER=$browser
  exec </dev/null
  unset FACET_HOME
  cd "$root"
  # Tests have time limits, which are not for downloads.
  install_python mlflow
  install_azurite
  install_python scoring
  failures=()
  suite "data" "$python" datasets/diamonds/test_make.py
  suite "damaged data" "$python" datasets/diamonds/test_damage.py
  suite "Java" mvn -B verify ${long:+-Dfacet.long}
  suite "OpenAPI" lint_openapi
  suite "API" schemathesis_python stack/test_api.py
  suite "script" "$python" stack/test_stack.py "${long[@]}"
  suite "notebook" notebook_python notebooks/test_notebook.py
  suite "architecture" architecture_python architecture/test_architecture.py
  suite "workflows" architecture_python stack/test_workflows.py
  ((${#failures[@]} == 0)) || fail "failed: ${failures[*]}"
  echo "All tests passed."
}

# Nothing is sent anywhere, and nothing newer is asked for.
lint_openapi() {
  install_lint &&
    REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true \
      node "$(lint_folder)/node_modules/.bin/redocly" lint service/openapi.yaml
}

schemathesis_python() { # argument...
  local asker
  asker=$(facet_stack_python schemathesis) && "$asker" "$@"
}

notebook_python() { # argument...
  local jupyters
  jupyters=$(facet_stack_python notebook) && "$jupyters" "$@"
}

# Runs all of them, whatever fails before, so that one run tells everything.
suite() { # name command...
  local name=$1
  shift
  printf '\n== %s: %s\n' "$name" "$*"
  "$@" || failures+=("$name")
}
