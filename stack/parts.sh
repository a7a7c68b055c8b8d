# The three parts of the stack: how each is started, and when it is really there.

# The account and key that Azurite, like every Azure emulator, publishes: they protect nothing.
azure_connection() {
  echo "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;BlobEndpoint=http://127.0.0.1:${port[azurite]}/devstoreaccount1"
}

start_azurite() {
  mkdir -p "$home/blob"
  start_part azurite node "$(azurite_folder)/node_modules/.bin/azurite-blob" --silent --location "$home/blob" \
    --blobHost 127.0.0.1 --blobPort "${port[azurite]}" --skipApiVersionCheck --disableTelemetry
}

# Azurite refuses an unsigned request, and so answers.
azurite_answers() { # port
  [[ $(http_status "$1" /devstoreaccount1?comp=list) == 403 ]]
}

await_azurite() {
  await_part azurite 60
  AZURE_STORAGE_CONNECTION_STRING=$(azure_connection) NO_PROXY=127.0.0.1 \
    "$(python_folder mlflow)/bin/python" "$root/stack/create_containers.py" ||
    fail "Azurite did not create the stack's containers; its log is $home/run/azurite.log"
}

start_mlflow() {
  mkdir -p "$home/mlflow"
  start_part mlflow env -u PYTHONPATH -u PYTHONHOME -u MLFLOW_TRACKING_URI \
    AZURE_STORAGE_CONNECTION_STRING="$(azure_connection)" \
    MLFLOW_DISABLE_TELEMETRY=true DO_NOT_TRACK=true MLFLOW_SERVER_ENABLE_JOB_EXECUTION=false \
    "$(python_folder mlflow)/bin/mlflow" server --host 127.0.0.1 --port "${port[mlflow]}" --workers 1 \
    --backend-store-uri "sqlite:///$home/mlflow/mlflow.db" \
    --artifacts-destination wasbs://mlflow@devstoreaccount1.blob.core.windows.net/ --serve-artifacts
}

# /health answers before the database is open; an experiment comes from the database.
mlflow_answers() { # port
  [[ $(http_status "$1" "/api/2.0/mlflow/experiments/get?experiment_id=0") == 200 ]]
}

await_mlflow() {
  await_part mlflow 180
}

start_service() {
  start_part service env FACET_HOME="$home" FACET_MLFLOW_URI="http://127.0.0.1:${port[mlflow]}" \
    FACET_PORT="${port[service]}" FACET_COLLECTION="${FACET_COLLECTION:-$root/datasets/diamonds/diamonds.csv}" \
    "$JAVA_HOME/bin/java" "${java_options[@]}" -jar "$service_jar"
}

# Ready means that it has a model.
service_answers() { # port
  [[ $(http_status "$1" /actuator/health/readiness) == 200 ]]
}

await_service() {
  await_part service 120
}
