# The MLflow server, on PostgreSQL and Blob storage.
#   docker build -f architecture/deploy/images/mlflow.Dockerfile .
# CI replaces the tag by a digest.
ARG PYTHON=mcr.microsoft.com/mirror/docker/library/python:3.12-slim
FROM ${PYTHON}
LABEL org.opencontainers.image.title="facet-mlflow" org.opencontainers.image.licenses="Apache-2.0"
COPY architecture/deploy/images/mlflow-requirements.txt /tmp/requirements.txt
RUN pip install --no-cache-dir --require-hashes --no-deps --only-binary :all: -r /tmp/requirements.txt
RUN mkdir /var/lib/mlflow && chown 65532:65532 /var/lib/mlflow
ENV MLFLOW_DISABLE_TELEMETRY=true DO_NOT_TRACK=true MLFLOW_SERVER_ENABLE_JOB_EXECUTION=false
WORKDIR /tmp
USER 65532:65532
EXPOSE 5000
ENTRYPOINT ["mlflow", "server", "--host", "0.0.0.0", "--port", "5000"]
