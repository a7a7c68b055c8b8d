# ./facet notebook

notebook_help() {
  cat <<'TEXT'
./facet notebook [--run | --check | --html FILE] [--port 8888] [--no-browser] [--home DIR] [NOTEBOOK]

Opens notebooks/challenge1.ipynb, or another, in Jupyter: with the Java kernel, Facet's modules and the data in place.
Where a stack was up already (./facet up), the runs that the notebook makes appear in its MLflow. Another notebook
finds figures in the folder figures/ beside it.

  --run          execute it from nothing, without a browser, and write what came out into the notebook:
                 outputs, and the figures that its text quotes
  --check        execute it from nothing, change nothing; exit code 1 when a cell fails or when an output or a
                 figure in the text is no longer what is computed
  --html FILE    write a copy for a browser, with the outputs that the notebook holds
  --port N       of Jupyter; the next free one if it is taken
  --no-browser   print the address instead of opening it, for VS Code or another machine
TEXT
}

facet_notebook() {
  local notebook=$root/notebooks/challenge1.ipynb task=open html="" jupyter_port=8888
  local -a browser=()
  while (($#)); do
    [[ $1 == --*=* ]] && set -- "${1%%=*}" "${1#*=}" "${@:2}"
    case $1 in
      --help) notebook_help && return ;;
      --run) task=run ;;
      --check) task=check ;;
      --html) task=html html=${2-} && [[ -n $html ]] || misuse "--html needs a file" && shift ;;
      --port) jupyter_port=${2-} && [[ $jupyter_port =~ ^[0-9]+$ ]] || misuse "--port needs a number" && shift ;;
      --no-browser) browser=(--no-browser) ;;
      --home) set_home "${2-}" && shift ;;
      -*) misuse "notebook does not know \"$1\"; see ./facet notebook --help" ;;
      *) notebook=$(realpath "$1") && [[ -f $notebook ]] || misuse "there is no notebook $1" ;;
    esac
    shift
  done

  if stale; then require jdk mvn python node; else require jdk python; fi
  build >&2
  install_python notebook >&2
  notebook_environment
  case $task in
    open)
      exec "$notebook_bin/jupyter" lab --ServerApp.root_dir="$root" --port "$jupyter_port" \
        --KernelSpecManager.ensure_native_kernel=False --KernelSpecManager.allowed_kernelspecs=facet \
        --MultiKernelManager.default_kernel_name=facet \
        --LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate --LabApp.news_url=None \
        $([[ $UID != 0 ]] || echo --allow-root) "${browser[@]}" "$notebook"
      ;;
    html)
      exec "$notebook_bin/jupyter" nbconvert --to html --TemplateExporter.extra_template_basedirs="$root/notebooks/page" \
        --template story --HTMLExporter.mathjax_url= \
        --output-dir "$(dirname "$(realpath -m "$html")")" --output "$(basename "$html")" "$notebook"
      ;;
    *) exec "$notebook_bin/python" "$root/notebooks/execute.py" "--$task" "$notebook" ;;
  esac
}

# A kernel of its own, so that a notebook that needs Facet never meets a bare Java kernel.
notebook_environment() {
  local kernels=$root/target/jupyter/kernels/facet
  notebook_bin=$(python_folder notebook)/bin
  local jjava=$notebook_bin/../share/jupyter/kernels/java
  mkdir -p "$kernels"
  export FACET_NOTEBOOK_PYTHON=$notebook_bin/python FACET_MLFLOW_URI=""
  part_runs mlflow && FACET_MLFLOW_URI=http://127.0.0.1:$(known_port mlflow)
  JJAVA="$jjava" CLASSPATH="$training_jar:$notebooks_jar" OPTIONS="${java_options[*]} -Djava.awt.headless=true" \
    SCRIPT="$root/notebooks/kernel.jsh" "$notebook_bin/python" "$root/notebooks/kernel.py" >"$kernels/kernel.json.new"
  mv "$kernels/kernel.json.new" "$kernels/kernel.json"
  export JUPYTER_PATH=$root/target/jupyter${JUPYTER_PATH:+:$JUPYTER_PATH}
}
