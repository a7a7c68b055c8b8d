# ./facet backup and ./facet restore

store_help() { # command
  cat <<TEXT
./facet $1 FILE [--home DIR]

Copies the service's store (valuations, appraisals, keys, use; not who is signed in) into FILE, or takes FILE back
into an empty store. FACET_DATABASE says which PostgreSQL; without it it is the H2 of the home, whose service must
be stopped meanwhile (./facet down). A copy of the one kind can be taken back into the other. Keys work afterwards
only with the same secret: keep HOME/service/pepper, or FACET_KEY_PEPPER, too, elsewhere.
TEXT
}

facet_store() { # command argument...
  local command=$1 file=""
  shift
  while (($#)); do
    case $1 in
      --help | -h) store_help "$command" && return ;;
      --home) set_home "${2-}" && shift ;;
      --home=*) set_home "${1#*=}" ;;
      -*) misuse "$command does not know \"$1\"; see ./facet $command --help" ;;
      *) [[ -z $file ]] || misuse "$command takes one file" && file=$1 ;;
    esac
    shift
  done
  [[ -n $file ]] || misuse "$command needs a file; see ./facet $command --help"
  require_java
  build >&2
  FACET_HOME=$home exec "$JAVA_HOME/bin/java" "${java_options[@]}" -jar "$service_jar" "$command" "$file"
}
