# ./facet architecture

architecture_help() {
  cat <<'TEXT'
./facet architecture draw|capacity|measure|check [TEST...]

The cloud design in architecture/.

  draw      renders diagrams/*.d2 to SVG
  capacity  computes pods, nodes, cost and the simulated day from capacity/*.json and *.csv
  measure   measures what one pod does on this machine, six minutes; needs wrk and PostgreSQL
  check     holds the deployment skeleton and the documents against the code; TEST as in unittest

The first time it installs what it needs into the shared cache; building the Go programs takes some minutes.
TEXT
}

facet_architecture() {
  case ${1:-} in
    --help | -h) architecture_help ;;
    draw) require python go && architecture_python "$root/architecture/diagrams/draw.py" "${@:2}" ;;
    capacity) require python go && architecture_python "$root/architecture/capacity/compute.py" "${@:2}" ;;
    measure) require jdk mvn python node go && build >&2 && architecture_python "$root/architecture/capacity/measure.py" ;;
    check) require jdk mvn python node go && build >&2 && architecture_python "$root/architecture/test_architecture.py" "${@:2}" ;;
    *) misuse "architecture draws, computes, measures or checks; see ./facet architecture --help" ;;
  esac
}

# The Python of the design's own lock, with the Go programs and the types that its checks use beside it.
architecture_python() { # argument...
  install_python architecture >&2
  install_tools >&2
  install_schemas >&2
  PYTHONDONTWRITEBYTECODE=1 FACET_TOOLS=$(tools_folder) FACET_SCHEMAS=$(schemas_folder) \
    "$(python_folder architecture)/bin/python" "$@"
}
