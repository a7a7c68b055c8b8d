# ./facet down

facet_down() {
  while (($#)); do
    [[ $1 == --*=* ]] && set -- "${1%%=*}" "${1#*=}" "${@:2}"
    case $1 in
      --help)
        echo "./facet down [--home DIR]"
        echo
        echo "Stops the service, MLflow and Azurite of this home, and nothing else. What they stored stays."
        return
        ;;
      --home) set_home "${2-}" && shift ;;
      *) misuse "down does not know \"$1\"; see ./facet down --help" ;;
    esac
    shift
  done

  local part stopped=false
  for part in service mlflow azurite; do
    stop_part "$part" && stopped=true && say "$part" "stopped"
  done
  rm -f "$home/stack.properties"
  $stopped || echo "Nothing of $home runs."
}
