# The folder of one local stack, and what it remembers of its ports.

set_home() { # DIR
  [[ -n $1 ]] || misuse "--home needs a folder"
  [[ $1 == /* ]] && home=$1 || home=$PWD/$1
  home=${home%/}
}

set_home "${FACET_HOME:-$root/.facet}"

# stack.properties tells the Java command line where the parts are; it exists while one of them runs.
declare -A url_path=([azurite]=/devstoreaccount1 [mlflow]="" [service]="")
declare -A url_name=([azurite]=blob [mlflow]=mlflow [service]=service)

# The port on which a part was last told to listen; nothing if none is known.
known_port() { # part
  sed -nE "s#^${url_name[$1]}=http://127\.0\.0\.1:([0-9]+).*#\1#p" "$home/stack.properties" 2>/dev/null || true
}

write_stack_properties() {
  local part lines=""
  for part in "${parts[@]}"; do
    part_runs "$part" && lines+="${url_name[$part]}=http://127.0.0.1:${port[$part]:-$(known_port "$part")}${url_path[$part]}"$'\n'
  done
  if [[ -z $lines ]]; then
    rm -f "$home/stack.properties"
  else
    printf '%s' "$lines" >"$home/stack.properties.new"
    mv "$home/stack.properties.new" "$home/stack.properties"
  fi
}
