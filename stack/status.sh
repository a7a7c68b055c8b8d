# ./facet status

facet_status() {
  while (($#)); do
    [[ $1 == --*=* ]] && set -- "${1%%=*}" "${1#*=}" "${@:2}"
    case $1 in
      --help)
        echo "./facet status [--home DIR]"
        echo
        echo "Says what of this home runs, where, since when, and which model is served. Exit code 1 unless all of it runs."
        return
        ;;
      --home) set_home "${2-}" && shift ;;
      *) misuse "status does not know \"$1\"; see ./facet status --help" ;;
    esac
    shift
  done

  local part all=true
  for part in "${parts[@]}"; do
    part_status "$part" || all=false
  done
  part_runs service && model_status
  $all
}

part_status() { # part
  local known since
  if ! part_runs "$1"; then
    say "$1" "does not run"
    return 1
  fi
  known=$(known_port "$1")
  read -r _ _ since <"$home/run/$1.pid"
  if "$1_answers" "$known"; then
    say "$1" "http://127.0.0.1:$known since $since"
  else
    say "$1" "runs since $since, but does not answer on port ${known:-(not known yet)}; its log is $home/run/$1.log"
    return 1
  fi
}

model_status() {
  find_python
  say model "$("$python" "$root/stack/current_model.py" "http://127.0.0.1:$(known_port service)" "$home/keys/demo" 2>&1)"
}
